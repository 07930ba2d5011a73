package export

import (
	"encoding/json"
	"errors"
	"html"
	"strings"
)

// lexicalNode is a node of Ghost's editor.
type lexicalNode struct {
	card

	Type, Text, Tag, ListType string

	Format   json.RawMessage // bits of formatting, or an alignment
	Children []lexicalNode
}

// Bits of the formatting of text in Lexical.
const (
	lexicalBold = 1 << iota
	lexicalItalic
	lexicalStrike
	lexicalUnderline
	lexicalCode
)

// mostLexical is the maximum depth of nodes that are read.
const mostLexical = 100

// lexical turns a document of Ghost's editor into HTML.
func lexical(text string) (string, error) {
	var doc struct{ Root lexicalNode }
	if json.Unmarshal([]byte(text), &doc) != nil {
		return "", errors.New("its text is damaged (Lexical) and has no HTML; open and save it in Ghost")
	}
	var b strings.Builder
	if err := doc.Root.write(&b, 0); err != nil {
		return "", err
	}
	return b.String(), nil
}

func (n *lexicalNode) write(b *strings.Builder, depth int) (err error) {
	if depth > mostLexical {
		return nil
	}
	inside := func(open, end string) {
		b.WriteString(open)
		for i := range n.Children {
			err = errors.Join(err, n.Children[i].write(b, depth+1))
		}
		b.WriteString(end)
	}
	switch n.Type {
	case "text", "extended-text":
		n.words(b)
	case "linebreak":
		b.WriteString("<br>\n")
	case "paragraph":
		inside("<p>", "</p>\n")
	case "heading", "extended-heading":
		if len(n.Tag) == 2 && n.Tag[0] == 'h' && n.Tag[1] >= '1' && n.Tag[1] <= '6' {
			inside("<"+n.Tag+">", "</"+n.Tag+">\n")
		} else {
			inside("<h2>", "</h2>\n")
		}
	case "quote", "extended-quote", "aside":
		inside("<blockquote>", "</blockquote>\n")
	case "list":
		tag := "ul"
		if n.ListType == "number" {
			tag = "ol"
		}
		inside("<"+tag+">\n", "</"+tag+">\n")
	case "listitem":
		inside("<li>", "</li>\n")
	case "tab":
		b.WriteString(" ")
	default:
		if n.URL != "" && len(n.Children) > 0 { // one of several kinds of links
			inside(`<a href="`+html.EscapeString(n.URL)+`">`, "</a>")
			return err
		}
		if err := n.card.write(b, n.Type); err != nil {
			return err
		}
		inside("", "")
	}
	return err
}

// words writes text with its formatting.
func (n *lexicalNode) words(b *strings.Builder) {
	bits := 0
	_ = json.Unmarshal(n.Format, &bits) // an alignment is not formatting
	end := ""
	for _, f := range []struct {
		bit int
		tag string
	}{{lexicalBold, "strong"}, {lexicalItalic, "em"}, {lexicalStrike, "s"}, {lexicalCode, "code"}} {
		if bits&f.bit != 0 {
			b.WriteString("<" + f.tag + ">")
			end = "</" + f.tag + ">" + end
		}
	}
	b.WriteString(html.EscapeString(n.Text) + end)
}
