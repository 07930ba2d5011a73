package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// explained reports whether a quotation without a speaker needs none: it is the caption of
// a picture or a table, links to its source or gives it in brackets, answers the question
// above it, is an example or a name, or follows a line that introduces it and ends in a
// colon.
func explained(d *lint.Document, q quotes.Quote) bool {
	b, pack := &d.Blocks[q.Block], wordpack.Of(d.Language)
	before := strings.TrimRight(b.Text.Slice(0, q.Start), " \u00a0\n(")
	after := strings.TrimLeft(b.Text.Slice(q.End, b.Text.Len()), " \u00a0")
	switch {
	case b.Kind == lint.Caption, asked(d, q.Block), signed(after), strings.HasSuffix(before, "="):
		return true
	case linked(d, q, before):
		return true
	case before != "":
		return introduces(before, pack) || pack.Words("quote-determiners").HasWord(lastWord(before)) && after != "" && !strings.ContainsAny(after[:1], ".?!")
	}
	lead := leadIn(d, q.Block)
	return lead != lint.None && leads(d.Blocks[lead].Text.String(), pack.Words("lead-verbs"))
}

// leads reports whether a paragraph introduces the words that follow: it ends in a colon,
// or its last sentence reports what someone said.
func leads(paragraph string, verbs *token.Set) bool {
	paragraph = strings.TrimRight(paragraph, " \u00a0")
	if strings.HasSuffix(paragraph, ":") {
		return true
	}
	last := paragraph[strings.LastIndex(strings.TrimRight(paragraph, "."), ". ")+1:]
	for word := range strings.FieldsSeq(last) {
		if verbs.HasWord(strings.TrimRight(word, ".,:")) {
			return !strings.ContainsAny(last, "“\"”")
		}
	}
	return false
}

// mostLinks limits how many links of a paragraph are checked.
const mostLinks = 40

// linked reports whether a quotation is or contains a link, or follows a link in the same
// sentence.
func linked(d *lint.Document, q quotes.Quote, before string) bool {
	for _, i := range q.Links[:min(len(q.Links), mostLinks)] {
		l := &d.Links[i]
		if l.Span.Covers(q.Span) || q.Span.Covers(l.Span) {
			return true
		}
		if l.Block == q.Block && l.End <= len(before) && !strings.Contains(before[l.End:], ". ") {
			return true
		}
	}
	return false
}

// asked reports whether a block is part of an answer in an interview: a question is above
// it, with nothing between them but other quoted paragraphs.
func asked(d *lint.Document, block int) bool {
	for i := block - 1; i >= max(0, block-longestList); i-- {
		b := &d.Blocks[i]
		if asks(b) {
			return true
		}
		text := b.Text.String()
		if first, _ := utf8.DecodeRuneInString(text); b.Kind != lint.Paragraph || !strings.ContainsRune("“\"", first) {
			return false
		}
	}
	return false
}

// longestVerb is the maximum length in bytes of a verb before a template tag.
const longestVerb = 10

// signed reports whether the text after a quotation begins with a source in brackets, or
// with a verb and a template tag: “said {{ name }}”.
func signed(after string) bool {
	if strings.HasPrefix(after, "(") || strings.HasPrefix(after, "[") {
		return true
	}
	after = after[:min(len(after), longestVerb+len(string(lint.Object)))]
	i := strings.IndexRune(after, lint.Object)
	return i >= 0 && !strings.Contains(after[:i], ".")
}

// guessed reports whether readers can guess the speaker of a quotation, or may not see it
// as one: the previous paragraph names someone, a link precedes it, or it is part of the
// author's sentence.
func guessed(d *lint.Document, q quotes.Quote) bool {
	pack := wordpack.Of(d.Language)
	before := d.Blocks[q.Block].Text.Slice(0, q.Start)
	if strings.TrimSpace(before) == "" {
		lead := leadIn(d, q.Block)
		return lead != lint.None && d.Blocks[lead].Kind == lint.Paragraph && names(d.Blocks[lead].Text.String(), pack)
	}
	for _, i := range q.Links[:min(len(q.Links), mostLinks)] {
		if l := &d.Links[i]; l.Block == q.Block && l.End <= q.Start {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(q.Text)
	return pack.Words("quote-determiners").HasWord(lastWord(before)) || !strings.ContainsRune(".?!,…—–-", last)
}

// longestList limits how many blocks leadIn looks back.
const longestList = 40

// leadIn returns the block that introduces a quotation at the start of block i: the
// paragraph before it or, for list items, before the list. It returns lint.None if that is
// a heading or quoted text.
func leadIn(d *lint.Document, i int) int {
	kind := d.Blocks[i].Kind
	for first := max(0, i-longestList); i > first; {
		i--
		switch b := &d.Blocks[i]; {
		case !b.Prose() || b.Kind == lint.Heading:
			return lint.None
		case b.Kind == lint.Caption || b.Kind == kind && kind == lint.Item:
		default:
			return i
		}
	}
	return lint.None
}

// introduces reports whether a text ends in words that introduce an example, a name, a
// thought or a saying: “such as”, “called”, “the adage that”.
func introduces(text string, pack *wordpack.Pack) bool {
	text = strings.TrimRight(text, " ,:–—-")
	word := lastWord(text)
	if slices.Contains(pack.List("clause-links"), word) {
		return pack.Words("introduced-clauses").HasWord(lastWord(strings.TrimRight(text[:len(text)-len(word)], " ")))
	}
	return pack.Words("introducing").HasWord(word)
}

// names reports whether a text names someone: it has a capitalised word that does not
// begin a sentence, or “he” or “she”.
func names(text string, pack *wordpack.Pack) bool {
	start, pronouns, dates := true, pack.Words("speaking-pronouns"), pack.Words("months", "months-or-verbs", "weekdays")
	for word := range strings.FieldsSeq(text) {
		first, _ := utf8.DecodeRuneInString(word)
		if pronouns.HasWord(strings.Trim(word, ",.")) {
			return true
		}
		if !start && unicode.IsUpper(first) && len(word) > 2 && !dates.HasWord(strings.Trim(word, ".,")) {
			return true
		}
		start = strings.HasSuffix(word, ".") || strings.HasSuffix(word, "?") || strings.HasSuffix(word, "!")
	}
	return false
}

// lastWord returns the last word of a text in lower case.
func lastWord(text string) string {
	text = strings.TrimRight(text, " \u00a0\n")
	return strings.ToLower(text[strings.LastIndexAny(text, " \u00a0\n(—")+1:])
}
