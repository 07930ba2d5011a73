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

func drafts(n int) (all []engine.Draft) {
	for i := range n {
		all = append(all, engine.Draft{Path: fmt.Sprintf("%03d.md", i), Content: []byte("# Ferry\n\nText.\n")})
	}
	return all
}

func TestWhatManyDraftsShareIsReportedOnce(t *testing.T) {
	res := runRule(t, broken(), config.Flags{}, drafts(7)...)
	if len(res.Findings) != 1 {
		t.Fatalf("%s", ruletest.Format(res))
	}
	f := res.Findings[0]
	if f.Path != "000.md" || f.Severity != lint.Advice || len(f.Related) != 6 || f.Message != "Not there (the same in 7 drafts, so it may be made elsewhere)" {
		t.Errorf("%s %s %q with %d related places", f.Path, f.Severity, f.Message, len(f.Related))
	}
}

func TestPlacesBeyondTheLimitAreCounted(t *testing.T) {
	res := runRule(t, broken(), config.Flags{}, drafts(120)...)
	if len(res.Findings) != 1 || len(res.Findings[0].Related) != 100 || res.Findings[0].Unlisted != 19 {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestWhatFewDraftsShareIsReportedOnEach(t *testing.T) {
	if res := runRule(t, broken(), config.Flags{}, drafts(2)...); len(res.Findings) != 2 || res.Findings[0].Severity != lint.Error {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestTheWritersOwnSeverityKeepsSharedFindingsApart(t *testing.T) {
	flags := config.Flags{Rules: map[string]string{"broken": "warning"}}
	if res := runRule(t, broken(), flags, drafts(7)...); len(res.Findings) != 7 || res.Findings[0].Severity != lint.Warning {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestFindingsThatAreMendedTogetherAreOne(t *testing.T) {
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
	res := runRule(t, rule, config.Flags{}, engine.Draft{Path: "a.md", Content: []byte(text)})
	active := 0
	for _, f := range res.Findings {
		if f.Status != engine.Active {
			continue
		}
		active++
		if f.Message != "3 addresses" || f.Severity != lint.Warning || f.From.Line != 3 || len(f.Related) != 2 {
			t.Errorf("%s %q on line %d with %d related places", f.Severity, f.Message, f.From.Line, len(f.Related))
		}
	}
	if active != 1 || len(res.Findings) != 2 {
		t.Errorf("%s", ruletest.Format(res))
	}
}
