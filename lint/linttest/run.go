package linttest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Update defines and returns the -update flag. Call it to initialise a package variable of
// a test.
func Update() *bool {
	return flag.Bool("update", false, "rewrite the recorded findings and fixed drafts")
}

// Run checks a rule against its examples. file is the txtar that the rule embeds; it is
// rewritten if update is set.
func Run(t *testing.T, rule *lint.Rule, file string, update bool) {
	t.Helper()
	explanation, examples, err := parseExamples(rule.Docs)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	complete(t, rule, explanation, examples)
	for _, e := range examples {
		t.Run(strings.ReplaceAll(e.key(), "/", "-"), func(t *testing.T) { e.run(t, rule, update) })
	}
	if update {
		if got := format(rule.Docs, examples); !bytes.Equal(got, []byte(rule.Docs)) {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// complete checks that a rule has everything that its documentation page needs.
func complete(t *testing.T, rule *lint.Rule, explanation string, examples []*example) {
	t.Helper()
	if (rule.New == nil) == (rule.NewSite == nil) {
		t.Error("a rule has either New or NewSite")
	}
	if rule.Summary == "" || strings.HasSuffix(rule.Summary, ".") || rule.Basis.Kind == "" || rule.Basis.Source == "" || rule.Severity < lint.Advice {
		t.Error("summary (without full stop), severity and basis with its source must be set")
	}
	if len(strings.Fields(explanation)) < 30 {
		t.Error("the explanation is too short to explain anything")
	}
	bad, good, traps := 0, 0, 0
	for _, e := range examples {
		switch {
		case e.Bad:
			bad++
		case e.Trap:
			traps++
			fallthrough
		default:
			good++
		}
	}
	if bad < 3 || good < 3 || traps < 1 {
		t.Errorf("%d bad and %d good examples, %d of them traps; want at least 3, 3 and 1", bad, good, traps)
	}
}

func (e *example) run(t *testing.T, rule *lint.Rule, update bool) {
	result := e.check(t, rule)
	if !e.Bad {
		for f := range result.Findings.All() {
			t.Errorf("a good example is flagged: %s", e.line(f))
		}
		return
	}
	var got strings.Builder
	for f := range result.Findings.All() {
		got.WriteString(e.line(f) + "\n")
	}
	if got.Len() == 0 {
		t.Error("a bad example is not flagged")
	}
	compare(t, "findings", &e.Wanted, got.String(), update)
	if fixed, ok := e.fix(t, result); ok {
		compare(t, "the fixed draft", &e.Fixed, fixed, update)
	} else if e.Fixed != nil && !update {
		t.Error("a fixed draft is recorded, and there is no fix")
	}
}

func compare(t *testing.T, what string, want **string, got string, update bool) {
	t.Helper()
	switch {
	case update:
		*want = &got
	case *want == nil:
		t.Errorf("%s are not recorded; run the test with -update. Now:\n%s", what, got)
	default:
		if diff := cmp.Diff(**want, got); diff != "" {
			t.Errorf("%s differ (- recorded, + now):\n%s", what, diff)
		}
	}
}

// line formats a finding for the record.
func (e *example) line(f *engine.Finding) string {
	place := fmt.Sprintf("%d:%d-%d:%d", f.From.Line, f.From.Column, f.To.Line, f.To.Column)
	if e.Site {
		place = f.Path + ":" + place
	}
	s := fmt.Sprintf("%s %s %s", place, f.Severity, f.Message)
	for _, r := range f.Related {
		where := fmt.Sprintf("%d:%d", r.From.Line, r.From.Column)
		if e.Site && r.Path != "" {
			where = r.Path + ":" + where
		}
		s += fmt.Sprintf("\n\t%s %s", where, r.Message)
	}
	for _, x := range f.Fixes {
		safety := "unsafe"
		if x.Safe {
			safety = "safe"
		}
		s += fmt.Sprintf("\n\tfix (%s): %s", safety, x.Title)
	}
	return s
}

// fix applies the first fix of each finding to the draft of the example, from the end to
// the beginning.
func (e *example) fix(t *testing.T, result *engine.Result) (fixed string, ok bool) {
	t.Helper()
	var edits []lint.Edit
	for f := range result.Findings.All() {
		if len(f.Fixes) > 0 {
			edits = append(edits, f.Fixes[0].Edits...)
		}
	}
	if len(edits) == 0 || len(e.Files) != 1 {
		return "", false
	}
	slices.SortFunc(edits, func(a, b lint.Edit) int { return b.Span.Start - a.Span.Start })
	text, limit := string(e.Files[0].Data), len(e.Files[0].Data)
	for _, x := range edits {
		if x.Span.Start < 0 || x.Span.End < x.Span.Start || x.Span.End > limit {
			t.Fatalf("an edit leaves the draft or overlaps another: %v", x.Span)
		}
		text = text[:x.Span.Start] + x.New + text[x.Span.End:]
		limit = x.Span.Start
	}
	return text, true
}
