package services

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/lint/report/listing"
	"github.com/copychief/copychief/lint/report/reporttest"
)

// setAside is a result with a finding for each reason not to count.
func setAside() *engine.Result {
	r := &engine.Result{Files: 1}
	for _, why := range []engine.Status{engine.Suppressed, engine.Known, engine.Known, engine.Unchanged} {
		f := reporttest.At("a.md", reporttest.Draft, "walk", lint.Finding{Rule: "weasel-word", Severity: lint.Error, Message: "was " + why.String()})
		f.Status = why
		r.Findings = engine.FindingsOf(append(r.Findings.List(), f))
	}
	return r
}

func TestTheSummarySaysWhatDoesNotCountAndWhy(t *testing.T) {
	const want = "No findings in 1 file; 1 suppressed, 2 in the baseline, 1 on unchanged lines"
	if got := string(written(t, listing.Text, setAside(), report.Options{})); got != want+"\n" {
		t.Error(got)
	}
	if got := string(written(t, Markdown, setAside(), report.Options{})); !strings.Contains(got, want) || strings.Contains(got, "| error |") {
		t.Error(got)
	}
}

func TestFindingsThatDoNotCountAreMarkedForPrograms(t *testing.T) {
	var log struct {
		Runs []struct {
			Results []struct{ Suppressions []struct{ Kind string } }
		}
	}
	if err := json.Unmarshal(written(t, SARIF, setAside(), report.Options{}), &log); err != nil {
		t.Fatal(err)
	}
	kinds := ""
	for _, r := range log.Runs[0].Results {
		kinds += r.Suppressions[0].Kind + " "
	}
	if kinds != "inSource external external external " {
		t.Error(kinds)
	}
	lines := string(written(t, data.JSONL, setAside(), report.Options{}))
	for _, want := range []string{
		`"suppressed":true,"held":"suppressed"`, `"suppressed":false,"held":"known"`, `"suppressed":false,"held":"unchanged"`,
		`"errors":0,"warnings":0,"advice":0,"suppressed":1,"known":2,"unchanged":1`,
	} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %s in\n%s", want, lines)
		}
	}
}

func TestSARIFDropsFindingsThatDoNotCountFirst(t *testing.T) {
	r := setAside()
	for range mostResults {
		r.Findings = engine.FindingsOf(append(r.Findings.List(), reporttest.At("b.md", reporttest.Draft, "walk", lint.Finding{Rule: "weasel-word", Severity: lint.Advice, Message: "counts"})))
	}
	all, left := limited(r)
	if len(all) != mostResults || left != 4 || all[0].Message != "counts" {
		t.Errorf("%d kept, %d left, the first %q", len(all), left, all[0].Message)
	}
}

func TestTheSummaryCountsStaleEntries(t *testing.T) {
	r := &engine.Result{Files: 2, Stale: 3}
	const want = "3 known findings gone; copychief baseline --prune removes them\n"
	for name, got := range map[string]string{
		"text": string(written(t, listing.Text, r, report.Options{})), "github": string(written(t, GitHub, r, report.Options{})), "markdown": string(written(t, Markdown, r, report.Options{})),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := string(written(t, listing.Text, r, report.Options{Brief: true})); got != "" {
		t.Errorf("brief: %s", got)
	}
}
