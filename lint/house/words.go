package house

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/lexicon"
)

// matching is how the kinds with phrases compare them.
type matching struct {
	Forms     *bool         `yaml:"forms" doc:"also find inflected forms (uses, used, using); true unless set, where the forms of the language are known"`
	MatchCase *bool         `yaml:"match-case" doc:"capitals count; unless set, only those of a phrase in capitals, such as IT"`
	Except    []strict.Text `yaml:"except" doc:"longer phrases in which the words are right; one with a capital holds only as it is written"`
	Once      bool          `yaml:"once" doc:"report a phrase once for each draft, with the number of its places"`
}

// words is the checker of the kinds with phrases.
type words struct {
	scope
	index  *index
	rule   int
	once   bool
	lang   string
	custom *message
	usual  func(t *term, found, write string) string // the message of the kind; write is “use”, in quotation marks
	names  bool                                      // the phrases are spellings of names
	fix    string                                    // what the rule says about its fixes

	from    int // the first of its terms
	longest int // bytes of a phrase, with room for endings
}

// cased reports whether capitals count in all phrases.
func (m *matching) cased() bool { return m.MatchCase != nil && *m.MatchCase }

// acronym reports whether the capitals of a phrase count, since it has no other letters: “IT” is
// not “it”.
func (m *matching) acronym(phrase string) bool {
	return m.MatchCase == nil && upper(phrase) && letters(phrase) > 1
}

// newWords returns the checker of a rule with phrases.
func (c *compiler) newWords(s *located, m *matching, placeholders ...string) *words {
	x := c.loader.set.index
	w := &words{scope: readScope(c, s), index: x, rule: x.rules, once: m.Once, lang: c.language(), from: len(x.terms)}
	x.rules++
	w.custom = readMessage(c, c.common.Message, append(placeholders, "found")...)
	for _, e := range m.Except {
		if phrase, ok := c.phrase(e); ok {
			exact := m.cased() || asWritten(phrase)
			forms := !exact && (m.Forms == nil || *m.Forms) && inflect.Knows(w.lang)
			w.add(c, &term{phrase: phrase, allowed: true}, forms, exact, e.Node)
		}
	}
	return w
}

// forms reports whether inflected forms are to be found.
func (c *compiler) forms(m *matching) bool {
	known := inflect.Knows(c.language())
	if m.Forms == nil {
		return known
	}
	if *m.Forms && !known {
		c.Fail(c.at, "rule %s: the forms of words are not known in this language; list them, and leave out “forms”", strict.Quoted(c.name))
	}
	return *m.Forms
}

// phrase checks a phrase.
func (c *compiler) phrase(t strict.Text) (phrase string, ok bool) {
	before := len(c.Problems)
	phrase = oneLine(c.Decoder, t, longPhrase)
	if len(c.Problems) == before && t.Node.Style == 0 {
		c.meant(t, phrase)
	}
	if len(c.Problems) == before && !lexicon.Findable(phrase) {
		c.Fail(t.Node, "%s has no letter or digit to look for; use “pattern” for signs", strict.Quoted(phrase))
	}
	if c.loader.phrases++; c.loader.phrases == mostPhrases+1 {
		c.Fail(t.Node, "the rules have more than %d phrases", mostPhrases)
	}
	return phrase, len(c.Problems) == before && c.loader.phrases <= mostPhrases
}

// meant reports a phrase without straight quotation marks around it that could not be found as
// it is written, since its author takes YAML or a list of words for something else.
func (c *compiler) meant(t strict.Text, phrase string) {
	bare := strings.Trim(phrase, "“”„‟«»")
	if bare != "" && !strings.HasPrefix(phrase, bare) && !strings.HasSuffix(phrase, bare) {
		c.Fail(t.Node, `%s would be found in these quotation marks only; write "%s"`, strict.Quoted(phrase), strict.Printable(bare))
		return
	}
	stem, star := strings.CutSuffix(phrase, "*")
	if star && len(stem) >= 3 || strings.Contains(phrase, "(") && strings.Contains(phrase, "|") {
		c.Fail(t.Node, `%s would be found with its signs only; list the words, use “pattern”, or write "%s" if it is meant`,
			strict.Quoted(phrase), strict.Printable(phrase))
	}
}

// add adds a term. Its forms are made when the first draft is checked.
func (w *words) add(c *compiler, t *term, forms, exact bool, at *yaml.Node) {
	const usual = 8   // forms of a phrase
	const endings = 8 // bytes
	w.longest = max(w.longest, len(t.searched())+endings)
	t.forms, t.exact, t.rule, t.lang = forms, exact, int32(w.rule), w.lang
	w.index.terms = append(w.index.terms, *t)
	n := 1
	if forms {
		n = usual
	}
	c.count(n, at)
}

// count counts forms of phrases, and reports if there are too many.
func (c *compiler) count(n int, at *yaml.Node) {
	before := c.loader.forms
	if c.loader.forms += n; before <= mostForms && c.loader.forms > mostForms {
		c.Fail(at, "the phrases of all rules have more than %d forms; set “forms: false” for rules that need none, and leave out “typos”", mostForms)
	}
}

// check implements checker.
func (w *words) check(p *lint.Pass) {
	hits := w.index.of(w.rule, &w.scope, p.Doc)
	if len(hits) == 0 {
		return
	}
	list := passages.Of(p.Doc)
	var single once
	for i := range hits {
		h := &hits[i]
		e := &w.index.entries[h.entry]
		f, ok := w.finding(p.Doc, &list[h.passage], h, e)
		switch {
		case !ok:
		case w.once:
			single.add(w.index.terms[e.term].phrase, &f)
		default:
			p.Report(f)
		}
	}
	single.report(p)
}

// finding returns the finding of a hit; ok is false if the words are right as they stand.
func (w *words) finding(d *lint.Document, p *passage, h *hit, e *entry) (f lint.Finding, ok bool) {
	t := &w.index.terms[e.term]
	at := spot{p.text.String(), int(h.start), int(h.end), h.at}
	replacements := w.replacements(t, e, at)
	if w.right(t, at, replacements) {
		return f, false
	}
	instead := suggestion(t, replacements)
	shown := lint.Clip(60, strings.Join(strings.Fields(at.found()), " "))
	f = lint.Finding{Severity: t.worst, Span: p.text.Span(at.start, at.end)}
	switch m := t.message; {
	case m != nil:
		f.Message = m.fill(w.values(t, shown, instead))
	case w.custom != nil:
		f.Message = w.custom.fill(w.values(t, shown, instead))
	default:
		f.Message = w.usual(t, shown, w.written(instead, replacements))
	}
	f.Fixes = fixesOf(w, d, p, t, at, replacements)
	return f, true
}

// suggestion returns what a message says to write: the replacements in the form of what was
// found, or as listed if the form is not known.
func suggestion(t *term, replacements []replacement) string {
	all := slices.Clone(t.instead)
	for i, r := range replacements {
		if r.text != "" {
			all[i] = r.text
		}
	}
	return strings.Join(all, "” or “")
}

// written returns what to write with its quotation marks. If its form is not known, it says so of a
// word that has forms.
func (w *words) written(instead string, replacements []replacement) string {
	if len(replacements) > 0 && replacements[0].text == "" {
		begin, _, _ := strings.Cut(instead, " ")
		if _, _, ok := inflect.Make(begin, inflect.Past, w.lang); ok {
			return "a form of “" + instead + "”"
		}
	}
	return "“" + instead + "”"
}

// values returns the values of placeholders.
func (w *words) values(t *term, found, instead string) func(string) string {
	return func(name string) string {
		switch name {
		case "found":
			return found
		case "instead":
			return instead
		case "note":
			return t.note
		}
		return t.phrase
	}
}
