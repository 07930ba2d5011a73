package listing

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/lint/report/reporttest"
)

func Render(t *testing.T, r *engine.Result, o report.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestManyRelatedPlacesAreCounted(t *testing.T) {
	for places, want := range map[int]string{8: "\nand", 9: "\nand", 10: "        and 2 more places\n", 100: "        and 142 more places\n"} {
		r := reporttest.Sample()
		f := &r.Findings.List()[2]
		for len(f.Related) < places {
			f.Related = append(f.Related, f.Related[0])
		}
		if places == 100 {
			f.Unlisted = 50
		}
		out := Render(t, r, report.Options{})
		if strings.HasPrefix(want, "\n") == strings.Contains(out, "more place") || !strings.HasPrefix(want, "\n") && !strings.Contains(out, want) {
			t.Errorf("%d places:\n%s", places, out)
		}
	}
}

func TestGolden(t *testing.T) {
	for name, o := range map[string]report.Options{
		"plain.txt":  {},
		"colour.txt": {Color: true, Links: true},
		"brief.txt":  {Brief: true, Least: lint.Error},
		"max.txt":    {Max: 2},
	} {
		reporttest.Golden(t, name, []byte(Render(t, reporttest.Sample(), o)))
	}
	var concise, machine bytes.Buffer
	if err := Concise(&concise, reporttest.Sample(), report.Options{}); err != nil {
		t.Fatal(err)
	}
	reporttest.Golden(t, "concise.txt", concise.Bytes())
	if err := data.JSON(&machine, reporttest.Sample()); err != nil {
		t.Fatal(err)
	}
	reporttest.Golden(t, "check.json", machine.Bytes())
}

func TestTextKeepsToEightyColumns(t *testing.T) {
	for _, line := range strings.Split(Render(t, reporttest.Sample(), report.Options{}), "\n") {
		if w := uniseg.StringWidth(line); w > 80 {
			t.Errorf("%d columns: %s", w, line)
		}
	}
}

func TestNothingCheckedNeverLooksLikeAPass(t *testing.T) {
	got := Render(t, &engine.Result{NotChecked: []engine.NotChecked{{Path: "a.md", Reason: "not readable"}}}, report.Options{})
	if strings.Contains(got, "No findings") || !strings.Contains(got, "No drafts were checked") || !strings.Contains(got, "a.md: not readable") {
		t.Error(got)
	}
	if got := Render(t, &engine.Result{Files: 1}, report.Options{}); got != "No findings in 1 file\n" {
		t.Errorf("clean: %q", got)
	}
}

func TestWorstFindingsStayWhenSomeAreLeftOut(t *testing.T) {
	got := Render(t, reporttest.Sample(), report.Options{Max: 1})
	if !strings.Contains(got, "long-headline") || strings.Contains(got, "weasel-word") || !strings.Contains(got, "3 more findings not shown") {
		t.Error(got)
	}
}

func TestLinesAreNotCommandsOfGitHubActions(t *testing.T) {
	r := &engine.Result{Files: 1, Findings: engine.FindingsOf([]engine.Finding{
		reporttest.At("::error::a.md", "::set-output ##[add-mask]x", "::set", lint.Finding{Rule: "x", Severity: lint.Error, Message: "::error::boo ##[group]"}),
	})}
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return Text(b, r, report.Options{Actions: true}) },
		func(b *bytes.Buffer) error { return Concise(b, r, report.Options{Actions: true}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
				t.Errorf("a command: %s", line)
			}
		}
	}
}

func TestNothingHostileReachesAnyReport(t *testing.T) {
	const evil = "x\x1b[2J\x07\u009b\u202e\u2066\x7f\n\r\u2028"
	r := &engine.Result{Files: 1, Findings: engine.FindingsOf([]engine.Finding{
		reporttest.At(evil, evil+"word", "word", lint.Finding{
			Rule: "x", Severity: lint.Error, Message: evil, Fixes: []lint.Fix{{Title: evil}},
		}),
	}), NotChecked: []engine.NotChecked{{Path: evil, Reason: evil}}, Skipped: []engine.SkipCount{{Rule: evil, Reason: evil, Files: 1}}}
	r.Findings.List()[0].Related = []engine.Related{{Path: evil, Message: evil}}
	var b bytes.Buffer
	for _, err := range []error{Text(&b, r, report.Options{}), Concise(&b, r, report.Options{}), data.JSON(&b, r)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range b.String() {
		if c != '\n' && report.Acts(c) {
			t.Fatalf("%U in\n%q", c, b.String())
		}
	}
}

func TestJSONHasNoNull(t *testing.T) {
	var b bytes.Buffer
	if err := data.JSON(&b, &engine.Result{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !json.Valid(b.Bytes()) {
		t.Error(b.String())
	}
}
