package word

import "strings"

// field is a field that is computed, such as a link or a page number.
type field struct {
	instruction []byte
	result      bool   // the text that follows is its result
	unread      bool   // it is part of the instruction of a field
	link        string // its own, or that of the field that it is part of
}

func (c *inline) fieldChar(kind string) {
	k := len(c.fields) - 1
	switch {
	case kind == "begin":
		f := field{}
		if k >= 0 {
			f.unread, f.link = c.fields[k].unread || !c.fields[k].result, c.fields[k].link
		}
		c.fields = append(c.fields, f)
	case k < 0:
	case kind == "separate" && c.fields[k].result:
	case kind == "separate":
		c.fields[k].result = true
		c.fields[k].unread = c.fields[k].unread || collects(string(c.fields[k].instruction))
		if link := c.d.linkOf(string(c.fields[k].instruction)); link != "" {
			c.fields[k].link = link
		}
	case kind == "end":
		c.fields = c.fields[:k]
	}
}

// collects reports whether a field gathers what is elsewhere in the file: the table of contents, a
// list of figures, an index or a table of authorities.
func collects(instruction string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(instruction), " ")
	switch strings.ToUpper(name) {
	case "TOC", "INDEX", "TOA":
		return true
	}
	return false
}

// outsideOfContents returns the fields that are open, without a table of contents and what is in it: a
// heading of the text is not in one, even if the end of the field is missing.
func outsideOfContents(fields []field) []field {
	for k := range fields {
		if fields[k].unread {
			return fields[:k]
		}
	}
	return fields
}

// goingOn returns the fields whose results go on in the next paragraph. A field whose
// instruction does not end in its paragraph is broken: it is dropped, since all text after it
// would count as its instruction and be left unchecked.
func (c *inline) goingOn() []field {
	for k := range c.fields {
		if !c.fields[k].result {
			return c.fields[:k]
		}
	}
	return c.fields
}

// link returns the address of the field whose result is being read.
func (c *inline) link() string {
	if k := len(c.fields) - 1; k >= 0 {
		return c.fields[k].link
	}
	return ""
}

// linkOf returns the address in the instruction of a field: HYPERLINK "address" \l "anchor". A
// reference to another place in the file, such as “page 3”, is not a link for readers, unless the
// place is gone: then Word shows an error instead.
func (d *document) linkOf(instruction string) string {
	words := strings.Fields(strings.ReplaceAll(instruction, "\"", " \" "))
	if len(words) == 0 {
		return ""
	}
	switch strings.ToUpper(words[0]) {
	case "HYPERLINK":
		return hyperlinkOf(instruction, words)
	case "REF", "PAGEREF", "NOTEREF":
		if len(words) > 1 && strings.HasPrefix(words[1], "_Ref") && !d.bookmarks[strings.ToLower(words[1])] {
			return "#" + words[1]
		}
	}
	return ""
}

func hyperlinkOf(instruction string, words []string) string {
	quoted := strings.Split(instruction, "\"")
	var address, part string
	for i := 1; i < len(quoted); i += 2 {
		switch before := strings.TrimSpace(quoted[i-1]); {
		case strings.HasSuffix(before, `\l`):
			part = quoted[i]
		case !strings.HasSuffix(before, `\o`) && !strings.HasSuffix(before, `\t`) && address == "":
			address = quoted[i]
		}
	}
	if address == "" && part == "" && len(words) > 1 && !strings.HasPrefix(words[1], `\`) {
		address = words[1]
	}
	if part != "" {
		return address + "#" + part
	}
	return address
}
