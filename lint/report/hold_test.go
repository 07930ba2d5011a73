package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// setAside is a result with a finding for each reason not to count.
func setAside() *engine.Result {
	r := &engine.Result{Files: 1}
	for _, why := range []engine.Status{engine.Suppressed, engine.Known, engine.Known, engine.Unchanged} {
		f := at("a.md", draft, "walk", lint.Finding{Rule: "weasel-word", Severity: lint.Error, Message: "was " + why.String()})
		f.Status = why
		r.Findings = append(r.Findings, f)
	}
	return r
}

func TestTheSummarySaysWhatWasSetAsideAndWhy(t *testing.T) {
	const want = "No findings in 1 file; 1 suppressed, 2 in the baseline, 1 on unchanged lines"
	if got := render(t, setAside(), Options{}); got != want+"\n" {
		t.Error(got)
	}
	if got := string(written(t, Markdown, setAside(), Options{})); !strings.Contains(got, want) || strings.Contains(got, "| error |") {
		t.Error(got)
	}
}

func TestWhatIsSetAsideIsMarkedForPrograms(t *testing.T) {
	var log struct {
		Runs []struct {
			Results []struct{ Suppressions []struct{ Kind string } }
		}
	}
	if err := json.Unmarshal(written(t, SARIF, setAside(), Options{}), &log); err != nil {
		t.Fatal(err)
	}
	kinds := ""
	for _, r := range log.Runs[0].Results {
		kinds += r.Suppressions[0].Kind + " "
	}
	if kinds != "inSource external external external " {
		t.Error(kinds)
	}
	lines := string(written(t, JSONL, setAside(), Options{}))
	for _, want := range []string{
		`"suppressed":true,"held":"suppressed"`, `"suppressed":false,"held":"known"`, `"suppressed":false,"held":"unchanged"`,
		`"errors":0,"warnings":0,"advice":0,"suppressed":1,"known":2,"unchanged":1`,
	} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %s in\n%s", want, lines)
		}
	}
}

func TestSARIFLeavesOutWhatIsSetAsideFirst(t *testing.T) {
	r := setAside()
	for range mostResults {
		r.Findings = append(r.Findings, at("b.md", draft, "walk", lint.Finding{Rule: "weasel-word", Severity: lint.Advice, Message: "counts"}))
	}
	all, left := limited(r)
	if len(all) != mostResults || left != 4 || all[0].Message != "counts" {
		t.Errorf("%d kept, %d left, the first %q", len(all), left, all[0].Message)
	}
}

func TestTheSummarySaysWhatOfTheBaselineIsGone(t *testing.T) {
	r := &engine.Result{Files: 2, Stale: 3}
	const want = "3 known findings gone; copychief baseline --prune takes them out\n"
	for name, got := range map[string]string{
		"text": render(t, r, Options{}), "github": string(written(t, GitHub, r, Options{})), "markdown": string(written(t, Markdown, r, Options{})),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := render(t, r, Options{Brief: true}); got != "" {
		t.Errorf("brief: %s", got)
	}
}
