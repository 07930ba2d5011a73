package desk

import (
	"errors"
	"maps"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/fix"
)

// change is the answer to a request to change the text. If nothing is to be changed, Refused
// says why.
type change struct {
	Edits   []edit   `json:"edits"`
	Done    []string `json:"done"` // what was done, in words
	Refused string   `json:"refused"`
}

func refuse(why string) *change { return &change{Edits: []edit{}, Done: []string{}, Refused: why} }

// The reasons for which nothing is changed.
const (
	goneBy    = "The text has changed since; look at the list again"
	notAsSaid = "This would change more than it says, so nothing was changed; please do it by hand"
	nothing   = "Nothing is left that can be mended safely"
)

// fixOne makes the change that a finding proposes.
func fixOne(d *Desk, draft *Draft, id string, which int) *change {
	s := d.settings(draft)
	c, err := d.examine([]byte(draft.Text), s)
	if err != nil || c.doc == nil {
		return refuse(goneBy)
	}
	c.result.Gather()
	c.prints = maps.Collect(c.result.Fingerprints())
	f := c.find(id)
	if f == nil || f.Status != engine.Active || which < 0 || which >= len(f.Fixes) {
		return refuse(goneBy)
	}
	one := []fix.Proposal{{Rule: f.Rule, Place: f.From, Fix: f.Fixes[which]}}
	return mend(draft, s, func(text []byte) (fix.Checked, error) {
		doc, reason := read(text, s)
		if doc == nil {
			return fix.Checked{}, errors.New(reason)
		}
		now := one
		one = nil // there is one round
		return fix.Checked{Doc: doc, Proposals: now}, nil
	}, notAsSaid)
}

// fixAll makes all changes that cannot change the meaning.
func fixAll(d *Desk, draft *Draft) *change {
	s := d.settings(draft)
	return mend(draft, s, func(text []byte) (fix.Checked, error) {
		c, err := d.examine(text, s)
		if err != nil {
			return fix.Checked{}, err
		}
		if c.doc == nil {
			return fix.Checked{}, errors.New("the draft no longer parses")
		}
		return fix.Checked{Doc: c.doc, Proposals: proposals(c.result.Findings.List())}, nil
	}, nothing)
}

// proposals returns the safe fixes of findings that count.
func proposals(findings []engine.Finding) (all []fix.Proposal) {
	for i := range findings {
		f := &findings[i]
		if f.Status == engine.Active && len(f.Fixes) > 0 && f.Fixes[0].Safe {
			all = append(all, fix.Proposal{Rule: f.Rule, Place: f.From, Fix: f.Fixes[0]})
		}
	}
	return all
}

// mend applies what check proposes, in rounds, and returns the resulting edit.
func mend(draft *Draft, s *config.Settings, check func([]byte) (fix.Checked, error), otherwise string) *change {
	text := []byte(draft.Text)
	out, err := fix.All(text, fix.Draft{
		Check: check,
		Parse: func(text []byte) *lint.Document {
			doc, _ := read(text, s)
			if doc == nil || len(engine.Unchecked(doc)) > 0 {
				return nil
			}
			return doc
		},
	})
	if err != nil {
		return refuse(err.Error())
	}
	if len(out.Applied) == 0 {
		return refuse(otherwise)
	}
	c := &change{Edits: []edit{between(draft.Text, string(out.Text))}}
	for _, a := range out.Applied {
		c.Done = append(c.Done, a.Fix.Title)
	}
	return c
}
