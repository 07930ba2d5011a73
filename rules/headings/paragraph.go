package headings

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// longestLabel is the maximum number of characters of a heading; a longer one is a paragraph that
// was marked up as a heading for the size of its letters. Where no spaces separate words, half as
// many say as much.
const longestLabel = 100

// asParagraph returns the number of characters of a heading that is a whole paragraph, and otherwise 0.
func asParagraph(b *lint.Block) int {
	text := strings.TrimSpace(b.Text.Plain())
	n, limit := utf8.RuneCountInString(text), longestLabel
	if n > longestLabel/2 && strings.IndexFunc(text, unicode.IsSpace) < 0 {
		limit = longestLabel / 2
	}
	if n <= limit || b.Level == 1 {
		return 0
	}
	return n
}

// endsIn reports whether the text of a heading ends in one of some marks.
func endsIn(b *lint.Block, marks string) bool {
	s := strings.TrimRightFunc(b.Text.String(), unicode.IsSpace)
	return s != "" && strings.IndexByte(marks, s[len(s)-1]) >= 0
}

// inserted reports whether a template tag above a heading inserts another file into the page.
func inserted(d *lint.Document, b *lint.Block) bool {
	for _, span := range d.Templates {
		if span.Start > b.Span.Start {
			return false
		}
		name := strings.TrimLeft(d.Source.Slice(span), "{%<-= ")
		for _, call := range [...]string{"include", "partial", "render", "> ", "readfile", "component"} {
			if strings.HasPrefix(name, call) {
				return true
			}
		}
	}
	return false
}

// titledAround reports whether a heading is between two template tags, the first of which has a
// title that the template may show as a heading: {{< box title="In short" >}} … {{< /box >}}.
func titledAround(d *lint.Document, b *lint.Block) bool {
	for i, span := range d.Templates {
		if span.Start > b.Span.Start {
			return false
		}
		tag := strings.TrimLeft(d.Source.Slice(span), "{%<- ")
		name, arguments, _ := strings.Cut(tag, " ")
		if strings.Contains(arguments, "title=") && len(name) > 0 && closes(d, d.Templates[i+1:], b, name) {
			return true
		}
	}
	return false
}

// closes reports whether the first of the tags that closes a tag of a name is after a heading.
func closes(d *lint.Document, tags []lint.Span, b *lint.Block, name string) bool {
	for _, span := range tags {
		tag := strings.TrimLeft(d.Source.Slice(span), "{%<- ")
		if strings.HasPrefix(tag, "/"+name) || strings.HasPrefix(tag, "/ "+name) || strings.HasPrefix(tag, "end"+name) {
			return span.Start > b.Span.Start
		}
	}
	return false
}
