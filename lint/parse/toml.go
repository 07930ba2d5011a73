package parse

func (c *collector) toml(from, to int) {}
