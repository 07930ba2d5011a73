package declaration

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/phrase"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/lexicon"
)

// NewWords returns the checker of a rule with phrases, to which they are to be added.
func (c *Compiler) NewWords(s *Located, m *Matching, placeholders ...string) *phrase.Words {
	w := c.Index.Words(c.Texts(s), c.Language())
	w.NotAfter, w.NotBefore = c.beside(m.NotAfter), c.beside(m.NotBefore)
	w.Once, w.Signs, w.Custom = m.Once, m.Signs, c.Message(append(placeholders, "found")...)
	for _, e := range m.Except {
		if text, ok := c.Phrase(e); ok {
			exact := m.Cased() || m.Written || AsWritten(text)
			forms := !exact && hasForms(m, w.Lang)
			c.Add(w, &phrase.Term{Phrase: text, Allowed: true}, forms, exact, e.Node)
			if first := fitting.First(text); exact && !m.Cased() && !m.Written && first != text { // where a sentence begins
				c.Add(w, &phrase.Term{Phrase: first, Allowed: true}, forms, exact, e.Node)
			}
		}
	}
	return w
}

// beside reads words before or after a phrase that make it right.
func (c *Compiler) beside(list []strict.Text) (words []string) {
	for _, t := range list {
		if text := OneLine(c.Decoder, t, phrase.Longest); text != "" {
			words = append(words, text)
		}
	}
	return words
}

// AllowRightForms adds as right what the rule says to write where a phrase of the rule is in it.
func (c *Compiler) AllowRightForms(w *phrase.Words) {
	for _, right := range w.RightForms() {
		if lexicon.Findable(right) {
			c.Add(w, &phrase.Term{Phrase: right, Allowed: true}, inflect.Knows(w.Lang), AsWritten(right), c.At)
		}
	}
}

// Forms reports whether inflected forms are to be found.
func (c *Compiler) Forms(m *Matching) bool {
	lang := c.Language()
	if m.Forms != nil && *m.Forms && !hasForms(m, lang) {
		c.Fail(c.At, "rule %s: the forms of words are not known in this language; list them, and leave out “forms”", strict.Quoted(c.Name))
	}
	return hasForms(m, lang)
}

// hasForms reports whether a rule finds the forms of words of a language: where they are known, unless it says that it
// does not, and where only endings are, if it says that it does.
func hasForms(m *Matching, lang string) bool {
	if m.Forms == nil {
		return inflect.Knows(lang)
	}
	return *m.Forms && (inflect.Knows(lang) || inflect.HasEndings(lang))
}

// Phrase checks a phrase.
func (c *Compiler) Phrase(t strict.Text) (text string, ok bool) {
	before := len(c.Problems)
	text = OneLine(c.Decoder, t, phrase.Longest)
	if len(c.Problems) == before && t.Node.Style == 0 {
		c.meant(t, text)
	}
	if len(c.Problems) == before && !lexicon.Findable(text) {
		c.Fail(t.Node, "%s has no letter or digit to look for; use “pattern” for signs", strict.Quoted(text))
	}
	if c.phrases++; c.phrases == mostPhrases+1 {
		c.Fail(t.Node, "the rules have more than %d phrases", mostPhrases)
	}
	return text, len(c.Problems) == before && c.phrases <= mostPhrases
}

// meant reports a phrase without straight quotation marks around it that could not be found as
// it is written, since its author takes YAML or a list of words for something else.
func (c *Compiler) meant(t strict.Text, text string) {
	bare := strings.Trim(text, "“”„‟«»")
	if bare != "" && !strings.HasPrefix(text, bare) && !strings.HasSuffix(text, bare) {
		c.Fail(t.Node, `%s would be found in these quotation marks only; write "%s"`, strict.Quoted(text), strict.Printable(bare))
		return
	}
	stem, star := strings.CutSuffix(text, "*")
	if star && len(stem) >= 3 || strings.Contains(text, "(") && strings.Contains(text, "|") {
		c.Fail(t.Node, `%s would be found with its signs only; list the words, use “pattern”, or write "%s" if it is meant`,
			strict.Quoted(text), strict.Printable(text))
	}
}

// Add adds a phrase to a rule. Its forms are made when the first draft is checked.
func (c *Compiler) Add(w *phrase.Words, t *phrase.Term, forms, exact bool, at *yaml.Node) {
	const usual = 8 // forms of a phrase
	w.Add(t, forms, exact)
	n := 1
	if forms {
		n = usual
	}
	c.count(n, at)
}

// count counts forms of phrases, and reports if there are too many.
func (c *Compiler) count(n int, at *yaml.Node) {
	before := c.forms
	if c.forms += n; before <= mostForms && c.forms > mostForms {
		c.Fail(at, "the phrases of all rules have more than %d forms; set “forms: false” for rules that need none, and leave out “typos”", mostForms)
	}
}

// AsWritten reports whether an exception holds only as it is written: one with a capital does.
// Where “federal” is flagged, “Federal” as an exception would otherwise disable the rule.
func AsWritten(exception string) bool { return strings.ToLower(exception) != exception }
