package driver

import (
	"slices"

	"github.com/copychief/copychief/lint/config"
)

// Draft is a draft of a run.
type Draft struct {
	Path     string // as findings show it
	File     string // absolute; of standard input the name it was given, or ""
	Settings *config.Settings

	skipped []skip
	whole   bool // all of it was checked
	partial bool // the run saw a part of the site only
}

// Ran reports whether a rule looked at all of the draft, and, where it is about the
// site, at all of the site. Only then does it mean something that it found nothing.
func (d *Draft) Ran(rule string) bool {
	return d.whole && !slices.ContainsFunc(d.skipped, func(s skip) bool { return s.rule == rule }) &&
		looks(d.Settings, rule, d.partial)
}

// looks reports whether a rule runs where the settings hold, and sees all that it
// must see. The driver's own rules speak of what others found.
func looks(settings *config.Settings, rule string, partial bool) bool {
	for i := range settings.Rules {
		if s := &settings.Rules[i]; s.Rule.Name == rule {
			return s.Checker != nil || !partial
		}
	}
	return false
}

// Preparer is a [Filter] that wants to know the drafts of a run before the first is
// checked. What goes wrong then ends the run.
type Preparer interface {
	Prepare(drafts []Draft) error
}

// prepare tells the filters which drafts there are.
func (c *checking) prepare() error {
	var drafts []Draft
	for i := range c.found.drafts {
		if d := &c.found.drafts[i]; !d.context {
			drafts = append(drafts, d.public())
		}
	}
	for _, filter := range c.request.Filters {
		if p, ok := filter.(Preparer); ok {
			if err := p.Prepare(drafts); err != nil {
				return err
			}
		}
	}
	return nil
}

// public returns what others may know of a draft.
func (d *draft) public() Draft {
	out := Draft{Path: d.shown, File: d.file, Settings: d.settings}
	if d.stdin && d.shown == unnamed {
		out.File = ""
	}
	return out
}

// checked completes it by what came of the check.
func (d Draft) checked(o *outcome, partial bool) Draft {
	d.skipped, d.whole, d.partial = o.skipped, len(o.missed) == 0, partial
	return d
}
