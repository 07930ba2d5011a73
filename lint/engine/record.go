package engine

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine/suppression"
)

// Record is an outcome before [Engine.Finish] as plain data, for a cache. All of it is
// exported and serialisable.
type Record struct {
	Findings     []Finding
	Skips        []Skip
	NotChecked   []NotChecked
	Read         bool
	Context      bool
	Failed       bool // a rule panicked on the draft
	Kind         lint.Kind
	Traits       traits
	Page         *PageRecord
	Suppressions []SuppressionRecord
}

// PageRecord is the summary of a draft for the rules about the site.
type PageRecord struct {
	Page    lint.Page
	Rules   []string // that apply to it, in the order of the settings
	Head    []byte
	Meta    lint.Span
	Whole   bool
	Keyless bool // the keys were not kept
}

// SuppressionRecord is a suppression of the draft.
type SuppressionRecord struct {
	Rule       string
	Span, From lint.Span
	Reason     string
	Used       bool
	Unused     *Finding
	Site       bool
	Linter     string
}

// Record returns the outcome as plain data. Call it before [Engine.Finish].
func (o *Outcome) Record() *Record {
	r := &Record{Findings: o.All(), Skips: o.Skips, NotChecked: o.NotChecked, Read: o.Read, Context: o.context, Failed: o.failed, Kind: o.Kind, Traits: o.traits}
	for _, s := range o.suppressions {
		r.Suppressions = append(r.Suppressions, SuppressionRecord{s.Rule, s.Span, s.From, s.Reason, s.used, s.unused, s.site, s.Linter})
	}
	if p := o.page; p != nil {
		r.Page = &PageRecord{Page: *p.Page, Head: p.head.Bytes, Meta: p.meta, Whole: p.whole, Keyless: p.keyless}
		for _, s := range p.settings {
			r.Page.Rules = append(r.Page.Rules, s.Rule.Name)
		}
	}
	return r
}

// Outcome returns the outcome that the record was made from, for the same draft, which
// need not be parsed.
func (r *Record) Outcome(d *Draft) *Outcome {
	o := &Outcome{
		Findings: r.Findings, Skips: r.Skips, NotChecked: r.NotChecked, Read: r.Read,
		path: d.Path, settings: d.Settings, context: r.Context, failed: r.Failed,
		Kind: r.Kind, traits: r.Traits,
	}
	for _, s := range r.Suppressions {
		o.suppressions = append(o.suppressions, suppressed{
			Suppression: suppression.Suppression{Rule: s.Rule, Span: s.Span, From: s.From, Reason: s.Reason, Linter: s.Linter},
			used:        s.Used, unused: s.Unused, site: s.Site,
		})
	}
	o.page = r.page(d)
	return o
}

// ContextOutcome returns the outcome of the draft if it is only context: just its page.
func (r *Record) ContextOutcome(d *Draft) *Outcome {
	return &Outcome{path: d.Path, settings: d.Settings, context: true, Kind: r.Kind, traits: r.Traits, page: r.page(d)}
}

func (r *Record) page(d *Draft) *page {
	if r.Page == nil {
		return nil
	}
	p := newPage(d, &r.Page.Page, settingsOf(d.Settings, r.Page.Rules))
	p.head, p.meta, p.whole = lint.NewSource(d.Path, r.Page.Head), r.Page.Meta, r.Page.Whole
	p.keyless = r.Page.Keyless
	p.compact(d)
	return p
}

// settingsOf returns the settings of rules by name; the names must be in the order of the
// settings.
func settingsOf(s *config.Settings, rules []string) (all []*config.Setting) {
	for i := range s.Rules {
		if len(rules) > 0 && s.Rules[i].Rule.Name == rules[0] {
			all, rules = append(all, &s.Rules[i]), rules[1:]
		}
	}
	return all
}
