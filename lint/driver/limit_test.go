package driver

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

func TestADraftThatCannotBeReadLacksNothing(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "\x00"})
	res := run(t, request(t, dir, config.Flags{}, "."))
	for f := range res.Findings.All() {
		t.Errorf("%s: %s", f.Rule, f.Message)
	}
	for _, s := range res.Skipped {
		if s.Reason != "draft not readable" {
			t.Errorf("%s is skipped: %s", s.Rule, s.Reason)
		}
	}
	if len(res.Skipped) == 0 || len(res.NotChecked) != 1 {
		t.Errorf("skipped %v, not checked %v", res.Skipped, res.NotChecked)
	}
}

func TestARuleWithTooManyFindingsIsCutOffWithANote(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md": strings.Repeat("bad ", 1000+2) + "sad\n",
		"b.md": strings.Repeat("bad ", 1000) + "\n",
	})
	res := run(t, request(t, dir, config.Flags{}, "."))
	if got := res.Findings.Len(); got != 2*1000+1 {
		t.Errorf("%d findings, want %d: a thousand of each rule", got, 2*1000+1)
	}
	want := "[{a.md rule bad-word finds more than 1000 places; the rest is not listed}]"
	if got := fmt.Sprint(res.NotChecked); got != want {
		t.Errorf("not checked: %s, want %s", got, want)
	}
}

// A comment of a line may name thousands of rules: each must not cost a copy of the line.
func TestASuppressionThatNamesThousandsOfRulesCostsItsLineOnce(t *testing.T) {
	const names = 20_000
	dir := folder(t, map[string]string{"a.md": "<!-- copychief-ignore-file " + strings.Repeat("bad-word ", names) + "-->\n\nx\n"})
	r := request(t, dir, config.Flags{}, ".")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	res := run(t, r)
	runtime.ReadMemStats(&after)
	if res.Findings.Len() != 1000 {
		t.Errorf("%d findings, want %d", res.Findings.Len(), 1000)
	}
	want := "[{a.md rule unused-suppression finds more than 1000 places; the rest is not listed}]"
	if got := fmt.Sprint(res.NotChecked); got != want {
		t.Errorf("not checked: %s, want %s", got, want)
	}
	lines := map[*byte]bool{}
	for i := range res.Findings.List() {
		lines[unsafe.StringData(res.Findings.List()[i].Lines[0].Text)] = true
	}
	if len(lines) != 1 {
		t.Errorf("%d copies of the line", len(lines))
	}
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 64 {
		t.Errorf("the run allocates %d MB", mb)
	}
}

func TestFindingsOfSiteRulesOnOneLineShareItsText(t *testing.T) {
	dead := ruletest.CheckSite(func(p *lint.SitePass) {
		for i := range 100 {
			p.Report(p.Pages[0], lint.Finding{Span: lint.Span{Start: 5 * i, End: 5*i + 4}, Message: "dead"})
		}
	})
	rules := []*lint.Rule{{Name: "dead", Family: lint.LinksFamily, Severity: lint.Error, NewSite: func() lint.SiteChecker { return dead }}}
	dir := folder(t, map[string]string{"a.md": strings.Repeat("dead ", 100) + "\n"})
	loader, err := configfile.NewLoader(rules, configfile.Options{Flags: config.Flags{Dir: dir}})
	if err != nil {
		t.Fatal(err)
	}
	res := run(t, Request{Rules: rules, Config: loader, Dir: dir, Paths: []string{"a.md"}})
	lines := map[*byte]bool{}
	for i := range res.Findings.List() {
		lines[unsafe.StringData(res.Findings.List()[i].Lines[0].Text)] = true
	}
	if res.Findings.Len() != 100 || len(lines) != 1 {
		t.Errorf("%d findings, %d copies of the line", res.Findings.Len(), len(lines))
	}
}
