package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
)

// explained reports whether a quotation without a speaker needs none: it captions a
// picture or a table, links to its source or has it in brackets, answers the question
// above it, is given as an example or as a name, or stands below a line that ends in a
// colon and says what follows.
func explained(d *lint.Document, q quotes.Quote) bool {
	b := &d.Blocks[q.Block]
	before := strings.TrimRight(b.Text.Slice(0, q.Start), " \u00a0\n(")
	after := strings.TrimLeft(b.Text.Slice(q.End, b.Text.Len()), " \u00a0")
	switch {
	case b.Kind == lint.Caption, asked(d, q.Block), signed(after), strings.HasSuffix(before, "="):
		return true
	case linked(d, q, before):
		return true
	case before != "":
		return introduces(before) || isDeterminer(lastWord(before)) && after != "" && !strings.ContainsAny(after[:1], ".?!")
	}
	lead := leadIn(d, q.Block)
	return lead != lint.None && leads(d.Blocks[lead].Text.String())
}

// leads reports whether a paragraph says whose words come next: it ends in a colon, or
// its last sentence tells what somebody said.
func leads(paragraph string) bool {
	paragraph = strings.TrimRight(paragraph, " \u00a0")
	if strings.HasSuffix(paragraph, ":") {
		return true
	}
	last := paragraph[strings.LastIndex(strings.TrimRight(paragraph, "."), ". ")+1:]
	for word := range strings.FieldsSeq(last) {
		switch strings.TrimRight(word, ".,:") {
		case "said", "says", "agreed", "agrees", "added", "explained", "explains", "replied", "answered", "recalls", "recalled":
			return !strings.ContainsAny(last, "“\"”")
		}
	}
	return false
}

// mostLinks bounds how many links of a paragraph are looked at.
const mostLinks = 40

// linked reports whether a quotation is a link or holds one, or a link stands in the
// same sentence before it.
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

// asked reports whether the heading right above a block asks something: an interview
// whose answers may stand in quotation marks.
func asked(d *lint.Document, block int) bool {
	if block == 0 || d.Blocks[block-1].Kind != lint.Heading {
		return false
	}
	return strings.HasSuffix(strings.TrimSpace(d.Blocks[block-1].Text.String()), "?")
}

// signed reports whether the text behind a quotation begins with a source in brackets,
// or with what a template tag puts there: “said {{ name }}”.
func signed(after string) bool {
	if strings.HasPrefix(after, "(") || strings.HasPrefix(after, "[") {
		return true
	}
	after = after[:min(len(after), len("explained ")+len(string(lint.Object)))]
	i := strings.IndexRune(after, lint.Object)
	return i >= 0 && !strings.Contains(after[:i], ".")
}

// guessed reports whether a reader can guess whose words a quotation without a
// speaker are, or may take it for no quotation at all: the paragraph before it names
// somebody, a link stands before it, or it is a part of the author's sentence.
func guessed(d *lint.Document, q quotes.Quote) bool {
	before := d.Blocks[q.Block].Text.Slice(0, q.Start)
	if strings.TrimSpace(before) == "" {
		lead := leadIn(d, q.Block)
		return lead != lint.None && d.Blocks[lead].Kind == lint.Paragraph && names(d.Blocks[lead].Text.String())
	}
	for _, i := range q.Links[:min(len(q.Links), mostLinks)] {
		if l := &d.Links[i]; l.Block == q.Block && l.End <= q.Start {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(q.Text)
	return isDeterminer(lastWord(before)) || !strings.ContainsRune(".?!,…—–-", last)
}

func isDeterminer(word string) bool {
	switch word {
	case "a", "an", "the", "this", "that", "these", "those", "our", "their", "its", "his", "her", "my", "few":
		return true
	}
	return false
}

// longestList bounds how far leadIn looks back.
const longestList = 40

// leadIn returns the block that a quotation at the start of block i follows: the
// paragraph before it or, for the items of a list, before the list; lint.None where
// that is a heading or another's words.
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

// introduces reports whether a text ends in words that make what follows an example,
// a name, a thought or a saying: “such as”, “called”, “the adage that”.
func introduces(text string) bool {
	text = strings.TrimRight(text, " ,:–—-")
	word := lastWord(text)
	if word == "that" {
		switch lastWord(strings.TrimRight(text[:len(text)-len(word)], " ")) {
		case "idea", "principle", "mantra", "adage", "proverb", "saying", "quote", "motto", "feeling":
			return true
		}
		return false
	}
	switch word {
	case "of", "how", "words", "like", "as", "say", "called", "named", "titled", "entitled", "dubbed", "labeled", "labelled", "headed", "thinking", "think", "thought",
		"means", "meaning", "mean", "proverb", "adage", "saying", "phrase", "motto", "slogan", "mantra", "example", "instance", "e.g.", "i.e.",
		"wondering", "wonder", "question", "questions", "principle", "principles", "joke", "song", "film", "book", "report", "course", "talk", "post":
		return true
	}
	return false
}

// names reports whether a text names somebody: it has a capitalised word that does
// not begin a sentence, or “he” or “she”.
func names(text string) bool {
	start := true
	for word := range strings.FieldsSeq(text) {
		first, _ := utf8.DecodeRuneInString(word)
		switch strings.ToLower(strings.Trim(word, ",.")) {
		case "he", "she", "they", "we":
			return true
		}
		if !start && unicode.IsUpper(first) && len(word) > 2 && !isDate(word) {
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

// isDate reports whether a capitalised word is a day of the week or a month.
func isDate(word string) bool {
	switch strings.Trim(word, ".,") {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April",
		"May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}
