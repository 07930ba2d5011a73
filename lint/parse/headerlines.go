package parse

func (c *collector) headerLines(head, none int) (body int) { return none }
