package drafting

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/script"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed glued_text.txtar
var gluedTextDocs string

// GluedText flags two sentences that have lost the space or line break between them.
var GluedText = &lint.Rule{
	Name:     "glued-text",
	Family:   lint.DraftingFamily,
	Summary:  "a space or a line break is missing between two sentences",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Spelling; pasting from a web page drops line breaks",
	},
	Docs: gluedTextDocs,
	New:  func() lint.Checker { return &gluedText{} },
}

type gluedText struct{}

// Check looks at the byte after every full stop. Nearly all stops are followed by a space
// or end their block, and are skipped at once.
func (r gluedText) Check(p *lint.Pass) {
	for _, block := range p.Doc.Prose() {
		if language.ChangeEntry(block) {
			continue
		}
		text := block.Text.String()
		for _, stop := range [...]byte{'.', '!', '?'} {
			for i := strings.IndexByte(text, stop); i >= 0; i = after(text, i, stop) {
				if i+1 < len(text) && text[i+1] != ' ' {
					r.look(p, block, i)
				}
			}
		}
	}
}

// after returns the offset of the next stop after i, or -1.
func after(text string, i int, stop byte) int {
	if k := strings.IndexByte(text[i+1:], stop); k >= 0 {
		return i + 1 + k
	}
	return -1
}

// look checks the stop at offset i of a block.
func (gluedText) look(p *lint.Pass, block *lint.Block, i int) {
	text := block.Text.String()
	next := i + 1 + closing(text[i+1:])
	if next == len(text) || !opens(text[next]) || !sentenceEnds(text[:i]) || inSymbol(block, i) || next == i+1 && text[i] == '.' && member(p.Doc.Language, text[next:]) {
		return
	}
	if n := numbered(text[next:]); n > 0 {
		report(p, block.Text, i, next, n, "\n\n", "a line break")
	} else if n := sentence(text[next:]); n > 0 {
		report(p, block.Text, i, next, n, " ", "a space")
	}
}

// member reports whether a capitalised word right after a full stop may be a member of the
// name before it, as in asyncio.Queue: any word of ASCII letters except function words,
// which are not used as class names.
func member(lang, text string) bool {
	n := len(strings.TrimRight(text[:capitalised(text)], "'’")) // a mark that closes after the name: 'index.Rmd'
	if k := strings.IndexFunc(text[:n], isEastAsian); k > 0 {
		return true // such a word goes on behind a name without a space: asyncio.Queue는
	}
	if n == 0 || n < len(text) && text[n] >= utf8.RuneSelf && !strings.HasPrefix(text[n:], "’") {
		return false
	}
	for i := range n {
		if !asciiLetter(text[i]) {
			return false
		}
	}
	return !wordpack.Of(lang).Words("function-words").HasWord(strings.ToLower(text[:n]))
}

// isEastAsian reports whether a letter is one of a script without capitals that is written next to Latin
// names without a space.
func isEastAsian(r rune) bool {
	return script.Syllabic(r) || script.Spaceless(r)
}

// opens reports whether a sentence or a numbered item may begin with a byte. Spaces and
// lower-case letters, which are most of the bytes after a stop inside a name, do not
// qualify.
func opens(c byte) bool {
	return 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

// report flags the last word before the stop at i together with the first n bytes from
// next on; the gap is missing between the two.
func report(p *lint.Pass, text lint.Text, i, next, n int, gap, what string) {
	start := strings.LastIndexByte(text.Slice(0, i), ' ') + 1
	at := text.Span(next, next+n).Start
	p.Report(lint.Finding{
		Span:    text.Span(start, next+n),
		Message: fmt.Sprintf("“%s” runs two sentences together; put %s between them", lint.Shorten(text.Slice(start, next+n), 48), what),
		Fixes:   []lint.Fix{lint.Replace("Insert "+what, false, lint.Span{Start: at, End: at}, gap)},
	})
}

// closing returns the length of the closing marks at the start of text.
func closing(text string) int {
	n := 0
	for n < len(text) && !asciiLetter(text[n]) {
		r, size := utf8.DecodeRuneInString(text[n:])
		switch r {
		case '”', '’', '"', ')', ']', '»':
			n += size
		default:
			return n
		}
	}
	return n
}

// sentenceEnds reports whether a text ends in a common word of four letters or more, which
// excludes initials, abbreviations, file names and host names.
func sentenceEnds(text string) bool {
	if n := len(text); n == 0 || text[n-1] < utf8.RuneSelf && !asciiLetter(text[n-1]) && text[n-1] != '-' && text[n-1] != '\'' {
		return false
	}
	const longest = 64 // bytes; common words are shorter, but a line without spaces may be longer
	text = text[max(0, len(text)-longest):]
	i := strings.LastIndexAny(text, " —–(“\"\n") + 1
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	word := text[i:]
	letters := 0
	for _, r := range word {
		if !unicode.IsLower(r) && r != '-' && r != '’' && r != '\'' {
			return false
		}
		letters++
	}
	return letters >= 4
}

// numbered returns the length of "2. Word" at the start of text, or 0.
func numbered(text string) int {
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits == 0 || digits > 2 || !strings.HasPrefix(text[digits:], ". ") {
		return 0
	}
	if n := capitalised(text[digits+2:]); n > 0 {
		return digits + 2 + n
	}
	return 0
}

// sentence returns the length of a capitalised word that more words follow, or 0. This
// excludes "string.Format(" and "asp.Net/page".
func sentence(text string) int {
	n := capitalised(text)
	if n == 0 || n == len(text) || text[n] != ' ' && text[n] != ',' {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[n:], " ,")); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return 0
	}
	return n
}

// capitalised returns the length of a word at the start of text that has one capital
// followed by lower-case letters ("I" and "A" included), or 0.
func capitalised(text string) int {
	for i, r := range text {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return 0
		case i > 0 && unicode.IsUpper(r):
			return 0
		case !unicode.IsLetter(r) && r != '’' && r != '\'':
			return i
		}
	}
	return len(text)
}

func inSymbol(block *lint.Block, i int) bool {
	return block.Marked(lint.MarkCode, i) || block.Marked(lint.MarkKeyboard, i)
}
