package engine

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/form"
	"github.com/copychief/copychief/lint/site/locale"
)

// traits are the properties that are compared between drafts, to learn what many of them
// have in common.
type traits struct {
	Present []string // rules with [lint.Rule.Absence] that found what they look for
	Absent  []string // rules with [lint.Rule.Absence] that did not find it
	Fired   []string // rules with a [lint.Habit] that reported something
	Parts   uint8    // what the draft has, one bit for each [lint.Part]
	Listing listing
	Age     age

	Described bool   // has a meta description
	Date      string // of publication, as "2006-01-02"; "" if the draft has none

	Language string
	Text     string    // the path of the draft without its language: equal for translations of one text
	Form     form.Form // of its text; "" if it has no translations
}

// read sets the traits that do not depend on rules.
func (t *traits) read(d *Draft) {
	t.Date, t.Parts, t.Listing = d.Doc.Date(), partsOf(d.Doc), listingOf(d.Doc, d.Now)
	t.Age, t.Described = ageOf(t.Date, d.Now), d.Doc.Meta.Description().Len() > 0
	text, tag := locale.Untranslated(d.Settings.Site, d.Name)
	if t.Text = text; tag == "" {
		tag = strings.Clone(d.Doc.Language)
	}
	if t.Language = tag; text == "" {
		return
	}
	t.Form = form.Of(d.Doc)
}

// fired records that a rule has a finding.
func (t *traits) fired(rule *lint.Rule) {
	if rule.Absence != "" {
		t.Absent = append(t.Absent, rule.Name)
	}
	if rule.Habit.Does != "" {
		t.Fired = append(t.Fired, rule.Name)
	}
}

// partsOf returns the parts that a draft has, one bit for each [lint.Part].
func partsOf(d *lint.Document) (parts uint8) {
	for part := lint.AnyPart; part <= lint.QuotationPart; part++ {
		if d.Has(part) {
			parts |= 1 << part
		}
	}
	return parts
}
