package engine_test

import (
	"fmt"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// broken returns a rule with the same finding on all drafts except those in the folder
// "own".
func broken() *lint.Rule {
	return ruletest.New("broken", lint.Error, func(p *lint.Pass) {
		p.Report(lint.Finding{Span: p.Doc.Top(), Shared: "banner.png", Message: "Not there"})
	})
}

// gather runs a rule and gathers its findings.
func gather(t *testing.T, rule *lint.Rule, flags config.Flags, drafts ...engine.Draft) *engine.Result {
	t.Helper()
	res := runRule(t, rule, flags, drafts...)
	res.Gather()
	return res
}

func drafts(n int) (all []engine.Draft) {
	for i := range n {
		all = append(all, engine.Draft{Path: fmt.Sprintf("%03d.md", i), Content: []byte("# Ferry\n\nText.\n")})
	}
	return all
}

func TestFindingsOfManyDraftsAreReportedOnce(t *testing.T) {
	res := gather(t, broken(), config.Flags{}, drafts(7)...)
	if res.Findings.Len() != 1 {
		t.Fatalf("%s", ruletest.Format(res))
	}
	f := res.Findings.List()[0]
	if f.Path != "000.md" || f.Severity != lint.Advice || len(f.Related) != 6 || f.Message != "Not there (the same in 7 drafts, so the site may supply it)" {
		t.Errorf("%s %s %q with %d related places", f.Path, f.Severity, f.Message, len(f.Related))
	}
}

func TestPlacesBeyondTheLimitAreCounted(t *testing.T) {
	res := gather(t, broken(), config.Flags{}, drafts(220)...)
	if res.Findings.Len() != 1 || len(res.Findings.List()[0].Related) != 200 || res.Findings.List()[0].Unlisted != 19 {
		t.Errorf("%d findings", res.Findings.Len())
	}
}

func TestFindingsOfFewDraftsAreReportedOnEach(t *testing.T) {
	if res := gather(t, broken(), config.Flags{}, drafts(2)...); res.Findings.Len() != 2 || res.Findings.List()[0].Severity != lint.Error {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestConfiguredSeverityKeepsSharedFindingsSeparate(t *testing.T) {
	flags := config.Flags{Rules: map[string]string{"broken": "warning"}}
	if res := gather(t, broken(), flags, drafts(7)...); res.Findings.Len() != 7 || res.Findings.List()[0].Severity != lint.Warning {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestFindingsWithOneFixAreOne(t *testing.T) {
	rule := ruletest.New("addresses", lint.Warning, func(p *lint.Pass) {
		for i := range p.Doc.Blocks {
			f := lint.Finding{Span: p.Doc.Blocks[i].Span, Message: "An address", Together: "%d addresses"}
			if i == 0 {
				f.Severity = lint.Advice
			}
			p.Report(f)
		}
	})
	const text = "# One\n\nTwo\n\n<!-- copychief-ignore addresses: it is meant -->\n\nThree\n\nFour\n"
	res := gather(t, rule, config.Flags{}, engine.Draft{Path: "a.md", Content: []byte(text)})
	active := 0
	for f := range res.Findings.All() {
		if f.Status != engine.Active {
			continue
		}
		active++
		if f.Message != "3 addresses" || f.Severity != lint.Warning || f.From.Line != 3 || len(f.Related) != 2 {
			t.Errorf("%s %q on line %d with %d related places", f.Severity, f.Message, f.From.Line, len(f.Related))
		}
	}
	if active != 1 || res.Findings.Len() != 2 {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestTheLargestOfSeveralIsTheWorst(t *testing.T) {
	rule := ruletest.New("long", lint.Warning, func(p *lint.Pass) {
		for _, b := range p.Doc.Paragraphs() {
			n := b.Text.Len()
			p.Report(lint.Finding{
				Span: b.Span, Message: "Long", Size: n, Together: fmt.Sprintf("%%d are long, this one %d", n),
				Fixes: []lint.Fix{lint.Replace("Delete it", false, b.Span, "")},
			})
		}
	})
	res := gather(t, rule, config.Flags{}, engine.Draft{Path: "a.md", Content: []byte("One\n\nThree\n\nSix\n")})
	if res.Findings.Len() != 1 {
		t.Fatalf("%s", ruletest.Format(res))
	}
	f := res.Findings.List()[0]
	if f.Message != "3 are long, this one 5" || f.From.Line != 3 || len(f.Related) != 2 {
		t.Errorf("%q on line %d with %d related places", f.Message, f.From.Line, len(f.Related))
	}
	if len(f.Fixes) != 1 || f.Fixes[0].Title != "Delete it, in all places" || len(f.Fixes[0].Edits) != 3 || f.Fixes[0].Edits[0].Span.Start != 0 {
		t.Errorf("%+v", f.Fixes)
	}
}

// TestAJoinedFixSaysHowManyPlacesItFixes counts places without a fix of their own.
func TestAJoinedFixSaysHowManyPlacesItFixes(t *testing.T) {
	rule := ruletest.New("long", lint.Warning, func(p *lint.Pass) {
		for _, b := range p.Doc.Paragraphs() {
			f := lint.Finding{Span: b.Span, Message: "Long", Size: b.Text.Len(), Together: "%d are long"}
			if text := b.Text.String(); text != "Three" && text != "None" {
				f.Fixes = []lint.Fix{lint.Replace("Replace with “"+text[:1]+"”", false, b.Span, text[:1])}
			}
			p.Report(f)
		}
	})
	for draft, want := range map[string]string{
		"Three\n\nSix\n":            "Make the changes that are offered",
		"Three\n\nSix\n\nSix\n":     "Make the changes that are offered",
		"Sixteen\n\nThree\n":        "Replace with “S”",
		"Sixteen\n\nSix\n\nThree\n": "Make the changes that are offered",
		"Sixteen\n\nSix\n":          "Replace with “S”, in all places",
		"Sixteen\n\nOne\n":          "Make all of these changes",
		"Three\n\nNone\n":           "",
	} {
		res, got := gather(t, rule, config.Flags{}, engine.Draft{Path: "a.md", Content: []byte(draft)}), ""
		if fixes := res.Findings.List()[0].Fixes; len(fixes) > 0 {
			got = fixes[0].Title
		}
		if res.Findings.Len() != 1 || got != want {
			t.Errorf("%q: %q, want %q", draft, got, want)
		}
	}
}

// A rule about structure needs not say what its findings share: the flagged bytes.
func TestTheSameBytesInManyDraftsAreOneCause(t *testing.T) {
	rule := ruletest.New("line", lint.Warning, func(p *lint.Pass) {
		for _, b := range p.Doc.Paragraphs() {
			p.Report(lint.Finding{Span: b.Span, Message: "Not here"})
		}
	})
	all := make([]engine.Draft, 6)
	for i := range all {
		all[i] = engine.Draft{Path: fmt.Sprintf("%d.md", i), Content: fmt.Appendf(nil, "Opening times\n\nMine is %d\n\n:\n", i)}
	}
	if res := gather(t, rule, config.Flags{}, all...); res.Findings.Len() != 18 {
		t.Errorf("a phrase recurs without a cause:\n%s", ruletest.Format(res))
	}
	rule.Structure = true
	res := gather(t, rule, config.Flags{}, all...)
	if res.Findings.Len() != 13 { // a mark of one byte is no cause
		t.Fatalf("%s", ruletest.Format(res))
	}
	if f := res.Findings.List()[0]; f.Message != "Not here (the same in 6 drafts)" || f.Severity != lint.Warning || len(f.Related) != 5 {
		t.Errorf("%s %q with %d related places", f.Severity, f.Message, len(f.Related))
	}
	if res := gather(t, rule, config.Flags{Only: []string{"line"}}, all...); res.Findings.Len() != 18 {
		t.Errorf("with --only:\n%s", ruletest.Format(res))
	}
}

func TestTheHeadingsOfASeriesAreOneCause(t *testing.T) {
	rule := ruletest.New("line", lint.Warning, func(p *lint.Pass) {
		for _, b := range p.Doc.Headings() {
			p.Report(lint.Finding{Span: b.Span, Message: "Not here"})
		}
	})
	rule.Structure = true
	all := make([]engine.Draft, 6)
	for i := range all {
		all[i] = engine.Draft{Path: fmt.Sprintf("%d.md", i), Content: fmt.Appendf(nil, "# Harbour letter %d\n\nNews.\n\n## 201%d\n\nMore.\n", 40+i, i)}
	}
	res := gather(t, rule, config.Flags{}, all...)
	if res.Findings.Len() != 7 || res.Findings.List()[0].Message != "Not here (the same in 6 drafts)" { // years differ
		t.Error(ruletest.Format(res))
	}
}

func TestASentenceOfManyDraftsIsOneFinding(t *testing.T) {
	rule := ruletest.New("vague", lint.Warning, func(p *lint.Pass) {
		for i := range p.Doc.Links {
			p.Report(lint.Finding{Span: p.Doc.Links[i].Span, Message: "Vague"})
		}
	})
	e, err := engine.New([]*lint.Rule{rule}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var drafts []engine.Draft
	for i := range 6 {
		content := fmt.Sprintf("All the changes of the %d boats are listed [here](changes-%d), as ever.\n\nSee [here](b).\n", i, i)
		drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("%d.md", i), Content: []byte(content)})
	}
	res, err := e.Run(t.Context(), false, drafts...)
	if err != nil {
		t.Fatal(err)
	}
	res.Gather()
	formulas := 0
	for f := range res.Findings.All() {
		if f.From.Line == 1 {
			formulas++
			if len(f.Related) != 5 || f.Severity != lint.Advice {
				t.Errorf("%s: %s with %d related places", f.Message, f.Severity, len(f.Related))
			}
		}
	}
	if formulas != 1 || res.Findings.Len() != 7 { // texts that are too short to be a formula are not merged
		t.Errorf("%d findings, %d of the formula", res.Findings.Len(), formulas)
	}
}
