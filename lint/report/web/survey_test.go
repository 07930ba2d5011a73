package web

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// The findings of a site with fifty thousand drafts do not fit into memory at once.
func TestADraftIsWrittenBeforeTheNextButOneIsLookedAt(t *testing.T) {
	const drafts = 50
	looked := 0
	shown := func(yield func(*engine.Finding) bool) {
		for i := range 2 * drafts {
			f := at(fmt.Sprintf("%02d.md", i/2), "The boat", "boat", lint.Finding{Rule: "cliche", Severity: lint.Advice})
			if looked++; !yield(&f) {
				return
			}
		}
	}
	written := 0
	for d := range draftsOf(shown, report.Options{}) {
		if written++; len(d.Findings) != 2 || looked > 2*written+1 || d.ID != fmt.Sprintf("d%d", written) {
			t.Errorf("draft %d is %s with %d findings, after %d findings in all", written, d.ID, len(d.Findings), looked)
		}
	}
	if s := surveyOf(shown, report.Options{}); written != drafts || s.drafts != drafts || len(s.busiest) != mostBusy || s.busiest[0].href != "#d1" {
		t.Errorf("%d drafts written, %d counted, %d in the chart", written, s.drafts, len(s.busiest))
	}
}

func TestTheChartShowsTheDraftsWithTheMostToDo(t *testing.T) {
	var all []engine.Finding
	for i := range 30 * mostBusy { // more than are kept at once
		path, severity := fmt.Sprintf("%04d.md", i), lint.Advice
		if i%50 == 49 {
			severity = lint.Error
		}
		all = append(all, at(path, "The boat", "boat", lint.Finding{Rule: "cliche", Severity: severity}))
		if i%100 == 7 {
			all = append(all, at(path, "The boat", "The", lint.Finding{Rule: "cliche", Severity: lint.Advice}))
		}
	}
	_, root := render(t, &engine.Result{Files: len(all), Findings: engine.FindingsOf(all)}, report.Options{})
	want := "0049.md 1 0099.md 1 0149.md 1 0199.md 1 0249.md 1 0299.md 1 0349.md 1 0007.md 2 0107.md 2 0207.md 2 0307.md 2 0000.md 1"
	if got := strings.Join(strings.Fields(words(elements(root, "figure")[1])), " "); got != "Drafts with the most to do "+want {
		t.Error(got)
	}
}

func TestThousandsOfDraftsAreNotPrintedUnasked(t *testing.T) {
	var all []engine.Finding
	for i := range manyDrafts + 1 {
		all = append(all, at(fmt.Sprintf("%04d.md", i), "The boat", "boat", lint.Finding{Rule: "cliche", Severity: lint.Advice}))
	}
	for n, want := range map[int]bool{manyDrafts: false, manyDrafts + 1: true} {
		text, _ := render(t, &engine.Result{Files: n, Findings: engine.FindingsOf(all[:n])}, report.Options{})
		if got := strings.Contains(text, `<section id="drafts" class="many"`); got != want {
			t.Errorf("%d drafts are many: %t", n, got)
		}
	}
	if limit := fmt.Sprint(manyDrafts); !strings.Contains(script, "var most = "+limit) || !strings.Contains(page, "More than "+limit+" drafts") {
		t.Errorf("the script or the page has another limit than %s", limit)
	}
}
