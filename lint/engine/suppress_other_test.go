package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/counterpart"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
	"github.com/copychief/copychief/rules"
)

// suppressedLines returns the lines of a draft with suppressed findings of a rule that finds every
// link, under the name of one that other linters have too.
func suppressedLines(t *testing.T, path, draft, name string) (lines []int) {
	t.Helper()
	rule := ruletest.New(name, lint.Warning, func(p *lint.Pass) {
		for i := range p.Doc.Links {
			p.Report(lint.Finding{Span: p.Doc.Links[i].Span, Message: fmt.Sprint("Link ", i)})
		}
	})
	_, res := statuses(t, []*lint.Rule{rule}, engine.Draft{Path: path, Content: []byte(draft)})
	for i := range res.Findings.List() {
		if f := &res.Findings.List()[i]; f.Status == engine.Suppressed {
			lines = append(lines, f.From.Line)
		}
	}
	return lines
}

func TestCommentsForOtherLintersSuppressWhereTheyApply(t *testing.T) {
	for name, c := range map[string]struct {
		draft string
		want  []int
	}{
		"next line":                 {"T.\n\n<!-- markdownlint-disable-next-line MD034 -->\nhttps://a.example\nhttps://b.example\n", []int{4}},
		"own line":                  {"T.\n\nhttps://a.example <!-- markdownlint-disable-line MD034 -->\nhttps://b.example\n", []int{3}},
		"range":                     {"T.\n\n<!-- markdownlint-disable MD034 -->\n\nhttps://a.example\n\n<!-- markdownlint-enable MD034 -->\n\nhttps://b.example\n", []int{5}},
		"open range":                {"https://a.example\n\n<!-- markdownlint-disable -->\n\nhttps://b.example\n", []int{5}},
		"alias":                     {"T.\n\n<!-- markdownlint-disable no-bare-urls -->\n\nhttps://a.example\n", []int{5}},
		"another rule":              {"T.\n\n<!-- markdownlint-disable MD013 MD045 -->\n\nhttps://a.example\n", nil},
		"whole file":                {"https://a.example\n\nT.\n\n<!-- markdownlint-disable-file MD034 -->\n", []int{1}},
		"configuration":             {"https://a.example\n\nT.\n\n<!-- markdownlint-configure-file {\"MD034\": false} -->\n", []int{1}},
		"enabled file":              {"https://a.example\n\n<!-- markdownlint-disable-file -->\n<!-- markdownlint-enable-file MD034 -->\n", nil},
		"restored":                  {"T.\n\n<!-- markdownlint-capture -->\n<!-- markdownlint-disable MD034 -->\n\nhttps://a.example\n\n<!-- markdownlint-restore -->\n\nhttps://b.example\n", []int{6}},
		"restored to the beginning": {"T.\n\n<!-- markdownlint-disable MD034 -->\n\nhttps://a.example\n\n<!-- markdownlint-restore -->\n\nhttps://b.example\n", []int{5}},
		"restored to off":           {"T.\n\n<!-- markdownlint-disable MD034 -->\n<!-- markdownlint-capture -->\n<!-- markdownlint-enable MD034 -->\n\nhttps://a.example\n\n<!-- markdownlint-restore -->\n\nhttps://b.example\n", []int{11}},
		"two linters":               {"T.\n\n<!-- markdownlint-disable MD034 -->\n<!--lint disable no-literal-urls-->\n\nhttps://a.example\n\n<!--lint enable-->\n\nhttps://b.example\n", []int{6, 10}},
		"next block":                {"T.\n\n<!--lint ignore no-literal-urls-->\n\n- https://a.example\n- https://b.example\n\nhttps://c.example\n", []int{5, 6}},
		"lines of another":          {"T.\n\n<!-- pyml disable-num-lines 2 md034 -->\nhttps://a.example\nhttps://b.example\nhttps://c.example\n", []int{4, 5}},
		"in code":                   {"T.\n\n```html\n<!-- markdownlint-disable MD034 -->\n```\n\nhttps://a.example\n", nil},
	} {
		if got := suppressedLines(t, "a.md", c.draft, "bare-url"); !slices.Equal(got, c.want) {
			t.Errorf("%s: lines %v, want %v", name, got, c.want)
		}
	}
	if got := suppressedLines(t, "a.mdx", "T.\n\n{/* lint disable no-literal-urls */}\n\nhttps://a.example\n", "bare-url"); !slices.Equal(got, []int{5}) {
		t.Errorf("in braces: lines %v", got)
	}
	if got := suppressedLines(t, "a.md", "T.\n\n<!-- markdownlint-disable MD051 -->\n\n[a](#b)\n\n[c](d.md)\n", "broken-link"); !slices.Equal(got, []int{5}) {
		t.Errorf("fragments: lines %v", got)
	}
}

func TestACommentBeforeTheTextIsAboutTheDraftAsAWhole(t *testing.T) {
	const draft = "---\nauthor: Ane\n---\n\n<!-- markdownlint-disable-next-line MD041 -->\nThe ferry left at six.\n"
	rule := ruletest.New("missing-headline", lint.Warning, func(p *lint.Pass) {
		p.Report(lint.Finding{Span: lint.Span{Start: 4, End: 5}, Message: "No headline"})
	})
	_, res := statuses(t, []*lint.Rule{rule}, engine.Draft{Path: "a.md", Content: []byte(draft)})
	if f := res.Findings.List()[0]; f.Status != engine.Suppressed || f.Linter != counterpart.Markdownlint || f.Reason != "markdownlint-disable-next-line MD041" {
		t.Errorf("%v by %q: %q", f.Status, f.Linter, f.Reason)
	}
}

func TestManyCommentsForOtherLintersTakeLinearTime(t *testing.T) {
	draft := "T.\n\nText " + strings.Repeat("<!-- markdownlint-disable-line MD051 --> [a](#b) ", 4000) + "\n"
	if got := suppressedLines(t, "a.md", draft, "broken-link"); len(got) == 0 {
		t.Error("nothing is suppressed")
	}
}

// A rule about the site sees the drafts when they are gone.
func TestCounterpartsAreRulesAboutDrafts(t *testing.T) {
	all := map[string]*lint.Rule{}
	for _, r := range rules.All() {
		all[r.Name] = r
	}
	for _, name := range counterpart.Names() {
		if r := all[name]; r == nil || r.New == nil {
			t.Errorf("%s is no rule about a draft", name)
		}
	}
}

func TestRulesSwitchedOffInOtherLintersDoNotCount(t *testing.T) {
	link := ruletest.New("broken-link", lint.Error, func(p *lint.Pass) {
		for i := range p.Doc.Links {
			p.Report(lint.Finding{Span: p.Doc.Links[i].Span, Message: fmt.Sprint("Link ", i)})
		}
	})
	conf, err := config.NewResolver([]*lint.Rule{link}, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	settings, err := conf.For(config.NoFile(""), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	own := *settings
	own.Site = &lint.Site{Switched: []lint.SwitchedRule{{Rule: "broken-link", Fragments: true, Linter: "markdownlint", By: ".markdownlint.json", Name: "MD051"}}}
	_, res := statuses(t, []*lint.Rule{link}, engine.Draft{Path: "a.md", Content: []byte("[a](#b)\n\n[c](d.md)\n"), Settings: &own})
	if got := []engine.Status{res.Findings.List()[0].Status, res.Findings.List()[1].Status}; !slices.Equal(got, []engine.Status{engine.Switched, engine.Active}) {
		t.Errorf("statuses %v", got)
	}
	want := engine.SwitchedNote{Linter: "markdownlint", By: ".markdownlint.json", Name: "MD051", Rule: "broken-link", HeldNote: engine.HeldNote{Withheld: 1, Drafts: 1, Example: "a.md:1"}}
	if len(res.Switched) != 1 || res.Switched[0] != want {
		t.Errorf("notes %+v", res.Switched)
	}
}
