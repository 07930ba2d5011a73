package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// at makes a finding of the words in the draft, the first time they occur.
func at(path, draft, words string, f lint.Finding) engine.Finding {
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

const draft = "\ufefftitle: Ferries\tstop at dawn\n" +
	"東京の船は walk or ride\n" +
	"A sentence that runs on\nover two lines.\n"

func sample() *engine.Result {
	long := strings.Repeat("The harbour is closed. ", 12) + "the the" + strings.Repeat(" And so it goes.", 12)
	r := &engine.Result{Files: 3}
	r.Findings = []engine.Finding{
		at("a.md", draft, "stop", lint.Finding{
			Rule: "long-headline", Severity: lint.Error,
			Message: "Headline is 642 px wide; a search result cuts it at 600 px after “…stop at dawn”, so move what matters to the front",
		}),
		at("a.md", draft, "walk", lint.Finding{
			Rule: "weasel-word", Severity: lint.Advice, Message: "“walk” says little; name the distance",
			Fixes: []lint.Fix{lint.Replace("Replace with “go on foot”", true, lint.Span{Start: 3, End: 5}, "go on foot")},
		}),
		at("a.md", draft, "runs on\nover", lint.Finding{Rule: "long-sentence", Severity: lint.Warning, Message: "Sentence has 47 words; split it"}),
		at("b\x1b[31m.md", long, "the the", lint.Finding{Rule: "repeated-word", Severity: lint.Warning, Message: "“the” stands twice"}),
		at("b\x1b[31m.md", long, "goes", lint.Finding{Rule: "cliche", Severity: lint.Advice, Message: "hidden by a comment"}),
	}
	r.Findings[2].Related = []engine.Related{
		{Path: "a.md", From: lint.Position{Line: 1, Column: 1}, To: lint.Position{Line: 1, Column: 2}, Span: lint.Span{Start: 0, End: 1}, Message: "the sentence before"},
		{Path: "c.md", From: lint.Position{Line: 9, Column: 4}, Message: "the same sentence"},
	}
	r.Findings[4].Status = engine.Suppressed
	r.Skipped = []engine.SkipCount{
		{Rule: "intro-without-keyphrase", Reason: "no keyphrase declared", Files: 3},
		{Rule: "passive-voice", Reason: "language not supported", Files: 1},
		{Rule: "stuffed-keyphrase", Reason: "no keyphrase declared", Files: 3},
	}
	r.NotChecked = []engine.NotChecked{{Path: "c\nd.md", Reason: "larger than 2 MiB"}}
	return r
}

func golden(t *testing.T, name string, got []byte) {
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

func render(t *testing.T, r *engine.Result, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestManyRelatedPlacesAreCounted(t *testing.T) {
	for places, want := range map[int]string{8: "\nand", 9: "\nand", 10: "        and 2 more places\n", 100: "        and 142 more places\n"} {
		r := sample()
		f := &r.Findings[2]
		for len(f.Related) < places {
			f.Related = append(f.Related, f.Related[0])
		}
		if places == 100 {
			f.Unlisted = 50
		}
		out := render(t, r, Options{})
		if strings.HasPrefix(want, "\n") == strings.Contains(out, "more place") || !strings.HasPrefix(want, "\n") && !strings.Contains(out, want) {
			t.Errorf("%d places:\n%s", places, out)
		}
	}
}

func TestGolden(t *testing.T) {
	for name, o := range map[string]Options{
		"plain.txt":  {},
		"colour.txt": {Color: true, Links: true},
		"brief.txt":  {Brief: true, Least: lint.Error},
		"max.txt":    {Max: 2},
	} {
		golden(t, name, []byte(render(t, sample(), o)))
	}
	var concise, machine bytes.Buffer
	if err := Concise(&concise, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "concise.txt", concise.Bytes())
	if err := JSON(&machine, sample()); err != nil {
		t.Fatal(err)
	}
	golden(t, "check.json", machine.Bytes())
}

func TestTextKeepsToEightyColumns(t *testing.T) {
	for _, line := range strings.Split(render(t, sample(), Options{}), "\n") {
		if w := uniseg.StringWidth(line); w > 80 {
			t.Errorf("%d columns: %s", w, line)
		}
	}
}

func TestMarksStandBeneathTheWords(t *testing.T) {
	for _, c := range []struct{ line, words, shown, marks string }{
		{"plain words here", "words", "plain words here", "      ^^^^^"},
		{"\ttab and\tmore", "more", "    tab and more", "            ^^^^"},
		{"東京の船 here", "here", "東京の船 here", "         ^^^^"},
		{"東京の船 here", "の船", "東京の船 here", "    ^^^^"},
		{"cafe\u0301 au lait", "au", "cafe\u0301 au lait", "     ^^"},
		{"a\x1b[1mb end", "end", `a\x1b[1mb end`, "          ^^^"},
		{"a\u202eb end", "end", `a\u202eb end`, "         ^^^"},
	} {
		f := at("a.md", "first\n"+c.line, c.words, lint.Finding{})
		if line, marks := snippet(&f, 60); line != c.shown || marks != c.marks {
			t.Errorf("%q:\n%s\n%s", c.line, line, marks)
		}
	}
}

func TestEmptySpanIsMarkedWithOneSign(t *testing.T) {
	f := at("a.md", "some words", "", lint.Finding{})
	if _, marks := snippet(&f, 60); marks != "^" {
		t.Errorf("at the beginning: %q", marks)
	}
	f.Span = lint.Span{Start: 10, End: 10}
	if _, marks := snippet(&f, 60); marks != strings.Repeat(" ", 10)+"^" {
		t.Errorf("at the end: %q", marks)
	}
}

func TestLongLineIsCutAroundTheSpan(t *testing.T) {
	for _, pad := range []int{0, 5, 50, 500, 5000, 1 << 20} {
		text := strings.Repeat("x ", pad) + "target" + strings.Repeat(" y", pad)
		f := at("a.md", text, "target", lint.Finding{})
		line, marks := snippet(&f, 60)
		if uniseg.StringWidth(line) > 60 {
			t.Errorf("%d: %d columns", pad, uniseg.StringWidth(line))
		}
		at := strings.Index(marks, "^")
		if at < 0 || string([]rune(line)[at:at+6]) != "target" || strings.Count(marks, "^") != 6 {
			t.Errorf("%d:\n%s\n%s", pad, line, marks)
		}
	}
}

func TestNothingCheckedNeverLooksLikeAPass(t *testing.T) {
	got := render(t, &engine.Result{NotChecked: []engine.NotChecked{{Path: "a.md", Reason: "not readable"}}}, Options{})
	if strings.Contains(got, "No findings") || !strings.Contains(got, "No drafts were checked") || !strings.Contains(got, "a.md: not readable") {
		t.Error(got)
	}
	if got := render(t, &engine.Result{Files: 1}, Options{}); got != "No findings in 1 file\n" {
		t.Errorf("clean: %q", got)
	}
}

func TestWorstFindingsStayWhenSomeAreLeftOut(t *testing.T) {
	got := render(t, sample(), Options{Max: 1})
	if !strings.Contains(got, "long-headline") || strings.Contains(got, "weasel-word") || !strings.Contains(got, "3 more findings not shown") {
		t.Error(got)
	}
}

func TestLinesAreNoCommandsOfGitHubActions(t *testing.T) {
	r := &engine.Result{Files: 1, Findings: []engine.Finding{
		at("::error::a.md", "::set-output ##[add-mask]x", "::set", lint.Finding{Rule: "x", Severity: lint.Error, Message: "::error::boo ##[group]"}),
	}}
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return Text(b, r, Options{Actions: true}) },
		func(b *bytes.Buffer) error { return Concise(b, r, Options{Actions: true}) },
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
	r := &engine.Result{Files: 1, Findings: []engine.Finding{
		at(evil, evil+"word", "word", lint.Finding{
			Rule: "x", Severity: lint.Error, Message: evil, Fixes: []lint.Fix{{Title: evil}},
		}),
	}, NotChecked: []engine.NotChecked{{Path: evil, Reason: evil}}, Skipped: []engine.SkipCount{{Rule: evil, Reason: evil, Files: 1}}}
	r.Findings[0].Related = []engine.Related{{Path: evil, Message: evil}}
	var b bytes.Buffer
	for _, err := range []error{Text(&b, r, Options{}), Concise(&b, r, Options{}), JSON(&b, r)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range b.String() {
		if c != '\n' && acts(c) {
			t.Fatalf("%U in\n%q", c, b.String())
		}
	}
}

func TestJSONHasNoNull(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, &engine.Result{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !json.Valid(b.Bytes()) {
		t.Error(b.String())
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("some \u6771\u4eac\twords\x1b here", 5, 9, 40)
	f.Fuzz(func(t *testing.T, text string, start, end, width int) {
		text = strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
		start = min(max(start, 0), len(text))
		end = min(max(end, start), len(text))
		finding := engine.Finding{Lines: []engine.Line{{Number: 1, Text: text, Span: lint.Span{End: len(text)}}}}
		finding.Span = lint.Span{Start: start, End: end}
		width = 20 + width&63
		line, marks := snippet(&finding, width)
		for _, s := range []string{line, marks} {
			if uniseg.StringWidth(s) > width+1 || !clean(s) {
				t.Fatalf("%q in %d columns", s, width)
			}
		}
	})
}
