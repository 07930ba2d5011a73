package desk

import (
	"maps"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/language/quotes"
)

// reply is the answer to “check”.
type reply struct {
	Findings   []finding   `json:"findings"`
	Counts     counts      `json:"counts"`
	NotChecked []string    `json:"notChecked"` // why the draft, or a part of it, was not checked
	Skipped    []skipped   `json:"skipped"`    // rules that could not run
	Kind       string      `json:"kind"`       // what the draft is read as
	Article    bool        `json:"article"`
	Unsettled  bool        `json:"unsettled"`  // a sentence needs the language model, which is not there
	Inspection *inspection `json:"inspection"` // null if the draft cannot be read
}

// counts are the numbers of findings.
type counts struct {
	Error      int `json:"error"`
	Warning    int `json:"warning"`
	Advice     int `json:"advice"`
	Suppressed int `json:"suppressed"`
	Held       int `json:"held"` // that do not count for another reason
	Fixable    int `json:"fixable"`
}

type skipped struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
}

// finding is a finding as the page shows it.
type finding struct {
	ID       string    `json:"id"`
	Rule     string    `json:"rule"`
	Family   string    `json:"family"`
	Severity string    `json:"severity"`
	Place    place     `json:"place"`
	Field    string    `json:"field"` // the field beside the text that it is about, or ""
	Whole    bool      `json:"whole"` // it is about the whole article
	Words    string    `json:"words"` // that it is about, as a reader sees them, shortened
	Message  string    `json:"message"`
	Basis    basis     `json:"basis"`
	Fixes    []fixing  `json:"fixes"`
	Related  []related `json:"related"`
	Unlisted int       `json:"unlisted"` // further related places
	Status   string    `json:"status"`   // "" if it counts
	Reason   string    `json:"reason"`   // of the suppression
}

// basis is the evidence for a rule.
type basis struct {
	Kind   string `json:"kind"`
	Says   string `json:"says"`
	Source string `json:"source"`
	URL    string `json:"url"`
}

type fixing struct {
	Title string `json:"title"`
	Safe  bool   `json:"safe"`
}

type related struct {
	Place   place  `json:"place"`
	Message string `json:"message"`
	Words   string `json:"words"` // at the place, shortened
}

func (d *Desk) check(draft *Draft) *reply {
	text := []byte(draft.Text)
	c, err := d.examine(text, d.settings(draft))
	if err != nil {
		return &reply{NotChecked: []string{err.Error()}}
	}
	out := &reply{Findings: []finding{}, NotChecked: []string{}, Skipped: []skipped{}}
	out.Kind, out.Article = kindOf(c.result)
	if c.doc != nil {
		text = c.doc.Source.Bytes
		out.Inspection, out.Unsettled = inspectionOf(c.doc), quotes.Unsettled(c.doc)
	}
	c.result.Gather()
	c.prints = maps.Collect(c.result.Fingerprints())
	u := newUnits(text)
	for f := range c.result.Findings.All() {
		out.Findings = append(out.Findings, d.finding(c, f, u))
		out.Counts.add(f)
	}
	for _, n := range c.result.NotChecked {
		out.NotChecked = append(out.NotChecked, n.Reason)
	}
	for _, s := range c.result.Skipped {
		if d.ofOneDraft(s.Rule) {
			out.Skipped = append(out.Skipped, skipped{s.Rule, s.Reason})
		}
	}
	return out
}

// ofOneDraft reports whether a rule is about single drafts. The page has no others to compare
// with, which it says once.
func (d *Desk) ofOneDraft(rule string) bool {
	r := d.byName[rule]
	return r == nil || r.NewSite == nil
}

func (c *counts) add(f *engine.Finding) {
	switch {
	case f.Status == engine.Suppressed:
		c.Suppressed++
	case f.Status != engine.Active:
		c.Held++
	case f.Severity == lint.Error:
		c.Error++
	case f.Severity == lint.Warning:
		c.Warning++
	default:
		c.Advice++
	}
	if f.Status == engine.Active && len(f.Fixes) > 0 && f.Fixes[0].Safe {
		c.Fixable++
	}
}

// kindOf returns what the only draft of a result is read as.
func kindOf(r *engine.Result) (name string, article bool) {
	for k := range r.Kinds {
		return k.String(), false
	}
	return lint.KindArticle.String(), true
}

func (d *Desk) finding(c *checked, f *engine.Finding, u *units) finding {
	out := finding{
		ID: c.prints[f], Rule: f.Rule, Family: d.family(f.Rule), Severity: f.Severity.String(),
		Place: u.span(f.Span), Field: d.field(c.doc, f), Message: f.Message,
		Basis: basisOf(f.Basis),
		Fixes: []fixing{}, Related: []related{}, Unlisted: f.Unlisted, Status: f.Status.String(), Reason: f.Reason,
	}
	about := f.Span
	if !f.About.Empty() {
		about, out.Whole = f.About, isWhole(c.doc, f.About)
	}
	if c.doc != nil && !out.Whole && out.Field == "" {
		out.Words = wordsAt(c.doc, about)
	}
	for _, x := range f.Fixes {
		out.Fixes = append(out.Fixes, fixing{x.Title, x.Safe})
	}
	for _, r := range f.Related {
		other := related{Place: u.span(r.Span), Message: r.Message}
		if c.doc != nil {
			other.Words = wordsAt(c.doc, r.Span)
		}
		out.Related = append(out.Related, other)
	}
	slices.SortStableFunc(out.Related, func(a, b related) int { return a.Place.Start - b.Place.Start })
	return out
}

// The fields beside the text, as the page names them.
const (
	headlineField    = "headline"
	descriptionField = "description"
)

// field returns the field beside the text that a finding is about, or "" if it is about the
// text.
func (d *Desk) field(doc *lint.Document, f *engine.Finding) string {
	if doc == nil {
		return ""
	}
	switch lint.Family(d.family(f.Rule)) {
	case lint.DescriptionFamily:
		if !doc.Meta.Description().Placed() {
			return descriptionField
		}
	case lint.HeadlineFamily:
		if !doc.Title().Placed() {
			return headlineField
		}
	default:
	}
	return ""
}
