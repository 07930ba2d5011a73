package cmd_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	lintreport "github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/lint/report/listing"
	"github.com/copychief/copychief/lint/report/services"
	"github.com/copychief/copychief/lint/report/web"
	"github.com/copychief/copychief/rules"
)

// body returns a text of some 200 words that is the same for equal numbers.
func body(n int) string {
	words := strings.Fields("council engine boat night noise island crew bridge ticket quay winter storm market window garden letter")
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, "The %s of the %s %d costs the %s of %s %d more. ",
			words[(n+i*3)%16], words[(n*5+i)%16], n*20+i, words[(n+i*7)%16], words[(n*3+i*5)%16], i*n)
	}
	return b.String()
}

// TestLittleIsKeptOfManyDrafts checks that runs that keep little of each draft have the findings of runs
// that keep everything that rules about the site need.
func TestLittleIsKeptOfManyDrafts(t *testing.T) {
	run := func(compact bool) *engine.Result {
		e, err := engine.New(rules.All(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var drafts []engine.Draft
		for i := range 40 { // more than documents are kept for a while
			text := fmt.Sprintf("---\ntitle: Night ferry %d\ndescription: The ferry of the bay sails again, and dogs may come along on all its trips this year.\nkeyphrase: harbour ferry %c\n---\n\n", i/2, 'a'+i%26) +
				body(i/2) +
				fmt.Sprintf("\n\nSee what the harbour ferry %c costs in winter, said nobody at all.\n", 'a'+(i+1)%26)
			drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("p%02d.md", i), Content: []byte(text), Compact: compact})
		}
		result, err := e.Run(context.Background(), false, drafts...)
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	kept, packed := run(false), run(true)
	all, spared := kept.Findings.List(), packed.Findings.List()
	found := map[string]bool{}
	for i := range all {
		found[all[i].Rule] = true
	}
	for _, rule := range []string{"missed-internal-link", "duplicate-description"} {
		if !found[rule] {
			t.Errorf("no finding of %s", rule)
		}
	}
	if diff := cmp.Diff(all, spared); diff != "" {
		t.Error(diff)
	}
	for _, r := range []*engine.Result{kept, packed} {
		r.Findings.Change(func(draft []engine.Finding) ([]engine.Finding, bool) { // as filters do
			draft[0].Status = engine.Known
			return draft, true
		})
	}
	compareReports(t, "all", kept, packed)
	kept.Gather()
	packed.Gather()
	if n := kept.Findings.Len(); n == len(all) {
		t.Errorf("none of %d findings were merged", n)
	}
	compareReports(t, "gathered", kept, packed)
}

// compareReports compares the reports of every format on two results.
func compareReports(t *testing.T, name string, a, b *engine.Result) {
	t.Helper()
	for format, write := range map[string]func(io.Writer, *engine.Result, lintreport.Options) error{
		"text": listing.Text, "concise": listing.Concise, "statistics": listing.Statistics, "jsonl": data.JSONL, "sarif": services.SARIF, "github": services.GitHub,
		"gitlab": services.GitLab, "junit": services.JUnit, "checkstyle": services.Checkstyle, "rdjson": services.RDJSON, "markdown": services.Markdown, "html": web.Write,
		"json": func(w io.Writer, r *engine.Result, _ lintreport.Options) error { return data.JSON(w, r) },
	} {
		for _, o := range []lintreport.Options{{}, {All: true}, {Max: 7}, {Brief: true, Least: lint.Warning}} {
			var wants, got strings.Builder
			if err := errors.Join(write(&wants, a, o), write(&got, b, o)); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(wants.String(), got.String()); diff != "" || got.Len() == 0 {
				t.Errorf("%s, %s %+v: %s", name, format, o, diff)
			}
		}
	}
}
