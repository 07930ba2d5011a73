package services

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/reporttest"
)

// evil are texts that some format would interpret, or could not represent.
var evil = []string{
	"", "plain",
	"\x00\x01\x08\x0b\x1b[31m\x7f\u0085\u009b",
	"\xff\xfe\xc3(", "\xed\xa0\x80", "\ufffe\uffff\ufeff", "\u202e\u2066\u2028\u2029",
	"::error::boo\n::set-output name=x::y\r::stop-commands::z %0A, :",
	"##[error]boo", "]]>", "<!--", "--><script>", "&#0;&lt;", "{0} {{1}}", "[a](1) [b](http://x)",
	"| a | b |\n|---|", "@someone #1 !2 <img src=x onerror=y>", "```", "\\", `"'`, "a\tb",
	strings.Repeat("long ", 100000),
}

// hostile returns a result that has a text wherever one may be.
func hostile(text string, start, end int) *engine.Result {
	span := lint.Span{Start: start, End: end}
	f := engine.Finding{
		Finding: lint.Finding{
			Rule: text, Severity: lint.Warning, Path: text, Span: span, Message: text,
			Fixes: []lint.Fix{lint.Replace(text, true, span, text)},
		},
		Basis: lint.Basis{URL: "https://example.org/" + text}, Reason: text, Words: "f1",
		Lines:   []engine.Line{{Number: 1, Text: text, Span: lint.Span{End: len(text)}}},
		Related: []engine.Related{{Path: text, Message: text}},
		From:    lint.Position{Line: 1, Column: start + 1}, To: lint.Position{Line: 1, Column: end + 1},
	}
	hidden := f
	hidden.Status = engine.Suppressed
	return &engine.Result{
		Findings: engine.FindingsOf([]engine.Finding{f, hidden}), NotChecked: []engine.NotChecked{{Path: text, Reason: text}},
		Skipped: []engine.SkipCount{{Rule: text, Reason: text, Files: 1}},
	}
}

func TestHostileDraftsGiveValidReports(t *testing.T) {
	for _, text := range evil {
		for name, write := range formats {
			out := written(t, write, hostile(text, 0, len(text)), options())
			if name != "gitlab.json" || text != "" { // GitLab wants words; rules have names and messages
				check(t, name, out)
			}
		}
	}
}

func TestLongMessagesAndLinesAreCut(t *testing.T) {
	long := strings.Repeat("long ", 100000)
	r := &engine.Result{Files: 1, Findings: engine.FindingsOf([]engine.Finding{
		reporttest.At("a.md", long, "long", lint.Finding{Rule: "x", Severity: lint.Error, Message: long}),
	}), NotChecked: []engine.NotChecked{{Path: "b.md", Reason: long}}}
	for name, write := range formats {
		if out := written(t, write, r, options()); name != "check.jsonl" && len(out) > 10000 {
			t.Errorf("%s: %d bytes", name, len(out))
		}
	}
}

func FuzzFormats(f *testing.F) {
	for _, text := range evil {
		if len(text) < 1000 {
			f.Add(text, 0, len(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		start = min(max(start, 0), len(text))
		end = min(max(end, start), len(text))
		for name, write := range formats {
			if name != "gitlab.json" || text != "" {
				check(t, name, written(t, write, hostile(text, start, end), options()))
			}
		}
	})
}

// A suggestion replaces the text of the span, counted in the bytes of the
// line and in its code points.
func FuzzSpots(f *testing.F) {
	f.Add("\ufeff東京の船は walk", 3, 9)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\n\r") {
			return
		}
		start = min(max(start, 0), len(text))
		end = min(max(end, start), len(text))
		for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
			start--
		}
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		source := lint.NewSource("a.md", []byte(text))
		var out resultRD
		if err := json.NewDecoder(bytes.NewReader(written(t, RDJSON, hostile(text, start, end), report.Options{}))).Decode(&out); err != nil {
			t.Fatal(err)
		}
		at := out.Diagnostics[1].Location.Range
		if got := text[at.Start.Column-1 : at.End.Column-1]; got != text[start:end] {
			t.Fatalf("%q, want %q", got, text[start:end])
		}
		finding := hostile(text, start, end).Findings.List()[0]
		from, to, ok := ends(&finding, finding.Span)
		if want := source.Position(start); !ok || from.column != want.Column && start >= 3 {
			t.Fatalf("column %d, want %d", from.column, want.Column)
		}
		if want := source.Position(end); to.column != want.Column && end >= 3 {
			t.Fatalf("column %d, want %d", to.column, want.Column)
		}
	})
}
