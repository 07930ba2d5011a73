package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// A translation takes over the structure, the links and the images of its source, with
// their faults. Those are corrected in the source, so they are reported there, and
// findings about language on the translation. Drafts translate one text if their paths
// differ only in the language; the source is the one in the main language of the site or,
// if there is none, in the language with most drafts. A finding of a translation is held
// back if the rule is about structure (see [lint.Rule.Structure]) and the source has the
// same finding: about the same target or, where nothing identifies the finding, as many of
// the rule below the same headings. A target that only the translation lacks is its own
// error.
//
// The trade-off: if the source is not part of the run, its translations are judged alone.

// MirrorNote says how many findings on translations are held back.
type MirrorNote struct {
	Withheld int    // findings
	Drafts   int    // translations that have them
	Example  string // a place of one of them
}

// mirrors finds the sources of translations.
type mirrors struct {
	sources map[text]*Outcome
	note    MirrorNote
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
				return cmp.Or(rank(a)-rank(b), total[b.traits.Language]-total[a.traits.Language], strings.Compare(a.path, b.path))
			})
		}
	}
	return m
}

// rank returns 0 for drafts in the main language of the site, as its configuration has it;
// 1 for those in English, if the site does not say; and 2 for the rest.
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
	if source == nil || source == o || len(o.Findings) == 0 || source.traits.Language == o.traits.Language {
		return
	}
	left := countFindings(source)
	same := o.traits.Outline == source.traits.Outline
	before := m.note.Withheld
	for i := range o.Findings {
		f := &o.Findings[i]
		rule := structural(o.settings, f.Rule)
		if rule == nil || f.Status != Active || f.Asked {
			continue
		}
		exact, some := mirrored{f.Rule, f.Same}, mirrored{rule: f.Rule}
		switch {
		case f.Shared == "" && (same || rule.Absence != "") && left[some] > 0:
			left[some]--
		case f.Same != "" && left[exact] > 0:
			left[exact]--
		default:
			continue
		}
		f.Status = Mirrored
		if m.note.Withheld++; m.note.Withheld == 1 {
			m.note.Example = placeOf(f)
		}
	}
	if m.note.Withheld > before {
		m.note.Drafts++
	}
}

// mirrored identifies a finding in both languages: a rule, and what the finding is about.
type mirrored struct{ rule, same string }

// countFindings counts the findings of a source, each by what it is about and by its rule.
func countFindings(o *Outcome) map[mirrored]int {
	n := map[mirrored]int{}
	for i := range o.Findings {
		f := &o.Findings[i]
		n[mirrored{rule: f.Rule}]++
		if f.Same != "" {
			n[mirrored{f.Rule, f.Same}]++
		}
	}
	return n
}

// structural returns a rule if it is about structure, otherwise nil.
func structural(settings *config.Settings, rule string) *lint.Rule {
	for i := range settings.Rules {
		if r := settings.Rules[i].Rule; r.Name == rule && r.Structure {
			return r
		}
	}
	return nil
}
