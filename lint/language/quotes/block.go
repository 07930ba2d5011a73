package quotes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// addBlockQuotation adds the block quotation that block i begins.
func addBlockQuotation(f *reader, i int) {
	f.runOn = lint.None
	d := f.doc
	index := d.Blocks[i].Quote
	end := i + 1
	for end < len(d.Blocks) && inQuotation(d, d.Blocks[end].Quote, index) {
		end++
	}
	text, words := textOfBlocks(f, i, end)
	if words == 0 || callout(text) {
		return
	}
	q := Quote{
		Pair: lint.None, Block: i, End: d.Blocks[i].Text.Len(), Span: d.Quotations[index].Span,
		Text: text, Words: words, Full: true, BlockQuotation: true,
	}
	f.out = append(f.out, q)
	attributeBlock(f, &f.out[len(f.out)-1], i, end)
	f.remember(end - 1)
}

// inQuotation reports whether a block quotation is the same as another one or nested in it, rather
// than merely following it.
func inQuotation(d *lint.Document, quotation, outer int) bool {
	if quotation == lint.None || quotation == outer {
		return quotation == outer
	}
	return quotation > outer && d.Quotations[quotation].Span.Start < d.Quotations[outer].Span.End
}

// textOfBlocks returns the text of the blocks [from, to) without code, on one line, and its number of
// words.
func textOfBlocks(f *reader, from, to int) (text string, words int) {
	size := 0
	for k := from; k < to; k++ {
		size += f.doc.Blocks[k].Text.Len() + 1
	}
	var b strings.Builder
	b.Grow(size)
	for k := from; k < to; k++ {
		if f.doc.Blocks[k].Kind != lint.Code {
			part(&b)
			words += fold(&b, f.doc.Blocks[k].Text.String())
		}
	}
	return strings.TrimSuffix(b.String(), " "), words
}

// part appends a space unless the text is empty or already ends in one.
func part(b *strings.Builder) {
	if t := b.String(); t != "" && t[len(t)-1] != ' ' {
		b.WriteByte(' ')
	}
}

// fold appends a text with runs of white space and object placeholders replaced by single spaces,
// and returns its number of words.
func fold(b *strings.Builder, s string) (words int) {
	at := 0 // start of the text that has not been appended yet
	for i := skipPlain(s, 0); i < len(s); i = skipPlain(s, i) {
		c := s[i]
		if c > ' ' && c != "\u00a0"[0] && c != string(lint.Object)[0] || c == ' ' && i > at && i+1 < len(s) && s[i+1] > ' ' && s[i+1] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r <= ' ' || r == '\u00a0' || r == lint.Object {
			words += wordCount(s[at:i])
			b.WriteString(s[at:i])
			part(b)
			at = i + n
		}
		i += n
	}
	b.WriteString(s[at:])
	return words + wordCount(s[at:])
}

// callout reports whether a block quotation is a note box; many site builders use the quotation
// syntax for those.
func callout(first string) bool {
	if strings.HasPrefix(first, "[!") {
		return true
	}
	word, _, ok := strings.Cut(first, ":")
	if !ok {
		return false
	}
	return slices.Contains(clause.Listed().Callouts, strings.ReplaceAll(strings.ToLower(word), "’", "'"))
}

// attributeBlock looks for the speaker of a block quotation: in its cite element, in a last line
// that begins with a dash, or in the paragraph that introduces it.
func attributeBlock(f *reader, q *Quote, from, to int) {
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
	if a, lead := f.colonBefore(from, f.pieces); a.Found {
		f.attribute(q, &lead, a)
		return
	}
	lead := clause.Cut(from-1, d.Blocks[from-1].Text.String(), nil, f.pieces)
	f.pieces = lead.Pieces
	if n := len(lead.Pieces); n > 0 {
		lo, _ := lead.Sentence(n - 1)
		if a := attribution.Before(&lead, lo, n); a.Found {
			f.attribute(q, &lead, a)
		}
	}
}
