package driver

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
)

// found and site make rules of functions.
type onDocument func(*lint.Pass)

func (f onDocument) Check(p *lint.Pass) { f(p) }

type onSite func(*lint.SitePass)

func (f onSite) CheckSite(p *lint.SitePass) { f(p) }

func rule(name string, severity lint.Severity, check onDocument, needs ...lint.Need) *lint.Rule {
	return &lint.Rule{Name: name, Severity: severity, Needs: needs, New: func() lint.Checker { return check }}
}

// flagEach reports every occurrence of a word in the author's prose.
func flagEach(word string) onDocument {
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

func testRules() []*lint.Rule {
	return []*lint.Rule{
		rule("bad-word", lint.Warning, flagEach("bad")),
		rule("sad-word", lint.Error, flagEach("sad")),
		rule("missing-phrase", lint.Warning, func(p *lint.Pass) { p.Report(lint.Finding{Message: "never"}) }, lint.NeedsKeyphrase),
		{Name: "plain-english", Severity: lint.Warning, Languages: []string{"en"}, New: func() lint.Checker { return onDocument(func(*lint.Pass) {}) }},
		rule("panics", lint.Warning, func(p *lint.Pass) {
			if strings.Contains(string(p.Doc.Source.Bytes), "PANIC") {
				panic("line one\nline two")
			}
		}),
		rule("dead-file", lint.Error, func(p *lint.Pass) {
			for i := range p.Doc.Links {
				l := &p.Doc.Links[i]
				if _, err := fs.Stat(p.Files, l.Target.String()); err != nil {
					p.Report(lint.Finding{Span: l.Span, Message: p.Name + ": no " + l.Target.String()})
				}
			}
		}, lint.NeedsFiles),
		{Name: "same-title", Severity: lint.Warning, NewSite: func() lint.SiteChecker {
			return onSite(func(p *lint.SitePass) {
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

// folder writes files into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		put(t, dir, name, content)
	}
	return dir
}

func put(t testing.TB, dir, name, content string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func request(t testing.TB, dir string, flags config.Flags, paths ...string) Request {
	t.Helper()
	flags.Dir = dir
	rules := testRules()
	loader, err := configfile.NewLoader(append(rules, Rules()...), configfile.Options{Flags: flags})
	if err != nil {
		t.Fatal(err)
	}
	return Request{Rules: rules, Config: loader, Dir: dir, Paths: paths}
}

func run(t testing.TB, r Request) *Result {
	t.Helper()
	res, err := Run(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// told writes findings a line each: path:line:column severity rule message.
func told(res *Result) string {
	var b strings.Builder
	for i := range res.Findings {
		f := &res.Findings[i]
		fmt.Fprintf(&b, "%s:%d:%d %s %s: %s", f.Path, f.From.Line, f.From.Column, f.Severity, f.Rule, f.Message)
		if f.Held == Suppressed {
			fmt.Fprintf(&b, " (suppressed: %s)", f.Reason)
		}
		for _, r := range f.Related {
			fmt.Fprintf(&b, " [%s:%d:%d %s]", r.Path, r.From.Line, r.From.Column, r.Message)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func wants(t *testing.T, res *Result, lines ...string) {
	t.Helper()
	want := strings.Join(lines, "\n")
	if len(lines) > 0 {
		want += "\n"
	}
	if got := told(res); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
