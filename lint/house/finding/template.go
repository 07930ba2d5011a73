// Package finding words the findings of house rules: messages with placeholders, numbers and
// lists as messages show them, and one finding for several places with the same text.
//
// The trade-off: a message is one English sentence per kind of rule. A house that writes in
// another language sets messages of its own.
package finding

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/config/strict"
)

// inLower is after the name of a placeholder whose value is written in lower case: {half:lower}.
const inLower = ":lower"

// Template is a message with placeholders in braces.
type Template struct {
	texts []string // one more than names
	names []string // of the placeholders
}

// Parse reads a template. The placeholders that it may contain depend on the kind of rule.
// fail is called for each mistake.
func Parse(text string, allowed []string, fail func(format string, args ...any)) *Template {
	t := &Template{}
	for rest := text; ; {
		before, after, found := strings.Cut(rest, "{")
		if !found {
			t.texts = append(t.texts, rest)
			return t
		}
		name, more, closed := strings.Cut(after, "}")
		if !closed {
			fail("the message has a { without a }; write a placeholder such as {%s}", allowed[0])
			return t
		}
		if !slices.Contains(allowed, strings.TrimSuffix(name, inLower)) {
			fail("%s", strict.Unknown("placeholder", "{"+name+"}", braced(allowed)))
		}
		t.texts, t.names = append(t.texts, before), append(t.names, name)
		rest = more
	}
}

// Says reports whether a template has words of its own beside its placeholders.
func (t *Template) Says() bool {
	return strings.ContainsFunc(strings.Join(t.texts, ""), unicode.IsLetter)
}

func braced(names []string) (out []string) {
	for _, n := range names {
		out = append(out, "{"+n+"}")
	}
	return out
}

// Fill returns the message with the values of its placeholders.
func (t *Template) Fill(value func(name string) string) string {
	var b strings.Builder
	for i, s := range t.texts {
		b.WriteString(s)
		if i < len(t.names) {
			name, lower := strings.CutSuffix(t.names[i], inLower)
			if text := t.alternatives(i, value(name)); lower {
				b.WriteString(strings.ToLower(text))
			} else {
				b.WriteString(text)
			}
		}
	}
	return b.String()
}

// Alternatives separates several values of a placeholder, where it stands between the usual quotation marks.
const Alternatives = "” or “"

// alternatives returns a value with the quotation marks that the template has around the placeholder
// between several values, or with none.
func (t *Template) alternatives(i int, text string) string {
	open, _ := utf8.DecodeLastRuneInString(t.texts[i])
	closing, _ := utf8.DecodeRuneInString(t.texts[i+1])
	between := " or "
	if isQuote(open) && isQuote(closing) {
		between = string(closing) + between + string(open)
	}
	return strings.ReplaceAll(text, Alternatives, between)
}

func isQuote(r rune) bool {
	return unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("\"'„‚", r) && r != utf8.RuneError
}
