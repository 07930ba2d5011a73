package language

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// blockQuotation adds the block quotation that block i begins.
func (f *desk) blockQuotation(i int) {
	f.runOn = lint.None
	d := f.doc
	index := d.Blocks[i].Quote
	end := i
	for end < len(d.Blocks) && d.Blocks[end].Quote != lint.None && d.Blocks[end].Quote >= index {
		end++
	}
	var text []string
	for k := i; k < end; k++ {
		if d.Blocks[k].Kind != lint.Code {
			text = append(text, d.Blocks[k].Text.Plain())
		}
	}
	q := Quote{
		Pair: lint.None, Block: i, End: d.Blocks[i].Text.Len(), Span: d.Quotations[index].Span,
		Text: strings.Join(text, " "), Full: true, BlockQuotation: true,
	}
	q.Words = wordCount(q.Text)
	if q.Words == 0 || callout(text[0]) {
		return
	}
	f.out = append(f.out, q)
	f.attributeBlock(&f.out[len(f.out)-1], i, end)
	f.remember(end - 1)
}

// callout reports whether a block quotation is a box for a note, a use that many
// site builders make of the syntax.
func callout(first string) bool {
	if strings.HasPrefix(first, "[!") {
		return true
	}
	word, _, ok := strings.Cut(first, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(word) {
	case "note", "tip", "warning", "important", "caution", "info", "update", "editor’s note", "editor's note":
		return true
	}
	return false
}

// attributeBlock looks for the speaker of a block quotation: its cite element,
// a last line that begins with a dash, the paragraph that leads to it.
func (f *desk) attributeBlock(q *Quote, from, to int) {
	d := f.doc
	cite := d.Quotations[d.Blocks[from].Quote].Cite
	if name := strings.TrimLeft(cite.Plain(), "—–- "); name != "" && !strings.Contains(name, "://") {
		i := strings.Index(cite.String(), name)
		if i >= 0 {
			q.Speaker = &Mention{Text: name, Span: cite.Span(i, i+len(name))}
		} else {
			q.Speaker = &Mention{Text: name, Span: cite.All()}
		}
		return
	}
	if m := signature(d.Source, d.Blocks[to-1].Text); m != nil {
		q.Speaker = m
		return
	}
	if to < len(d.Blocks) && d.Blocks[to].Prose() {
		if m := signature(d.Source, d.Blocks[to].Text); m != nil {
			q.Speaker = m
			return
		}
	}
	if from == 0 || !d.Blocks[from-1].Prose() || d.Blocks[from-1].Kind == lint.Heading {
		return
	}
	if a, lead := f.colonBefore(from); a.found {
		f.attribute(q, &lead, a)
		return
	}
	lead := cut(from-1, d.Blocks[from-1].Text.String(), nil, nil)
	if n := len(lead.pieces); n > 0 {
		lo, _ := lead.sentence(n - 1)
		if a := lead.before(lo, n); a.found {
			f.attribute(q, &lead, a)
		}
	}
}
