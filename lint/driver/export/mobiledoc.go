package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
)

// mobiledoc is a document of Ghost's former editor. Its lists hold values of several types, so each
// value is decoded separately.
type mobiledoc struct {
	Markups, Atoms, Cards, Sections []json.RawMessage
}

// Kinds of sections, and of parts of a section.
const (
	markupSection = 1
	imageSection  = 2
	listSection   = 3
	cardSection   = 10
)

// fromMobiledoc turns a document of Ghost's former editor into HTML.
func fromMobiledoc(text string) (string, error) {
	var doc mobiledoc
	if json.Unmarshal([]byte(text), &doc) != nil {
		return "", errors.New("its text is damaged (Mobiledoc) and has no HTML; open and save it in Ghost")
	}
	var b strings.Builder
	for _, raw := range doc.Sections {
		if err := doc.section(&b, raw); err != nil {
			return "", err
		}
		if b.Len() > mostPost { // a document may name one card many times
			return "", fmt.Errorf("the post has more than %d MB", mostPost>>20)
		}
	}
	return b.String(), nil
}

// tuple reads a list of values of several types; a value that cannot be read leaves its target
// unchanged.
func tuple(raw json.RawMessage, to ...any) {
	var parts []json.RawMessage
	if json.Unmarshal(raw, &parts) != nil {
		return
	}
	for i := range min(len(parts), len(to)) {
		_ = json.Unmarshal(parts[i], to[i])
	}
}

func (d *mobiledoc) section(b *strings.Builder, raw json.RawMessage) error {
	var kind int
	var second, third json.RawMessage
	tuple(raw, &kind, &second, &third)
	switch kind {
	case markupSection:
		d.block(b, blockTag(second), third)
	case imageSection:
		var address string
		_ = json.Unmarshal(second, &address)
		b.WriteString(imageTag(address, "") + "\n")
	case listSection:
		tag := blockTag(second)
		if tag != "ol" {
			tag = "ul"
		}
		var items []json.RawMessage
		_ = json.Unmarshal(third, &items)
		b.WriteString("<" + tag + ">\n")
		for _, item := range items {
			d.block(b, "li", item)
		}
		b.WriteString("</" + tag + ">\n")
	case cardSection:
		return d.card(b, second)
	}
	return nil
}

// blockTag returns the element of a section: that which it names if it is one for text, otherwise a
// paragraph.
func blockTag(raw json.RawMessage) string {
	var tag string
	_ = json.Unmarshal(raw, &tag)
	switch tag = strings.ToLower(tag); tag {
	case "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "ol", "ul":
		return tag
	}
	return "p"
}

func (d *mobiledoc) card(b *strings.Builder, index json.RawMessage) error {
	var i int
	if json.Unmarshal(index, &i) != nil || i < 0 || i >= len(d.Cards) {
		return nil
	}
	var name string
	var c card
	tuple(d.Cards[i], &name, &c)
	return c.write(b, name)
}

// block writes markers. Each is a list of its type, the markups that it opens, how many it closes,
// and its text.
func (d *mobiledoc) block(b *strings.Builder, tag string, raw json.RawMessage) {
	var markers []json.RawMessage
	_ = json.Unmarshal(raw, &markers)
	b.WriteString("<" + tag + ">")
	var open []string
	for _, marker := range markers {
		var kind, closes int
		var opens []int
		var value json.RawMessage
		tuple(marker, &kind, &opens, &closes, &value)
		for _, i := range opens {
			name := d.open(b, i)
			open = append(open, name)
		}
		var words string
		if kind == 0 && json.Unmarshal(value, &words) == nil {
			b.WriteString(html.EscapeString(words))
		} else if kind == 1 {
			b.WriteString("<br>\n") // the only atom that Ghost writes
		}
		for ; closes > 0 && len(open) > 0; closes-- {
			closeTag(b, open[len(open)-1])
			open = open[:len(open)-1]
		}
	}
	for k := len(open) - 1; k >= 0; k-- {
		closeTag(b, open[k])
	}
	b.WriteString("</" + tag + ">\n")
}

func closeTag(b *strings.Builder, name string) {
	if name != "" {
		b.WriteString("</" + name + ">")
	}
}

// open writes the tag of a markup, and returns its name; "" for one that says nothing.
func (d *mobiledoc) open(b *strings.Builder, i int) string {
	if i < 0 || i >= len(d.Markups) {
		return ""
	}
	var name string
	var attributes []string
	tuple(d.Markups[i], &name, &attributes)
	switch name = strings.ToLower(name); name {
	case "a":
		for k := 0; k+1 < len(attributes); k += 2 {
			if attributes[k] == "href" {
				b.WriteString(`<a href="` + html.EscapeString(attributes[k+1]) + `">`)
				return name
			}
		}
		return ""
	case "b", "strong", "i", "em", "s", "code", "sub", "sup", "u":
		b.WriteString("<" + name + ">")
		return name
	}
	return ""
}
