package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/form"
)

// A translation takes over the structure, the links and the images of its source, with
// their faults, and the size of its parts. Those are corrected in the source, so they are
// reported there, and findings about language on the translation. Drafts are translations of
// one text if their paths differ only in the language; the source is the one in the main
// language of the site or, if there is none, in the language with the most drafts. Of several
// in one language, it is the one outside the language folders: the others have yet to be
// translated. A finding of a translation is held back
//
//   - if the rule is about structure (see [lint.Rule.Structure]) and the source has the
//     same finding, whatever its status there: about the same target or, where nothing
//     identifies the finding, one of the rule in the same section or below the same headings;
//   - if the rule measures (see [lint.Rule.Measure]) and the source has the same form in
//     that place: what is just below a limit in one language is above it in another;
//   - whatever the rule, if the source has it in the same words: nobody has translated that
//     passage yet.
//
// A target that only the translation lacks is its own error.
//
// The trade-off: if the source is not part of the run, its translations are checked on their own.

// mirrors finds the sources of translations.
type mirrors struct {
	sources map[text]*Outcome
	note    HeldNote
}

// text identifies a text in all of its translations: the folder of the site and
// [traits.Text].
type text struct{ root, name string }

func textOf(o *Outcome) text { return text{o.settings.Root, o.traits.Text} }

// newMirrors returns the sources among the outcomes.
func newMirrors(outcomes []*Outcome) *mirrors {
	m := &mirrors{sources: map[text]*Outcome{}}
	drafts, total := map[text][]*Outcome{}, map[string]int{}
	for _, o := range outcomes {
		if o.traits.Text == "" || !o.Read {
			continue
		}
		drafts[textOf(o)] = append(drafts[textOf(o)], o)
		total[o.traits.Language]++
	}
	for of, all := range drafts {
		if len(all) > 1 {
			m.sources[of] = slices.MinFunc(all, func(a, b *Outcome) int {
				return cmp.Or(rank(a)-rank(b), total[b.traits.Language]-total[a.traits.Language], len(a.path)-len(b.path), strings.Compare(a.path, b.path))
			})
		}
	}
	return m
}

// rank returns 0 for drafts in the main language of the site, according to its configuration;
// 1 for those in English, if the configuration does not say; and 2 for the rest.
func rank(o *Outcome) int {
	main := "en"
	found := o.settings.Found
	declared := found != nil && found.Language.Value != ""
	if declared {
		main = strings.ToLower(found.Language.Value)
	}
	primary, _, _ := strings.Cut(main, "-")
	switch {
	case o.traits.Language != main && o.traits.Language != primary:
		return 2
	case declared:
		return 0
	}
	return 1
}

// apply marks the findings of a translation that its source has as well.
func (m *mirrors) apply(o *Outcome) {
	if o.traits.Text == "" || !o.Read {
		return
	}
	source := m.sources[textOf(o)]
	if source == nil || source == o || len(o.Findings) == 0 {
		return
	}
	m.note.mark(o, Mirrored, newComparison(o, source).mirrored)
}

// comparison compares a translation with its source.
type comparison struct {
	own, source *Outcome
	outline     bool // the headings are the same
	align       form.Alignment
	left        map[mirrored]int // findings of the source that no finding of the translation mirrors yet
	measured    map[measured]bool
}

// measured is a block of the source that a rule has a finding on.
type measured struct {
	rule  string
	block int
}

// mirrored identifies a finding in both languages: a rule, and what the finding is about or
// the section of the source that has it, from 1.
type mirrored struct {
	rule, same, words string
	section           int
}

func newComparison(o, source *Outcome) *comparison {
	own, theirs := o.traits.Form, source.traits.Form
	c := &comparison{own: o, source: source, align: form.Align(own, theirs), left: map[mirrored]int{}, measured: map[measured]bool{}}
	c.outline = own.Outline(own.All()) == theirs.Outline(theirs.All())
	findings := source.All()
	for i := range findings {
		f := &findings[i]
		c.left[mirrored{rule: f.Rule}]++
		if f.Same != "" {
			c.left[mirrored{rule: f.Rule, same: f.Same}]++
		}
		if !f.Span.Empty() {
			c.left[mirrored{rule: f.Rule, words: f.Words}]++
		}
		if len(f.Parts) > 0 {
			c.left[mirrored{rule: f.Rule, section: theirs.Section(f.Parts[0].From)}]++
		}
		for _, p := range f.Parts {
			c.measured[measured{f.Rule, p.From}] = true
		}
	}
	return c
}

// mirrored reports whether the source has what a finding of the translation is about.
func (c *comparison) mirrored(f *Finding) bool {
	s := c.own.setting(f.Rule)
	switch {
	case s == nil:
		return false
	case !f.Span.Empty() && c.take(mirrored{rule: f.Rule, words: f.Words}):
		return true
	case s.Rule.Structure && c.sameFinding(s.Rule, f):
		return true
	}
	return s.Rule.Measure && c.sameForm(f)
}

// sameFinding reports whether the source has a finding that no other one mirrors yet.
func (c *comparison) sameFinding(rule *lint.Rule, f *Finding) bool {
	section := 0
	if !c.outline && rule.Absence == "" && len(f.Parts) > 0 {
		of := f.Parts[0].From
		if of >= len(c.align) || c.align[of] < 0 {
			section = lint.None
		} else {
			section = c.source.traits.Form.Section(c.align[of])
		}
	}
	return f.Shared == "" && c.take(mirrored{rule: f.Rule, section: section}) ||
		f.Same != "" && c.take(mirrored{rule: f.Rule, same: f.Same})
}

func (c *comparison) take(key mirrored) bool {
	if c.left[key] == 0 {
		return false
	}
	c.left[key]--
	return true
}

// sameForm reports whether all that a finding measures has the form of the source, or is
// above the limit there as well.
func (c *comparison) sameForm(f *Finding) bool {
	if len(f.Parts) == 0 {
		return c.sameField(f)
	}
	for _, p := range f.Parts {
		of := lint.None
		if p.From < len(c.align) {
			of = c.align[p.From]
		}
		if !c.measured[measured{f.Rule, of}] && !c.align.SameForm(c.own.traits.Form, c.source.traits.Form, p) {
			return false
		}
	}
	return true
}

// sameField reports whether a title or description is short because that of the source is. They
// are compared in bytes, since compact writing systems take fewer characters but more bytes each.
func (c *comparison) sameField(f *Finding) bool {
	if c.own.page == nil || c.source.page == nil {
		return false
	}
	own, theirs := c.own.page.values(), c.source.page.values()
	for i := range own {
		if own[i].Span.Len() > 0 && own[i].Span == f.Span {
			return theirs[i].Text != "" && 5*len(own[i].Text) >= 2*len(theirs[i].Text)
		}
	}
	return false
}

// divide records which parts of a translatable text each finding is about, see
// [traits.Text].
func divide(findings []Finding, d *Draft) {
	for i := range findings {
		f := &findings[i]
		if s := settingOf(d.Settings, f.Rule); s == nil || !s.Rule.Structure && !s.Rule.Measure {
			continue
		}
		about := f.About
		if about.Empty() {
			about = f.Span
		}
		if p := form.PartOf(d.Doc, about); p.From < p.To {
			f.Parts = append(f.Parts, p)
		}
		for _, r := range f.Finding.Related {
			if p := form.PartOf(d.Doc, r.Span); r.Path == "" && len(f.Parts) > 0 && p.From < p.To {
				f.Parts = append(f.Parts, p)
			}
		}
	}
}
