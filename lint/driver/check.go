package driver

import (
	"context"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/language"
)

// outcome is what remains of a draft once its rules have run.
type outcome struct {
	findings []Finding
	skipped  []skip
	missed   []NotChecked
	read     bool
	page     *page
}

// skip says that a rule did not look at a draft.
type skip struct{ rule, reason string }

// checking is the state of one run that its workers share; none of it changes
// while they work.
type checking struct {
	request *Request
	found   *found
}

func newChecking(r *Request, f *found) *checking { return &checking{request: r, found: f} }

func (c *checking) close() {}

// check reads, parses and checks one draft.
func (c *checking) check(ctx context.Context, d *draft) outcome {
	doc, reason := d.parse()
	if doc == nil {
		return outcome{missed: []NotChecked{{d.shown, reason}}}
	}
	r := &running{doc: doc, settings: d.settings, out: outcome{read: true, missed: unchecked(doc)}}
	r.pass = lint.NewPass(doc, d.settings.Site, r.report, r.skip)
	wanted := false
	for i := range d.settings.Rules {
		s := &d.settings.Rules[i]
		if ctx.Err() != nil {
			return r.out
		}
		if reason := r.lacks(s.Rule.Needs); reason != "" {
			r.out.skipped = append(r.out.skipped, skip{s.Rule.Name, reason})
			continue
		}
		wanted = wanted || s.Site != nil
		if s.Checker != nil {
			r.run(s)
		}
	}
	_ = wanted
	complete(r.out.findings, doc.Source)
	return r.out
}

// unchecked lists what the parser could not read.
func unchecked(doc *lint.Document) (missed []NotChecked) {
	for _, p := range doc.Problems {
		if p.Unchecked {
			missed = append(missed, NotChecked{doc.Source.Path, oneLine(p.Message)})
		}
	}
	return missed
}

// running is the state of the rules on one document. One goroutine owns it.
type running struct {
	doc      *lint.Document
	settings *config.Settings
	pass     *lint.Pass
	setting  *config.Setting // of the rule that is looking
	out      outcome
}

// lacks returns the first need that the document does not meet, as the reason for
// skipping, or "".
func (r *running) lacks(needs []lint.Need) string {
	for _, n := range needs {
		switch n {
		case lint.NeedsKeyphrase:
			if r.doc.Meta.Keyphrase().Len() == 0 {
				return string(n)
			}
		case lint.NeedsEnglish:
			if !language.English(r.doc.Language) {
				return "language " + r.doc.Language + " not supported"
			}
		case lint.NeedsSite:
			if len(r.settings.Site.Hosts) == 0 {
				return string(n)
			}
		case lint.NeedsFiles:
			if r.pass.Files == nil {
				return string(n)
			}
		}
	}
	return ""
}

// run lets one rule look. A panic becomes a finding that names the rule.
func (r *running) run(s *config.Setting) {
	r.setting = s
	defer func() {
		if p := recover(); p != nil {
			r.failed(oneLine(fmt.Sprint(p)))
		}
	}()
	s.Checker.Check(r.pass)
}

func (r *running) failed(what string) {
	name := r.setting.Rule.Name
	r.out.findings = append(r.out.findings, Finding{Finding: lint.Finding{
		Rule: "internal-error", Severity: lint.Error, Path: r.doc.Source.Path,
		Message: "Rule " + name + " failed on this draft (" + what + "); please report it",
	}})
	r.out.missed = append(r.out.missed, NotChecked{r.doc.Source.Path, "rule " + name + " failed: " + what})
}

func (r *running) skip(reason string) {
	r.out.skipped = append(r.out.skipped, skip{r.setting.Rule.Name, oneLine(reason)})
}

func (r *running) report(f lint.Finding) {
	r.out.findings = append(r.out.findings, placed(r.setting, r.doc.Source.Path, f))
}

// placed completes a rule's finding by what the configuration says.
func placed(s *config.Setting, path string, f lint.Finding) Finding {
	f.Rule, f.Path, f.Message = s.Rule.Name, path, oneLine(f.Message)
	if f.Severity <= lint.Off || f.Severity > s.Severity || s.Explicit {
		f.Severity = s.Severity
	}
	return Finding{Finding: f, Basis: s.Rule.Basis}
}

// oneLine folds white space: a message is one line whatever it quotes.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\t") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
