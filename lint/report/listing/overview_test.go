package listing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
)

// crowd returns a result with many findings: on each draft one error, one warning and two
// pieces of advice from one rule.
func crowd(drafts int) *engine.Result {
	r := &engine.Result{Files: drafts}
	var list []engine.Finding
	add := func(path, rule string, s lint.Severity, line int, fixes ...lint.Fix) {
		text := "some words here"
		list = append(list, engine.Finding{
			Finding: lint.Finding{Rule: rule, Severity: s, Path: path, Message: "Message of " + rule, Span: lint.Span{Start: 5, End: 10}, Fixes: fixes},
			From:    lint.Position{Line: line, Column: 6}, To: lint.Position{Line: line, Column: 11},
			Lines: []engine.Line{{Number: line, Text: text, Span: lint.Span{Start: 0, End: len(text)}}},
		})
	}
	for i := range drafts {
		path := fmt.Sprintf("posts/%03d.md", i)
		add(path, "wordy", lint.Advice, 1, lint.Replace("x", true, lint.Span{}, "x"))
		add(path, "wordy", lint.Advice, 2)
		add(path, "long", lint.Warning, 3)
		add(path, "broken", lint.Error, 4)
	}
	r.Findings = engine.FindingsOf(list)
	return r
}

func TestManyFindingsAreAnOverviewOfBoundedLength(t *testing.T) {
	for _, drafts := range []int{14, 500} {
		var b bytes.Buffer
		if err := Text(&b, crowd(drafts), report.Options{}); err != nil {
			t.Fatal(err)
		}
		out := b.String()
		if lines := strings.Count(out, "\n"); lines > 300 {
			t.Errorf("%d drafts: %d lines", drafts, lines)
		}
		for _, want := range []string{
			"rule", "Errors\n", "Drafts with the most to do\n", "What next\n", "copychief --only wordy PATH", "copychief baseline PATH", "copychief init", "copychief --all PATH",
			fmt.Sprintf("%6s  %6s   50 %%", lint.Thousands(2*drafts), lint.Thousands(drafts)),
			fmt.Sprintf("%d errors, %d warnings, %s advice in %d files", drafts, drafts, lint.Thousands(2*drafts), drafts),
		} {
			if !strings.Contains(out, want) {
				t.Errorf("%d drafts: no %q in\n%s", drafts, want, out)
			}
		}
		if broken, long := strings.Index(out, "broken "), strings.Index(out, "long "); broken > long {
			t.Error("errors do not come first")
		}
	}
}

func TestShortListsAreCompleteAndLongOnesOnRequest(t *testing.T) {
	for _, c := range []struct {
		drafts  int
		options report.Options
	}{{12, report.Options{}}, {100, report.Options{All: true}}, {100, report.Options{Brief: true, Least: lint.Advice}}, {100, report.Options{Max: 400}}} {
		var b bytes.Buffer
		if err := Text(&b, crowd(c.drafts), c.options); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "Message of "); n != 4*c.drafts {
			t.Errorf("%+v: %d of %d findings", c.options, n, 4*c.drafts)
		}
	}
}

func TestStatisticsCountTheSameInTextAndJSON(t *testing.T) {
	r := crowd(30)
	r.Findings.List()[3].Status = engine.Suppressed
	var text, raw bytes.Buffer
	if err := Text(&text, r, report.Options{Statistics: true}); err != nil {
		t.Fatal(err)
	}
	if err := data.Statistics(&raw, r); err != nil {
		t.Fatal(err)
	}
	var out data.StatisticsJSON
	if err := json.Unmarshal(raw.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Rules) != 3 || out.Rules[0].Rule != "broken" || out.Rules[0].Findings != 29 || out.Rules[2].Fixable != 30 {
		t.Errorf("%+v", out.Rules)
	}
	if strings.Contains(text.String(), "Message of") || !strings.Contains(text.String(), "    29      29") {
		t.Errorf("%s", text.String())
	}
}

func TestErrorsComeFirstInADraft(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, crowd(1), report.Options{}); err != nil {
		t.Fatal(err)
	}
	if at, other := strings.Index(b.String(), "Message of broken"), strings.Index(b.String(), "Message of wordy"); at > other {
		t.Errorf("%s", b.String())
	}
}

func TestAnOverviewFitsFortyColumns(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, crowd(40), report.Options{Width: 40}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 48 { // a rule and its figures are not wrapped
			t.Errorf("%d columns: %s", n, line)
		}
	}
}
