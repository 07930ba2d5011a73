package engine_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// archive returns a rule of each lifetime, and drafts: an old article, a current one, a page without
// a date, and others that are current.
func archive(others int) ([]*lint.Rule, []engine.Draft) {
	report := func(p *lint.Pass) { p.Report(lint.Finding{Span: p.Doc.Top(), Message: "Remark"}) }
	always, until, news, broken := ruletest.New("always", lint.Advice, report), ruletest.New("until-old", lint.Advice, report),
		ruletest.New("news", lint.Advice, report), ruletest.New("broken", lint.Error, report)
	until.Lifetime, news.Lifetime, broken.Lifetime = lint.UntilOld, lint.WhileCurrent, lint.UntilOld
	dates := []string{"date: 2019-05-01", "date: 2026-05-01", "x: y"}
	for range others {
		dates = append(dates, "date: 2026-06-01")
	}
	var drafts []engine.Draft
	for i, date := range dates {
		drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("%c.md", 'a'+i), Now: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
			Content: fmt.Appendf(nil, "---\n%s\n---\n\nText of number %d.\n", date, i)})
	}
	return []*lint.Rule{always, until, news, broken}, drafts
}

func TestAdviceOnOldArticlesIsHeldBack(t *testing.T) {
	rules, drafts := archive(6)
	got, res := statuses(t, rules, drafts...)
	for place, want := range map[string]engine.Status{
		"always a.md:1": engine.Active, "until-old a.md:1": engine.Archived, "news a.md:1": engine.Archived, "broken a.md:1": engine.Active,
		"until-old b.md:1": engine.Active, "news b.md:1": engine.Active,
		"until-old c.md:1": engine.Active, "news c.md:1": engine.Archived,
	} {
		if status, found := got[place]; !found || status != want {
			t.Errorf("%s is %q (%t), want %q", place, status, found, want)
		}
	}
	if want := (engine.HeldNote{Withheld: 3, Drafts: 2, Example: "a.md:1"}); res.Archived != want {
		t.Errorf("%+v, want %+v", res.Archived, want)
	}
}

func TestAdviceOnAFewDraftsOrChangedOnesIsNot(t *testing.T) {
	rules, drafts := archive(0)
	if got, _ := statuses(t, rules, drafts...); got["until-old a.md:1"] != engine.Active || got["news c.md:1"] != engine.Active {
		t.Errorf("on three drafts: %v", got)
	}
	rules, drafts = archive(6)
	for i := range drafts {
		drafts[i].Changed = true
	}
	if got, _ := statuses(t, rules, drafts...); got["until-old a.md:1"] != engine.Active || got["news c.md:1"] != engine.Active {
		t.Errorf("on changed drafts: %v", got)
	}
}

func TestLongHeadlinesCountWhereTheSiteIsWrittenForSearch(t *testing.T) {
	rules, drafts := archive(6)
	rules[2].Search = true
	if got, _ := statuses(t, rules, drafts...); got["news a.md:1"] != engine.Archived {
		t.Errorf("without descriptions: %v", got)
	}
	for i := range drafts[:5] {
		drafts[i].Content = append([]byte("---\ndescription: What the harbour does\n"), drafts[i].Content[len("---\n"):]...)
	}
	if got, _ := statuses(t, rules, drafts...); got["news a.md:2"] != engine.Active {
		t.Errorf("with descriptions: %v", got)
	}
}
