// Package ruletest has rules for tests of code that runs rules.
package ruletest

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Check is a checker that is a function.
type Check func(*lint.Pass)

// Check calls the function.
func (f Check) Check(p *lint.Pass) { f(p) }

// CheckSite is a site checker that is a function.
type CheckSite func(*lint.SitePass)

// CheckSite calls the function.
func (f CheckSite) CheckSite(p *lint.SitePass) { f(p) }

// New returns a rule that checks documents.
func New(name string, severity lint.Severity, check Check, needs ...lint.Need) *lint.Rule {
	return &lint.Rule{Name: name, Severity: severity, Needs: needs, New: func() lint.Checker { return check }}
}

// FlagEach reports every occurrence of a word in the author's prose.
func FlagEach(word string) Check {
	return func(p *lint.Pass) {
		for _, b := range p.Doc.Prose() {
			text := b.Text.String()
			for at := 0; ; {
				i := strings.Index(text[at:], word)
				if i < 0 {
					break
				}
				at += i + len(word)
				p.Report(lint.Finding{Span: b.Text.Span(at-len(word), at), Message: "Found\n" + word})
			}
		}
	}
}

// Rules returns a rule of each kind: plain rules, rules with needs, a rule about the site,
// and one that panics on drafts that contain PANIC.
func Rules() []*lint.Rule {
	return []*lint.Rule{
		New("bad-word", lint.Warning, FlagEach("bad")),
		New("sad-word", lint.Error, FlagEach("sad")),
		New("missing-phrase", lint.Warning, func(p *lint.Pass) { p.Report(lint.Finding{Message: "never"}) }, lint.NeedsKeyphrase),
		{Name: "plain-english", Severity: lint.Warning, Languages: []string{"en"}, New: func() lint.Checker { return Check(func(*lint.Pass) {}) }},
		New("panics", lint.Warning, func(p *lint.Pass) {
			if strings.Contains(string(p.Doc.Source.Bytes), "PANIC") {
				panic("line one\nline two")
			}
		}),
		New("dead-file", lint.Error, func(p *lint.Pass) {
			for i := range p.Doc.Links {
				l := &p.Doc.Links[i]
				if _, err := fs.Stat(p.Files, l.Target.String()); err != nil {
					p.Report(lint.Finding{Span: l.Span, Message: p.Name + ": no " + l.Target.String()})
				}
			}
		}, lint.NeedsFiles),
		{Name: "same-title", Severity: lint.Warning, NewSite: func() lint.SiteChecker {
			return CheckSite(func(p *lint.SitePass) {
				first := map[string]*lint.Page{}
				for _, page := range p.Pages {
					if o := first[page.Title.Text]; o != nil && page.Title.Text != "" {
						p.Report(page, lint.Finding{Span: page.Title.Span, Message: "Same title", Related: []lint.Related{{Path: o.Path, Span: o.Title.Span, Message: "the other"}}})
					} else {
						first[page.Title.Text] = page
					}
					for _, l := range page.Links {
						if l.Target == "dead" {
							p.Report(page, lint.Finding{Span: l.Span, Message: fmt.Sprint("Dead, partial ", p.Partial)})
						}
					}
				}
			})
		}},
	}
}

// Format formats findings, one per line: path:line:column severity rule message.
func Format(res *engine.Result) string {
	var b strings.Builder
	for f := range res.Findings.All() {
		fmt.Fprintf(&b, "%s:%d:%d %s %s: %s", f.Path, f.From.Line, f.From.Column, f.Severity, f.Rule, f.Message)
		if f.Status == engine.Suppressed {
			fmt.Fprintf(&b, " (suppressed: %s)", f.Reason)
		}
		for _, r := range f.Related {
			fmt.Fprintf(&b, " [%s:%d:%d %s]", r.Path, r.From.Line, r.From.Column, r.Message)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
