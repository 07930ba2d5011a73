package drafting

import (
	"bytes"
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed placeholder.txtar
var placeholderDocs string

// Placeholder flags a mark that stands for something still to come.
var Placeholder = &lint.Rule{
	Name:     "placeholder",
	Family:   lint.DraftingFamily,
	Summary:  "a placeholder is left in the text",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: TK marks what is “to come” and must be gone before publication",
	},
	Docs: placeholderDocs,
	New:  func() lint.Checker { return &placeholder{} },
}

type placeholder struct{}

// Check looks at the headline, the description and every block the author wrote,
// for those kinds of placeholders of which the draft has the letters at all.
func (placeholder) Check(p *lint.Pass) {
	letters := inDraft(p.Doc)
	report := func(text lint.Text) func(start, end int) {
		return func(start, end int) {
			p.Report(lint.Finding{
				Span:    text.Span(start, end),
				Message: fmt.Sprintf("“%s” is a placeholder; put in what belongs here", lint.Shorten(text.Slice(start, end), 40)),
			})
		}
	}
	for _, role := range []lint.Role{lint.RoleTitle, lint.RoleDescription} {
		if text := p.Doc.Meta.Get(role).Value(); text.Placed() {
			placeholders(text.String(), letters, report(text))
		}
	}
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Prose() {
		if len(letters) == 1 && strings.IndexByte(block.Text.String(), '[') < 0 {
			continue
		}
		words := prose.WordsIn(i)
		if lists(block.Text.String(), letters) {
			continue
		}
		placeholders(block.Text.String(), letters, func(start, end int) {
			if block.Kind == lint.Cell && state(block.Text.Slice(start, end)) {
				return
			}
			if !mentioned(words, start, end) {
				report(block.Text)(start, end)
			}
		})
	}
}

// state reports whether a word tells in a table how far something has come, which
// is for the reader to know.
func state(word string) bool { return word == "TODO" || word == "XXX" }

// lists reports whether a text names several marks in a row, or says what one means
// (“TK (to come)”): it is about them.
func lists(text string, letters []string) bool {
	for _, l := range letters {
		i := strings.Index(text, l)
		if l == "[" || l == "orem" || i < 0 {
			continue
		}
		after := strings.TrimPrefix(text[i+len(l):], ",")
		for _, between := range []string{" (“", " (\""} {
			if strings.HasPrefix(after, between) {
				return true
			}
		}
		after = strings.TrimPrefix(strings.TrimPrefix(after, " and"), " or")
		for _, other := range letters {
			if other != "[" && other != "orem" && strings.HasPrefix(after, " "+other) {
				return true
			}
		}
	}
	return false
}

// mentioned reports whether the words at [start, end) are code or somebody else's:
// then the text is about a placeholder rather than one itself.
func mentioned(words []language.Word, start, end int) bool {
	k := sort.Search(len(words), func(k int) bool { return int(words[k].End) > start })
	return k < len(words) && int(words[k].Start) < end && words[k].Voice != language.Author
}

// latin is the word by which a text that fills a page is known.
var latin = language.NewWordSet("ipsum")

// inDraft returns which letters that placeholders are made of stand in a draft: in its
// metadata, or at the beginning of a word.
func inDraft(d *lint.Document) []string {
	letters := append(make([]string, 0, 6), "[")
	head := d.Source.Bytes[:min(len(d.Source.Bytes), d.Meta.Span.End)]
	for _, l := range [...]string{"TK", "TODO", "XXX", "FIXME"} {
		if bytes.Contains(head, []byte(l)) {
			letters = append(letters, l)
		}
	}
	prose := language.ProseOf(d)
	for _, k := range prose.Capitals {
		w := &prose.Words[k]
		rest := d.Blocks[w.Block].Text.String()[w.Start:]
		for _, l := range [...]string{"TK", "TODO", "XXX", "FIXME"} {
			if strings.HasPrefix(rest, l) && !slices.Contains(letters, l) {
				letters = append(letters, l)
			}
		}
	}
	if latin.MayStandIn(d) || bytes.Contains(head, []byte("ipsum")) {
		letters = append(letters, "orem ipsum") // perhaps with a line break between
	}
	return letters
}

// placeholders calls found for every placeholder of a text that has one of the
// letters, brackets first; marks in brackets that were found count with them.
func placeholders(text string, letters []string, found func(start, end int)) {
	var brackets []lint.Span
	for _, l := range letters {
		for i := range occurrences(text, l) {
			n := 0
			switch {
			case l == "[":
				n = bracket(text[i:])
			case l == "orem ipsum" && i > 0 && !wordBefore(text, i-1):
				i--
				n = marker(text, i)
			case l != "orem ipsum" && !wordBefore(text, i):
				n = marker(text, i)
			}
			if n == 0 || within(brackets, i) {
				continue
			}
			if l == "[" {
				brackets = append(brackets, lint.Span{Start: i, End: i + n})
			}
			found(i, i+n)
		}
	}
}

// within reports whether offset i lies in one of spans, which are in order.
func within(spans []lint.Span, i int) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].End > i })
	return k < len(spans) && spans[k].Start <= i
}

// occurrences yields the offsets at which sub stands in text.
func occurrences(text, sub string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; at += len(sub) {
			i := strings.Index(text[at:], sub)
			if i < 0 {
				return
			}
			at += i
			if !yield(at) {
				return
			}
		}
	}
}

// marker returns the length of a marker word at i, or 0. "TK Maxx", "Super Bowl XXX"
// and "a TODO list" are none.
func marker(text string, i int) int {
	rest := text[i:]
	word := rest[:wordLength(rest)]
	after := strings.TrimLeft(rest[len(word):], " ")
	switch {
	case word == "TKTK" || word == "TKTKTK" || word == "FIXME":
		return len(word)
	case word == "TK":
		if r, _ := utf8.DecodeRuneInString(after); unicode.IsUpper(r) || nameBefore(text[:i]) {
			return 0
		}
		return len(word)
	case word == "TODO" || word == "XXX":
		alone := strings.TrimSpace(text) == word
		if alone || strings.HasPrefix(rest[len(word):], ":") {
			return len(word)
		}
	case len(word) == 5 && strings.EqualFold(word, "lorem"):
		if n := len("lorem ipsum dolor"); len(rest) >= n && strings.EqualFold(rest[:n], "lorem ipsum dolor") {
			return n
		}
	}
	return 0
}

// bracket returns the length of a bracketed request at the start of text, or 0.
func bracket(text string) int {
	end := strings.IndexByte(text[:min(len(text), 120)], ']')
	if end < 0 || strings.HasPrefix(text[end+1:], "(") {
		return 0
	}
	inner := strings.ToLower(strings.TrimSpace(text[1:end]))
	first, _, more := strings.Cut(inner, " ")
	switch placeholding()[first] {
	case "request":
		return end + 1
	case "thing":
		if !more || strings.HasSuffix(inner, " here") || strings.HasSuffix(inner, " tk") {
			return end + 1
		}
	}
	return 0
}

func wordLength(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' {
			return i
		}
	}
	return len(s)
}

func wordBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' || r == '/' || r == '.')
}

// nameBefore reports whether the last word of text is capitalised and not the
// first of its sentence: the letters behind it are then part of a name.
func nameBefore(text string) bool {
	text = strings.TrimRight(text, " ")
	i := strings.LastIndexByte(text, ' ') + 1
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i > 1 && unicode.IsUpper(r) && !strings.ContainsRune(".!?:", rune(text[i-2]))
}
