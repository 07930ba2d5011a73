// Package reporttest has what the tests of several formats of reports share: a result with
// findings of every kind, and golden files.
package reporttest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// At makes a finding of the words in the draft, the first time they occur.
func At(path, draft, words string, f lint.Finding) engine.Finding {
	source := lint.NewSource(path, []byte(draft))
	start := strings.Index(draft, words)
	f.Path, f.Span = path, lint.Span{Start: start, End: start + len(words)}
	out := engine.Finding{
		Finding: f, From: source.Position(f.Span.Start), To: source.Position(f.Span.End),
		Basis: lint.Basis{Kind: lint.Convention, Source: "A handbook", URL: "https://example.org/a b"},
		Words: "f1",
	}
	for n := out.From.Line; n <= min(out.To.Line, out.From.Line+2); n++ {
		out.Lines = append(out.Lines, engine.Line{Number: n, Text: source.Slice(source.Line(n)), Span: source.Line(n)})
	}
	return out
}

// Draft is the draft of most findings of [Sample].
const Draft = "\ufefftitle: Ferries\tstop at dawn\n" +
	"東京の船は walk or ride\n" +
	"A sentence that runs on\nover two lines.\n"

// Sample returns a result with findings of every severity, related places, fixes, skipped rules
// and a draft that was not checked.
func Sample() *engine.Result {
	long := strings.Repeat("The harbour is closed. ", 12) + "the the" + strings.Repeat(" And so it goes.", 12)
	r := &engine.Result{Files: 3}
	list := []engine.Finding{
		At("a.md", Draft, "stop", lint.Finding{
			Rule: "long-headline", Severity: lint.Error,
			Message: "Headline is 642 px wide; a search result cuts it at 600 px after “…stop at dawn”, so move what matters to the front",
		}),
		At("a.md", Draft, "walk", lint.Finding{
			Rule: "weasel-word", Severity: lint.Advice, Message: "“walk” says little; name the distance",
			Fixes: []lint.Fix{lint.Replace("Replace with “go on foot”", true, lint.Span{Start: 3, End: 5}, "go on foot")},
		}),
		At("a.md", Draft, "runs on\nover", lint.Finding{Rule: "long-sentence", Severity: lint.Warning, Message: "Sentence has 47 words; split it"}),
		At("b\x1b[31m.md", long, "the the", lint.Finding{Rule: "repeated-word", Severity: lint.Warning, Message: "“the” is repeated"}),
		At("b\x1b[31m.md", long, "goes", lint.Finding{Rule: "cliche", Severity: lint.Advice, Message: "hidden by a comment"}),
	}
	list[2].Related = []engine.Related{
		{Path: "a.md", From: lint.Position{Line: 1, Column: 1}, To: lint.Position{Line: 1, Column: 2}, Span: lint.Span{Start: 0, End: 1}, Message: "the sentence before"},
		{Path: "c.md", From: lint.Position{Line: 9, Column: 4}, Message: "the same sentence"},
	}
	list[4].Status = engine.Suppressed
	r.Findings = engine.FindingsOf(list)
	r.Skipped = []engine.SkipCount{
		{Rule: "intro-without-keyphrase", Reason: "no keyphrase declared", Files: 3},
		{Rule: "passive-voice", Reason: "language not supported", Files: 1},
		{Rule: "stuffed-keyphrase", Reason: "no keyphrase declared", Files: 3},
	}
	r.NotChecked = []engine.NotChecked{{Path: "c\nd.md", Reason: "larger than 2 MiB"}}
	return r
}

// Golden compares what a test got with a file in testdata; -update rewrites the file.
func Golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (- golden, + now):\n%s", name, diff)
	}
}
