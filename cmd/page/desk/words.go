package desk

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// shown is how many characters of the draft a finding in the list quotes.
const shown = 60

// wordsAt returns the words of a span as a reader sees them, without the marks of Markdown: the
// text of links, the name of an image. Parts that a reader does not see, such as an address, are
// returned as they are in the source.
func wordsAt(d *lint.Document, span lint.Span) string {
	for i := range d.Images {
		if at := d.Images[i].Span; at.Start <= span.Start && span.End <= at.End && d.Images[i].Alt.Blank() {
			target := strings.TrimRight(d.Images[i].Target.String(), "/")
			if name := target[strings.LastIndexByte(target, '/')+1:]; name != "" {
				return lint.Clip(shown, name)
			}
		}
	}
	var said strings.Builder
	for i := range d.Blocks {
		t := &d.Blocks[i].Text
		if !t.Placed() {
			continue
		}
		from, to := t.At(span.Start), t.At(span.End)
		if from >= to {
			continue
		}
		said.WriteString(t.Sub(from, to).Plain())
		said.WriteByte(' ')
		if said.Len() > 4*shown {
			break
		}
	}
	words := strings.Join(strings.Fields(said.String()), " ")
	if words == "" {
		words = strings.TrimSpace(d.Source.Slice(span))
	}
	return lint.Clip(shown, words)
}

// isWhole reports whether a span is the article, from the first block to the last.
func isWhole(d *lint.Document, about lint.Span) bool {
	if d == nil || len(d.Blocks) == 0 {
		return true
	}
	last := 0
	for i := range d.Blocks {
		last = max(last, d.Blocks[i].Span.End)
	}
	return about.Start <= d.Blocks[0].Span.Start && about.End >= last
}
