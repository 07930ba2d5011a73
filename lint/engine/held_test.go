package engine_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// statuses runs rules on drafts and returns the status of each finding, by path and line.
func statuses(t *testing.T, rules []*lint.Rule, drafts ...engine.Draft) (map[string]engine.Status, *engine.Result) {
	t.Helper()
	e, err := engine.New(rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := e.Run(t.Context(), false, drafts...)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]engine.Status{}
	for i := range res.Findings.List() {
		f := &res.Findings.List()[i]
		got[f.Rule+" "+f.Path+":"+string(rune('0'+f.From.Line))] = f.Status
	}
	return got, res
}

func TestGeneratedPartsHaveOnlyWhatIsBroken(t *testing.T) {
	paragraphs := func(p *lint.Pass) {
		for _, b := range p.Doc.Paragraphs() {
			p.Report(lint.Finding{Span: b.Span, Message: "Paragraph"})
		}
	}
	broken := ruletest.New("broken", lint.Error, paragraphs)
	broken.Anywhere = true
	got, res := statuses(t, []*lint.Rule{ruletest.New("style", lint.Warning, paragraphs), broken},
		engine.Draft{Path: "a.md", Content: []byte("<!-- LIST:START - do not modify -->\n\nAne\n\nTor\n\n<!-- LIST:END -->\n\nText.\n")})
	for place, want := range map[string]engine.Status{
		"style a.md:3": engine.Generated, "style a.md:5": engine.Generated, "style a.md:9": engine.Active,
		"broken a.md:3": engine.Active, "broken a.md:5": engine.Generated, "broken a.md:9": engine.Active,
	} {
		if got[place] != want {
			t.Errorf("%s is %q, want %q", place, got[place], want)
		}
	}
	if want := (engine.HeldNote{Withheld: 3, Drafts: 1, Example: "a.md:3"}); res.Generated != want {
		t.Errorf("%+v", res.Generated)
	}
}

func TestPagesOutsideOfSearchResultsHaveNothingAboutThem(t *testing.T) {
	rule := ruletest.New("snippet", lint.Warning, func(p *lint.Pass) { p.Report(lint.Finding{Span: p.Doc.Top(), Message: "Snippet"}) })
	rule.Search = true
	got, _ := statuses(t, []*lint.Rule{rule},
		engine.Draft{Path: "a.md", Content: []byte("---\ntitle: A\nrobots: noindex, nofollow\n---\n\nText.\n")},
		engine.Draft{Path: "b.md", Content: []byte("---\ntitle: B\nsitemap: false\n---\n\nText.\n")},
		engine.Draft{Path: "c.md", Content: []byte("---\ntitle: C\ndate: 2020-01-01\npublished: false\n---\n\nText.\n")},
		engine.Draft{Path: "d.md", Content: []byte("---\ntitle: D\ndate: 2026-01-01\ndraft: true\n---\n\nText.\n")},
		engine.Draft{Path: "e.md", Content: []byte("---\ntitle: E\ndate: 2025-01-01\n---\n\nText.\n")},
	)
	for place, want := range map[string]engine.Status{
		"snippet a.md:2": engine.Unlisted, "snippet b.md:2": engine.Unlisted, "snippet c.md:2": engine.Unlisted,
		"snippet d.md:2": engine.Active, "snippet e.md:2": engine.Active,
	} {
		if status, found := got[place]; !found || status != want {
			t.Errorf("%s is %q (%t), want %q", place, status, found, want)
		}
	}
}
