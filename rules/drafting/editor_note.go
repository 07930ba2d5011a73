package drafting

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed editor_note.txtar
var editorNoteDocs string

// EditorNote flags what was written for the editor and not for the reader.
var EditorNote = &lint.Rule{
	Name:     "editor-note",
	Family:   lint.DraftingFamily,
	Summary:  "a working note is left in the text",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: notes leave the text before publication",
	},
	Languages: []string{"en"},
	Docs:      editorNoteDocs,
	New:       func() lint.Checker { return &editorNote{} },
}

type editorNote struct{}

// Check looks for whole sections of advice first; the notes inside one are not
// flagged again.
func (r editorNote) Check(p *lint.Pass) {
	done := r.checkSections(p)
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Prose() {
		text := block.Text.String()
		n, what := label(text)
		if n == 0 && (i < edge || i >= len(p.Doc.Blocks)-edge) {
			n, what = preamble(text)
		}
		if n > 0 && block.Kind != lint.Cell && !mentioned(prose.WordsIn(i), 0, n) && !done[i] {
			p.Report(lint.Finding{
				Span:    block.Text.Span(0, n),
				Message: fmt.Sprintf("“%s” is %s; take it out", lint.Shorten(text[:n], 48), what),
			})
		}
		if strings.IndexByte(text, '(') < 0 {
			continue
		}
		for start, end := range greetings(text) {
			if mentioned(prose.WordsIn(i), start, end) {
				continue
			}
			p.Report(lint.Finding{
				Span:    block.Text.Span(start, end),
				Message: fmt.Sprintf("“%s” greets a colleague; take it out", text[start:end]),
			})
		}
	}
}

// checkSections flags each section that advises how to find the article, and
// returns its blocks.
func (editorNote) checkSections(p *lint.Pass) map[int]bool {
	var done map[int]bool
	for s := range p.Doc.Sections() {
		if s.Heading == lint.None || !advice(p.Doc, s) {
			continue
		}
		if done == nil && aboutSearch(p.Doc.Headline().String()) {
			return nil // the article is about search itself
		}
		heading := &p.Doc.Blocks[s.Heading]
		p.Report(lint.Finding{
			Span:    heading.Text.All(),
			Message: fmt.Sprintf("Section “%s” is advice about the article itself; take it out", lint.Shorten(heading.Text.Plain(), 32)),
		})
		if done == nil {
			done = map[int]bool{}
		}
		for i := s.Heading; i < s.To; i++ {
			done[i] = true
		}
	}
	return done
}

// advice reports whether a section speaks of search in its heading, uses three of
// its terms or more, and speaks of the article as of a thing in the making.
func advice(d *lint.Document, s lint.Section) bool {
	if !aboutSearch(d.Blocks[s.Heading].Text.String()) {
		return false
	}
	var all strings.Builder
	for i := s.From; i < s.To; i++ {
		if d.Blocks[i].Prose() {
			all.WriteString(strings.ToLower(d.Blocks[i].Text.String()))
			all.WriteByte('\n')
		}
	}
	if terms(all.String()) < 3 {
		return false
	}
	for _, self := range notes().self {
		if strings.Contains(all.String(), self) {
			return true
		}
	}
	return false
}

// terms returns how many terms of search stand in a text.
func terms(lower string) int {
	n := 0
	for _, list := range &notes().term {
		for _, term := range list {
			if i := strings.Index(lower, term); i >= 0 && !wordBefore(lower, i) {
				n++
			}
		}
	}
	return n
}

// aboutSearch reports whether a heading uses a term of search.
func aboutSearch(heading string) bool {
	list := &notes().term
	for i := range len(heading) {
		if i > 0 && asciiLetter(heading[i-1]) {
			continue // most bytes are in the middle of a word
		}
		for _, term := range list.at(heading, i) {
			if hasFold(heading[i:], term) && !wordBefore(heading, i) {
				return true
			}
		}
	}
	return false
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// label returns the length of a label such as "Headline options:" at the start of
// a block and what it is, or 0.
func label(text string) (n int, what string) {
	if strings.IndexByte(text[:min(len(text), longestLabel)], ':') < 0 {
		return 0, ""
	}
	for _, label := range notes().label.at(text, 0) {
		if !hasFold(text, label) {
			continue
		}
		rest := strings.TrimPrefix(text[len(label):], "s")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, " suggestion"), " option")
		rest = strings.TrimPrefix(rest, "s")
		if strings.HasPrefix(rest, ":") {
			return len(text) - len(rest) + 1, "a note to the editor"
		}
	}
	return 0, ""
}

// longestLabel is more than a label with its colon has in bytes.
const longestLabel = 48

// edge is how many blocks from either end of a draft a writing assistant talks in.
const edge = 4

// preamble returns the length of what a writing assistant says around its answer,
// at the start of a block, and what it is, or 0.
func preamble(text string) (n int, what string) {
	for _, preamble := range notes().preamble.at(text, 0) {
		if hasFold(text, preamble) {
			return sentenceLength(text), "what a writing assistant says around its answer"
		}
	}
	return 0, ""
}

// sentenceLength returns the length of the first sentence or line of a block.
func sentenceLength(text string) int {
	if i := strings.IndexAny(text, ".:\n"); i > 0 {
		return i + 1
	}
	return len(text)
}

// hasFold reports whether a text begins with a prefix, whose first two characters are
// ASCII, in either case.
func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && s[0]|0x20 == prefix[0]|0x20 && s[1]|0x20 == prefix[1]|0x20 && strings.EqualFold(s[:len(prefix)], prefix)
}

// greetings yields where a colleague is greeted in brackets: "(hi Ali 👋)".
func greetings(text string) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(text); i++ {
			j := strings.IndexByte(text[i:], '(')
			if j < 0 {
				return
			}
			i += j
			if n := greeting(text[i+1:]); n > 0 && !yield(i, i+1+n) {
				return
			}
		}
	}
}

// greeting returns the length of "hi Name …)" at the start of text, or 0.
func greeting(text string) int {
	if text == "" || text[0]|0x20 != 'h' {
		return 0
	}
	for _, hello := range []string{"hi ", "hey ", "hello "} {
		if !hasFold(text, hello) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[len(hello):])
		end := strings.IndexByte(text[:min(len(text), 40)], ')')
		if unicode.IsUpper(r) && end > 0 && len(strings.Fields(text[:end])) <= 4 {
			return end + 1
		}
	}
	return 0
}
