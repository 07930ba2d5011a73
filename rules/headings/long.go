package headings

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed long.txtar
var longDocs string

// Long flags a subheading that is too long to read at a glance.
var Long = &lint.Rule{
	Name:     "long-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "a subheading is too long to take in at a glance",
	Severity: lint.Advice,
	Off:      true,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: a subheading is read at a glance (no source documents a length)",
	},
	Habit: lint.Habit{Does: "have long headings", Of: lint.HeadingPart, Most: true},
	Docs:  longDocs,
	New:   func() lint.Checker { return &long{MaxCharacters: 84} },
}

type long struct {
	MaxCharacters int `yaml:"max_characters" doc:"characters that a subheading may have; code in it does not count"`
}

// Check counts the characters of each heading except the headline, which has its own rule.
// Names in code are not counted, because the writer cannot shorten them.
func (r *long) Check(p *lint.Pass) {
	h := headline(p.Doc)
	for i, b := range p.Doc.Headings() {
		if i == h || b.Text.Len() <= r.MaxCharacters {
			continue
		}
		n := characters(b)
		if n <= r.MaxCharacters {
			continue
		}
		p.Report(lint.Finding{
			Span:    b.Text.All(),
			Message: fmt.Sprintf("Heading has %d characters, more than %d; shorten it to what the section adds", n, r.MaxCharacters),
		})
	}
}

// characters counts the characters of a heading with one space between its words. Code and
// identifiers (“consul.client.rpc”, “MemoryUsage”) do not count.
func characters(b *lint.Block) int {
	s, n := b.Text.String(), 0
	for at := 0; at < len(s); {
		start := at + strings.IndexFunc(s[at:], notSpace)
		if start < at {
			break
		}
		end := len(s)
		if k := strings.IndexFunc(s[start:], unicode.IsSpace); k >= 0 {
			end = start + k
		}
		if word := s[start:end]; !b.Marked(lint.MarkCode, start) && !b.Marked(lint.MarkKeyboard, start) && !identifier(word) {
			n += 1 + utf8.RuneCountInString(word)
		}
		at = end
	}
	return n - 1
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// identifier reports whether a word looks like an identifier: it has an underscore, a full
// stop between letters, or a capital after a lower-case letter.
func identifier(word string) bool {
	for i := 1; i+1 < len(word); i++ {
		before, c := word[i-1], word[i]
		if c == '_' || c == '.' && small(before) && small(word[i+1]) || 'A' <= c && c <= 'Z' && small(before) {
			return true
		}
	}
	return false
}

func small(c byte) bool { return 'a' <= c && c <= 'z' }
