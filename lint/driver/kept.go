package driver

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// kept is an outcome as the cache holds it, before the rules about the site have
// added to it, with what it depends on.
type kept struct {
	States     []keptState
	Keyphrases []keptKeyphrases

	Findings     []Finding
	Skipped      []keptSkip
	Missed       []NotChecked
	Read         bool
	Page         *keptPage
	Suppressions []keptSuppression
	Context      bool
}

// keptState is what was learned of a file of the site.
type keptState struct{ Name, State string }

// keptKeyphrases is what the repository's map had for the slug of a draft.
type keptKeyphrases struct {
	Slug, Primary string
	Secondary     []string
}

type keptSkip struct{ Rule, Reason string }

type keptPage struct {
	Page  lint.Page
	Rules []string // those that look at it
	Head  []byte
	Meta  lint.Span
	Whole bool
}

type keptSuppression struct {
	Rule       string
	Span, From lint.Span
	Reason     string
	Used       bool
	Unused     *Finding
	Site       bool
}

// keptOf returns what is kept of an outcome. Nothing may have been added to it since
// the draft was checked.
func keptOf(o *outcome, w *witness) *kept {
	k := &kept{
		States: w.asked(), Keyphrases: w.keyphrases,
		Findings: o.findings, Missed: o.missed, Read: o.read, Context: o.context,
	}
	for _, s := range o.skipped {
		k.Skipped = append(k.Skipped, keptSkip{s.rule, s.reason})
	}
	for _, s := range o.suppressed {
		k.Suppressions = append(k.Suppressions, keptSuppression{s.rule, s.span, s.from, s.reason, s.used, s.unused, s.site})
	}
	if p := o.page; p != nil {
		k.Page = &keptPage{Page: *p.Page, Head: p.head.Bytes, Meta: p.meta, Whole: p.whole}
		for _, s := range p.settings {
			k.Page.Rules = append(k.Page.Rules, s.Rule.Name)
		}
	}
	return k
}

// holds reports whether what was asked on behalf of a draft is answered as it was.
func (k *kept) holds(d *draft, files *siteFiles) bool {
	for _, s := range k.States {
		if files == nil || files.state(s.Name) != s.State {
			return false
		}
	}
	if len(k.Keyphrases) == 0 {
		return true
	}
	assigned := d.settings.ParseOf(d.file).Assigned
	for _, was := range k.Keyphrases {
		if assigned == nil {
			return false
		}
		if is := assigned(was.Slug); is.Primary != was.Primary || !slices.Equal(is.Secondary, was.Secondary) {
			return false
		}
	}
	return true
}

// outcome returns the outcome of a draft that was kept.
func (k *kept) outcome(d *draft) outcome {
	o := outcome{findings: k.Findings, missed: k.Missed, read: k.Read, context: k.Context}
	for _, s := range k.Skipped {
		o.skipped = append(o.skipped, skip{s.Rule, s.Reason})
	}
	for _, s := range k.Suppressions {
		o.suppressed = append(o.suppressed, suppression{
			rule: s.Rule, span: s.Span, from: s.From, reason: s.Reason, used: s.Used, unused: s.Unused, site: s.Site,
		})
	}
	if p := k.Page; p != nil {
		o.page = &page{Page: &p.Page, draft: d, head: lint.NewSource(d.shown, p.Head), meta: p.Meta, whole: p.Whole}
		o.page.settings = settingsOf(d.settings, p.Rules)
	}
	return o
}

// settingsOf returns the settings of rules by their names, which are in the order of
// the settings.
func settingsOf(s *config.Settings, rules []string) (all []*config.Setting) {
	for i := range s.Rules {
		if len(rules) > 0 && s.Rules[i].Rule.Name == rules[0] {
			all, rules = append(all, &s.Rules[i]), rules[1:]
		}
	}
	return all
}
