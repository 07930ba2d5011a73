package drafting

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed editor_note.txtar
var editorNoteDocs string

// EditorNote flags text written for the editor rather than the reader.
var EditorNote = &lint.Rule{
	Name:     "editor-note",
	Family:   lint.DraftingFamily,
	Summary:  "a working note is left in the text",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: notes leave the text before publication",
	},
	Languages: wordpack.WithLists("note-labels", "assistant-openings", "search-terms", "article-in-the-making"),
	Docs:      editorNoteDocs,
	New:       func() lint.Checker { return &editorNote{} },
}

type editorNote struct{}

// Check looks for whole sections of advice first; notes inside such a section are not
// flagged again.
func (r editorNote) Check(p *lint.Pass) {
	lists := notes.Of(p.Doc.Language)
	done := r.checkSections(p, lists)
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Prose() {
		text := block.Text.String()
		n, what := lists.label(text)
		if n == 0 && (i < edge || i >= len(p.Doc.Blocks)-edge) {
			n, what = lists.preamble(text)
		}
		if n > 0 && block.Kind != lint.Cell && !isFeature(block, n) && !mentioned(prose.WordsIn(i), 0, n) && !done[i] {
			p.Report(lint.Finding{
				Span:    block.Text.Span(0, n),
				Message: fmt.Sprintf("“%s” is %s; delete it", lint.Shorten(text[:n], 48), what),
			})
		}
		if strings.IndexByte(text, '(') < 0 {
			continue
		}
		for start, end := range lists.greeted(text) {
			if mentioned(prose.WordsIn(i), start, end) {
				continue
			}
			p.Report(lint.Finding{
				Span:     block.Text.Span(start, end),
				Severity: lint.Warning, // it may be a wink at readers
				Message:  fmt.Sprintf("“%s” greets one person; delete it if it was meant for a colleague", text[start:end]),
			})
		}
	}
}

// isFeature reports whether a label is that of an item in a list, set in bold and explained:
// “**Link suggestions**: shows related articles”. It is what the article is about.
func isFeature(b *lint.Block, n int) bool {
	return b.Kind == lint.Item && b.Marked(lint.MarkStrong, 0) && len(strings.TrimSpace(b.Text.Slice(n, b.Text.Len()))) > 0
}

// checkSections flags each section that gives advice on SEO, and returns
// the blocks of these sections.
func (editorNote) checkSections(p *lint.Pass, lists *noteLists) map[int]bool {
	var done map[int]bool
	for s := range p.Doc.Sections() {
		if s.Heading == lint.None || !lists.advice(p.Doc, s) {
			continue
		}
		if done == nil && lists.aboutSearch(p.Doc.Headline().String()) {
			return nil // the article is about search itself
		}
		heading := &p.Doc.Blocks[s.Heading]
		p.Report(lint.Finding{
			Span:    heading.Text.All(),
			Message: fmt.Sprintf("Section “%s” is advice about the article itself; delete it", lint.Shorten(heading.Text.Plain(), 32)),
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

// advice reports whether a section mentions search in its heading, uses at least three
// search terms, and treats the article as unfinished.
func (n *noteLists) advice(d *lint.Document, s lint.Section) bool {
	if !n.aboutSearch(d.Blocks[s.Heading].Text.String()) {
		return false
	}
	var all strings.Builder
	for i := s.From; i < s.To; i++ {
		if d.Blocks[i].Prose() {
			all.WriteString(strings.ToLower(d.Blocks[i].Text.String()))
			all.WriteByte('\n')
		}
	}
	if n.count(all.String()) < 3 {
		return false
	}
	return slices.ContainsFunc(n.self, func(self string) bool { return strings.Contains(all.String(), self) })
}

// count returns how many search terms a text contains.
func (n *noteLists) count(lower string) (terms int) {
	for _, term := range n.terms {
		if i := strings.Index(lower, term); i >= 0 && !wordBefore(lower, i) {
			terms++
		}
	}
	return terms
}

// aboutSearch reports whether a heading contains a search term.
func (n *noteLists) aboutSearch(heading string) bool {
	for i := range len(heading) {
		if i > 0 && asciiLetter(heading[i-1]) || !asciiLetter(heading[i]) {
			continue // most bytes are in the middle of a word
		}
		if n.begins.Any(heading[i:]) && !wordBefore(heading, i) {
			return true
		}
	}
	return false
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// label returns the length and the kind of a label such as "Headline options:" at the
// start of a block, or 0.
func (n *noteLists) label(text string) (length int, what string) {
	if strings.IndexByte(text[:min(len(text), n.longest)], ':') < 0 {
		return 0, ""
	}
	for _, rest := range n.labels.Of(text) {
		rest = cutAny(rest, n.plurals)
		if more, ok := strings.CutPrefix(rest, " "); ok {
			if ended := cutAny(more, n.endings); ended != more {
				rest = cutAny(ended, n.plurals)
			}
		}
		if strings.HasPrefix(rest, ":") {
			return len(text) - len(rest) + 1, "a note to the editor"
		}
	}
	return 0, ""
}

// cutAny removes the first of the prefixes that a text has.
func cutAny(text string, prefixes []string) string {
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			return rest
		}
	}
	return text
}

// edge is how many blocks from either end of a draft are searched for a writing
// assistant's chatter.
const edge = 4

// preamble returns the length and the kind of what a writing assistant says before or
// after its answer, at the start of a block, or 0.
func (n *noteLists) preamble(text string) (length int, what string) {
	if n.preambles.Any(text) {
		return sentenceLength(text), "what a writing assistant says around its answer"
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

// greeted yields the bracketed notes that greet a colleague: "(hi Ali 👋)".
func (n *noteLists) greeted(text string) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(text); i++ {
			j := strings.IndexByte(text[i:], '(')
			if j < 0 {
				return
			}
			i += j
			if length := n.greeting(text[i+1:]); length > 0 && !yield(i, i+1+length) {
				return
			}
		}
	}
}

// greeting returns the length of "hi Name …)" at the start of text, or 0. More than one
// greeting is a joke: "(hello rain, hello wind)".
func (n *noteLists) greeting(text string) int {
	for _, rest := range n.greetings.Of(text) {
		name, spaced := strings.CutPrefix(rest, " ")
		if !spaced {
			continue
		}
		r, _ := utf8.DecodeRuneInString(name)
		end := strings.IndexByte(text[:min(len(text), 40)], ')')
		if unicode.IsUpper(r) && end > 0 && len(strings.Fields(text[:end])) <= 4 && strings.IndexByte(text[:end], ',') < 0 {
			return end + 1
		}
	}
	return 0
}
