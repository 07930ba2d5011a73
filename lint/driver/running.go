package driver

import (
	"context"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// running is the state of the rules on one document. One goroutine owns it.
type running struct {
	doc      *lint.Document
	settings *config.Settings
	pass     *lint.Pass
	in       *room
	setting  *config.Setting // of the rule that is looking
	times    int             // that it has reported something
	out      outcome

	keyphrase bool // whether the document declares one
}

func newRunning(doc *lint.Document, settings *config.Settings, in *room) *running {
	r := &running{doc: doc, settings: settings, in: in}
	r.pass = lint.NewPass(doc, settings.Site, r.report, r.skip)
	r.keyphrase = doc.Meta.Keyphrase().Plain() != ""
	return r
}

// mostReported is how many findings of one rule on one draft are kept. A draft of
// the largest size can break a rule half a million times; nobody reads that, and
// the findings would take gigabytes.
const mostReported = 1000

// runAll lets the rules look that the settings name. It returns those about the site,
// which look later.
func (r *running) runAll(ctx context.Context) (about []*config.Setting) {
	for i := range r.settings.Rules {
		s := &r.settings.Rules[i]
		switch reason := r.lacks(s.Rule); {
		case ctx.Err() != nil:
			return nil
		case s.Checker == nil && s.Site == nil: // one of the driver's own
		case reason != "":
			if reason == string(lint.NeedsSources) && !s.Asked {
				reason = "" // nobody asked for it
			}
			r.in.skipped = append(r.in.skipped, skip{s.Rule.Name, reason})
		case s.Site != nil:
			about = append(about, s)
		default:
			r.run(s)
		}
	}
	return about
}

// lacks returns the first need that the document does not meet, as the reason for
// skipping, or "".
func (r *running) lacks(rule *lint.Rule) string {
	if r.doc.Unread && !rule.Always {
		return "draft not readable"
	}
	if !rule.Knows(r.doc.Language) {
		return "language " + oneLine(r.doc.Language) + " not supported"
	}
	for _, n := range rule.Needs {
		switch n {
		case lint.NeedsKeyphrase:
			if !r.keyphrase {
				return string(n)
			}
		case lint.NeedsSite:
			if len(r.settings.Site.Hosts) == 0 {
				return string(n)
			}
		case lint.NeedsFiles:
			if r.pass.Files == nil || r.pass.Name == "" {
				return string(n)
			}
		case lint.NeedsSources:
			if r.pass.Sources == nil {
				return string(n)
			}
		}
	}
	return ""
}

// run lets one rule look. A panic becomes a finding that names the rule.
func (r *running) run(s *config.Setting) {
	r.setting, r.times = s, 0
	defer func() {
		if p := recover(); p != nil {
			r.failed(s.Rule.Name, p)
		}
	}()
	s.Checker.Check(r.pass)
}

// failed notes that a rule panicked on the document.
func (r *running) failed(rule string, p any) {
	path, what := r.doc.Source.Path, oneLine(fmt.Sprint(p))
	r.in.reported = append(r.in.reported, reported{InternalError, internalError(path, rule, what).Finding})
	r.out.missed = append(r.out.missed, NotChecked{path, "rule " + rule + " failed: " + what})
}

func internalError(path, rule, what string) Finding {
	return Finding{Basis: InternalError.Basis, Finding: lint.Finding{
		Rule: InternalError.Name, Severity: lint.Error, Path: path,
		Message: "Rule " + shown(rule) + " failed on this draft (" + what + "); please report it",
	}}
}

func (r *running) skip(reason string) {
	r.in.skipped = append(r.in.skipped, skip{r.setting.Rule.Name, oneLine(reason)})
}

// tooMany says that more was found than is listed.
func (r *running) tooMany(rule string) {
	r.out.missed = append(r.out.missed, NotChecked{r.doc.Source.Path,
		fmt.Sprintf("rule %s finds more than %d places; the rest is not listed", rule, mostReported)})
}

// report keeps a finding. Where a rule finds too many, the draft counts as not
// wholly checked.
func (r *running) report(f lint.Finding) {
	if r.times++; r.times > mostReported {
		if r.times == mostReported+1 {
			r.tooMany(r.setting.Rule.Name)
		}
		return
	}
	complete(&f, r.setting, r.doc.Source.Path)
	r.in.reported = append(r.in.reported, reported{r.setting.Rule, f})
}

// findingsOf returns what was reported, for keeping.
func findingsOf(all []reported) []Finding {
	if len(all) == 0 {
		return nil
	}
	findings := make([]Finding, len(all))
	for i := range all {
		findings[i].Finding, findings[i].Basis = all[i].Finding, all[i].by.Basis
	}
	return findings
}

// placed returns a rule's finding, completed.
func placed(s *config.Setting, path string, f lint.Finding) Finding {
	complete(&f, s, path)
	return Finding{Finding: f, Basis: s.Rule.Basis}
}

// complete adds to a rule's finding what the configuration says.
func complete(f *lint.Finding, s *config.Setting, path string) {
	f.Rule, f.Path, f.Message = s.Rule.Name, path, oneLine(f.Message)
	if f.Severity <= lint.Off || f.Severity > s.Severity || s.Explicit {
		f.Severity = s.Severity
	}
}

// oneLine folds line breaks: a message is one line whatever it quotes.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= ' ' && c != 0xC2 && c != 0xE2:
			continue
		case c < ' ', strings.HasPrefix(s[i:], "\u0085"), strings.HasPrefix(s[i:], "\u2028"), strings.HasPrefix(s[i:], "\u2029"):
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
