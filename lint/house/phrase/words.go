package phrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Words is the checker of a rule with phrases. What is exported may be set before the first
// draft is checked.
type Words struct {
	Once                bool     // each phrase is reported once for each draft
	Signs               bool     // apostrophes and the like count as they are listed
	Lang                string   // whose forms of words are known
	Names               bool     // the phrases are spellings of names
	Fix                 Fixing   // what the rule says about its fixes
	NotAfter, NotBefore []string // words beside a phrase that make it right
	Custom              *finding.Template
	Usual               func(t *Term, found, write string) string // the message of the kind; write is “use”, in quotation marks

	scope   passage.Scope
	index   *Index
	rule    int
	from    int // its terms begin here
	longest int // bytes of a phrase, with room for endings
}

// Fixing is what a rule says about its fixes.
type Fixing uint8

// The fixes of a rule.
const (
	FixCertain Fixing = iota // those that are certain are safe
	FixSafe                  // safe wherever the words around stay right
	FixUnsafe                // never safe
	FixNone                  // none
)

// Add adds a phrase. Its forms are made when the first draft is checked.
func (w *Words) Add(t *Term, forms, exact bool) {
	const endings = 8 // bytes
	w.longest = max(w.longest, len(t.searched())+endings)
	t.forms, t.exact, t.signs, t.rule, t.lang = forms, exact, w.Signs && !t.Allowed, int32(w.rule), w.Lang
	w.index.terms = append(w.index.terms, *t)
}

// Reserve makes room for a number of phrases.
func (w *Words) Reserve(n int) { w.index.terms = slices.Grow(w.index.terms, n) }

// Places returns where the phrases are in a draft.
func (w *Words) Places(d *lint.Document) (all []lint.Span) {
	list := passage.Of(d)
	for _, h := range w.index.of(w, d) {
		all = append(all, list[h.passage].Text.Span(int(h.start), int(h.end)))
	}
	return all
}

// Check implements [lint.Checker].
func (w *Words) Check(p *lint.Pass) {
	hits := w.index.of(w, p.Doc)
	if len(hits) == 0 {
		return
	}
	list := passage.Of(p.Doc)
	var single finding.Once
	for i := range hits {
		h := &hits[i]
		e := &w.index.entries[h.entry]
		f, ok := w.finding(p.Doc, &list[h.passage], h, e)
		switch {
		case !ok:
		case w.Once:
			single.Add(w.index.terms[e.term].Phrase, &f)
		default:
			p.Report(f)
		}
	}
	single.Report(p)
}

// finding returns the finding of a hit; ok is false if the words are right as they are.
func (w *Words) finding(d *lint.Document, p *passage.Passage, h *hit, e *entry) (f lint.Finding, ok bool) {
	t := &w.index.terms[e.term]
	at := spotOf(p, h)
	replacements := w.replacements(t, e, at)
	if p.Struck(d, at.Start) || w.right(t, at, replacements) || isModifier(w, t, e, at) {
		return f, false
	}
	instead := suggestion(t, replacements)
	shown := finding.Shown(at.Found())
	f = lint.Finding{Severity: t.Worst, Span: p.Text.Span(at.Start, at.End)}
	if w.Custom != nil {
		f.Message = w.Custom.Fill(w.values(t, shown, instead))
	} else {
		f.Message = w.Usual(t, shown, w.written(instead, replacements))
	}
	f.Fixes, f.Unfixed = fixesOf(w, d, p, t, e, at, replacements)
	return f, true
}

// spotOf returns the place of the words of a hit.
func spotOf(p *passage.Passage, h *hit) fitting.Spot {
	return fitting.Spot{Text: p.Text.String(), Start: int(h.start), End: int(h.end), At: h.at}
}

// suggestion returns what a message says to write: the replacements in the form of what was
// found, or as listed if the form is not known.
func suggestion(t *Term, replacements []replacement) string {
	all := slices.Clone(t.Instead)
	for i, r := range replacements {
		if r.text != "" {
			all[i] = r.text
		}
	}
	return strings.Join(all, finding.Alternatives)
}

// written returns what to write with its quotation marks. If its form is not known, it says so of a
// word that has forms.
func (w *Words) written(instead string, replacements []replacement) string {
	if len(replacements) > 0 && replacements[0].text == "" {
		begin, _, _ := strings.Cut(instead, " ")
		if _, _, ok := inflect.Make(begin, inflect.Past, w.Lang); ok && !wordpack.Of(w.Lang).Words("function-words").HasWord(begin) {
			return "a form of “" + instead + "”"
		}
	}
	return "“" + instead + "”"
}

// values returns the values of placeholders.
func (w *Words) values(t *Term, found, instead string) func(string) string {
	return func(name string) string {
		switch name {
		case "found":
			return found
		case "instead":
			return instead
		case "note":
			return t.Note
		}
		return t.Phrase
	}
}

// beside reports whether words beside a phrase make it right. Those with a capital hold only as they
// are written.
func (w *Words) beside(text string, start, end int) bool {
	if len(w.NotAfter)+len(w.NotBefore) == 0 {
		return false
	}
	before := strings.TrimRight(text[:start], " \n\u00a0")
	after := strings.TrimLeft(text[end:], " \n\u00a0")
	return slices.ContainsFunc(w.NotAfter, func(s string) bool {
		from := len(before) - len(s)
		return from >= 0 && sameWords(before[from:], s) && fitting.Boundary(before, from)
	}) || slices.ContainsFunc(w.NotBefore, func(s string) bool {
		return len(after) >= len(s) && sameWords(after[:len(s)], s) && fitting.Boundary(after, len(s))
	})
}

// sameWords reports whether words of a text are those of a list.
func sameWords(text, listed string) bool {
	return text == listed || strings.ToLower(listed) == listed && strings.EqualFold(text, listed)
}
