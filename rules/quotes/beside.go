package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// plain reports whether the words around a quotation make its speaker plain, although none
// of them attributes it: the next sentence says whose words they were, a source is on the
// next line or linked above, or the quotation is a turn of a dialogue.
func plain(d *lint.Document, all []quotes.Quote, i int) bool {
	q := &all[i]
	b := &d.Blocks[q.Block]
	before := strings.TrimSpace(b.Text.Slice(0, q.Start))
	after := strings.TrimLeft(b.Text.Slice(q.End, b.Text.Len()), " \u00a0\n*_")
	if dashed(after) || pointsBack(after, wordpack.Of(d.Language)) || unlistedVerb(q.Text, after) {
		return true
	}
	if after == "" && q.Block+1 < len(d.Blocks) && sourceLine(d, q.Block+1) {
		return true
	}
	if before == "" && underLink(d, q.Block) {
		return true
	}
	if before != "" {
		return i > 0 && all[i-1].Block == q.Block && unlistedVerb(all[i-1].Text, b.Text.Slice(all[i-1].End, q.Start))
	}
	return after == "" && inDialogue(d, q.Block)
}

// dashed reports whether a text begins with a dash, as before the source of a quotation.
func dashed(after string) bool {
	for _, dash := range [...]string{"—", "–", "―", "--", "- "} {
		if strings.HasPrefix(after, dash) {
			return true
		}
	}
	return false
}

// pointsBack reports whether the sentence after a quotation says whose words they were:
// “This is how Lund explains it.”
func pointsBack(after string, pack *wordpack.Pack) bool {
	for _, opening := range pack.Lines("pointing-back") {
		if strings.HasPrefix(after, opening) {
			return true
		}
	}
	return false
}

// unlistedVerb reports whether a name and a word that ends the clause follow a quotation
// that ends in a comma, so that the word is a verb of saying, whatever it means: “The ferry
// is late,” Lund grumps.
func unlistedVerb(words, after string) bool {
	const most = 4 // words of a name
	if !strings.HasSuffix(strings.TrimRight(words, "”\"’' "), ",") {
		return false
	}
	named := 0
	for w := range strings.FieldsSeq(after) {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) {
			return named > 0 && unicode.IsLower(first) && strings.ContainsRune(".,:", lastRune(w))
		}
		if named++; named > most {
			return false
		}
	}
	return false
}

// underLink reports whether the heading or the paragraph before a block is nothing but a
// link, whose target is the source: the entry of a digest, with a quotation from it below.
func underLink(d *lint.Document, block int) bool {
	if block == 0 {
		return false
	}
	b := &d.Blocks[block-1]
	text := strings.Trim(b.Text.String(), " \n*_") // marks that did not come about
	return text != "" && slices.ContainsFunc(b.Marks, func(m lint.Mark) bool {
		return m.Kind == lint.MarkLink && strings.TrimSpace(b.Text.Slice(m.Start, m.End)) == text
	})
}

// sourceLine reports whether a block is a line with the source of the words above it: a
// short paragraph that begins with a link or a dash.
func sourceLine(d *lint.Document, block int) bool {
	const longest = 200 // bytes
	b := &d.Blocks[block]
	if b.Kind != lint.Paragraph || !b.Prose() || b.Text.Len() > longest {
		return false
	}
	return dashed(b.Text.String()) || len(b.Marks) > 0 && b.Marks[0].Start == 0 && b.Marks[0].Kind == lint.MarkLink
}

// inDialogue reports whether both paragraphs before a block begin with speech and are
// short, so that speakers take turns.
func inDialogue(d *lint.Document, block int) bool {
	const longest = 160 // bytes
	for i := block - 1; i >= block-2; i-- {
		if i < 0 || d.Blocks[i].Kind != lint.Paragraph || d.Blocks[i].Text.Len() > longest || !strings.HasPrefix(d.Blocks[i].Text.String(), "“") && !strings.HasPrefix(d.Blocks[i].Text.String(), "\"") {
			return false
		}
	}
	return true
}

// reported reports whether the paragraph before a block tells who spoke: it is one short
// sentence about someone, “Lund was glad of the answer”, or the last sentence but one
// reports speech. In an article in which speakers are usually named, that is not enough.
func reported(d *lint.Document, q *quotes.Quote) bool {
	if strings.TrimSpace(d.Blocks[q.Block].Text.Slice(0, q.Start)) != "" {
		return false
	}
	const longest = 160 // bytes
	lead := leadIn(d, q.Block)
	if lead == lint.None || d.Blocks[lead].Kind != lint.Paragraph {
		return false
	}
	pack := wordpack.Of(d.Language)
	text := strings.TrimSpace(d.Blocks[lead].Text.String())
	i := strings.LastIndex(strings.TrimRight(text, "."), ". ")
	if i >= 0 {
		return leads(text[:i+1], pack.Words("lead-verbs"))
	}
	first, _, _ := strings.Cut(text, " ")
	return len(text) <= longest && !pack.Words("function-words").HasWord(first) && names(text, pack)
}

// asks reports whether a block is the question of an interviewer: a heading or a paragraph
// in bold that ends in a question mark.
func asks(b *lint.Block) bool {
	text := strings.TrimSpace(b.Text.String())
	if !strings.HasSuffix(text, "?") {
		return false
	}
	return b.Kind == lint.Heading || len(b.Marks) > 0 && b.Marks[0].Kind == lint.MarkStrong && b.Marks[0].Start == 0 && b.Marks[0].End >= len(text)-1
}
