package services

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/lint/report/reporttest"
)

// formats are the reports that programs read, by the name of their golden file.
var formats = map[string]func(io.Writer, *engine.Result, report.Options) error{
	"check.jsonl":      data.JSONL,
	"check.sarif":      SARIF,
	"github.txt":       GitHub,
	"gitlab.json":      GitLab,
	"junit.xml":        JUnit,
	"checkstyle.xml":   Checkstyle,
	"reviewdog.rdjson": RDJSON,
	"summary.md":       Markdown,
}

func options() report.Options {
	return report.Options{
		Version: "1.2.3", Failing: lint.Warning, Docs: "https://example.org/rules/",
		Rules: []*lint.Rule{{
			Name: "long-headline", Summary: "the headline is too wide", Severity: lint.Warning, Family: lint.HeadlineFamily,
			Basis: lint.Basis{Kind: lint.Observed}, Docs: "Why it **matters**.\n-- bad/a.md --\nx\n", New: func() lint.Checker { return &struct{ lint.Checker }{} },
		}},
	}
}

// placed is the sample with fixes where they can be applied.
func placed() *engine.Result {
	r := reporttest.Sample()
	walk := &r.Findings.List()[1]
	walk.Fixes = []lint.Fix{
		lint.Replace("Replace with “go on foot”", true, walk.Span, "go on foot"),
		{Title: "Take both", Edits: []lint.Edit{
			{Span: lint.Span{Start: walk.Span.Start, End: walk.Span.Start}, New: "a "},
			{Span: lint.Span{Start: walk.Span.End, End: walk.Span.End + 1}},
		}},
		lint.Replace("Out of sight", true, lint.Span{Start: 3, End: 5}, "x"),
	}
	r.Findings.List()[4].Reason = "agreed on Monday"
	for i := range r.Findings.List() {
		r.Findings.List()[i].Words = fmt.Sprintf("f%d", i+1)
	}
	return r
}

func written(t testing.TB, write func(io.Writer, *engine.Result, report.Options) error, r *engine.Result, o report.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormatsAreGolden(t *testing.T) {
	for name, write := range formats {
		t.Run(name, func(t *testing.T) { reporttest.Golden(t, name, written(t, write, placed(), options())) })
	}
}

func TestSuppressedFindingsAreMarkedOrOmitted(t *testing.T) {
	for name, write := range formats {
		hidden := bytes.Contains(written(t, write, placed(), options()), []byte("hidden by a comment"))
		if marks := name == "check.sarif" || name == "check.jsonl"; hidden != marks {
			t.Errorf("%s: shown: %v", name, hidden)
		}
	}
}

func TestUncheckedFilesAreInEveryFormat(t *testing.T) {
	r := &engine.Result{NotChecked: []engine.NotChecked{{Path: "deep/lost.md", Reason: "larger than 2 MiB"}}}
	for name, write := range formats {
		out := string(written(t, write, r, report.Options{Brief: true, Least: lint.Error}))
		if !strings.Contains(out, "deep/lost.md") || !strings.Contains(out, "larger than 2 MiB") {
			t.Errorf("%s:\n%s", name, out)
		}
	}
}

func TestCleanRunsAreValidReports(t *testing.T) {
	for name, write := range formats {
		out := written(t, write, &engine.Result{Files: 2}, report.Options{})
		check(t, name, out)
		if bytes.Contains(out, []byte("null")) {
			t.Errorf("%s: %s", name, out)
		}
	}
	if out := written(t, GitLab, &engine.Result{}, report.Options{}); string(out) != "[]\n" {
		t.Errorf("GitLab: %s", out)
	}
	if out := string(written(t, JUnit, &engine.Result{Files: 2}, report.Options{})); !strings.Contains(out, `<testcase name="No findings in 2 files"`) {
		t.Error(out)
	}
}

func TestWriteErrorsAreReturned(t *testing.T) {
	for name, write := range formats {
		if err := write(broken{}, placed(), options()); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestPathsAreThoseOfTheRepository(t *testing.T) {
	root := filepath.FromSlash("/repo")
	o := report.Options{Dir: filepath.Join(root, "site"), Root: root}
	for name, want := range map[string]string{
		"a.md":         "site/a.md",
		"./b/../a.md":  "site/a.md",
		"../a.md":      "a.md",
		"../../a.md":   "../../a.md", // outside
		"/repo/x/a.md": "x/a.md",
		"/other/a.md":  "/other/a.md",
	} {
		if got := o.Within(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"a b/ü%.md": "a%20b/%C3%BC%25.md",
		"c:d.md":    "c%3Ad.md",
		"\xff?#.md": "%FF%3F%23.md",
		"/x/a b.md": "file:///x/a%20b.md",
		"-":         "-",
	} {
		if got := (report.Options{}).Reference(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestOnlyAddressesThatMayBeFollowedAreGiven(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a b|c": "https://example.org/a%20b%7Cc",
		"javascript:alert(1)":       "",
		"https:":                    "",
		"http://[::1":               "",
		"no address":                "",
	} {
		if got := (report.Options{}).Address(&engine.Finding{Basis: lint.Basis{URL: address}}); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

// many returns a result with n findings of each severity, the mild ones first, and
// files that were not checked.
func many(n, missed int) *engine.Result {
	r := &engine.Result{Files: 1}
	for s := lint.Advice; s <= lint.Error; s++ {
		for i := range n {
			f := reporttest.At("a.md", "some words", "words", lint.Finding{Rule: "r", Severity: s, Message: fmt.Sprintf("%s number %d", s, i)})
			f.Words = fmt.Sprintf("%s%d", s, i)
			r.Findings = engine.FindingsOf(append(r.Findings.List(), f))
		}
	}
	for i := range missed {
		r.NotChecked = append(r.NotChecked, engine.NotChecked{Path: fmt.Sprintf("%d.md", i), Reason: "not readable"})
	}
	return r
}

func TestGitHubGetsTenPerLevelTheWorstFirst(t *testing.T) {
	lines := strings.Split(string(written(t, GitHub, many(12, 3), report.Options{})), "\n")
	var levels []string
	for _, line := range lines {
		if level, _, ok := strings.Cut(strings.TrimPrefix(line, "::"), " "); ok && strings.HasPrefix(line, "::") {
			levels = append(levels, level)
		}
	}
	want := slices.Concat(slices.Repeat([]string{"error"}, 10), slices.Repeat([]string{"warning"}, 10), slices.Repeat([]string{"notice"}, 10))
	if !slices.Equal(levels, want) {
		t.Error(levels)
	}
	if !strings.Contains(lines[0], "0.md") || lines[30] != "9 more not annotated" {
		t.Errorf("%s, %s", lines[0], lines[30])
	}
}

func TestSarifStaysWithinTheLimitsOfGitHub(t *testing.T) {
	var log logSARIF
	if err := json.Unmarshal(written(t, SARIF, many(10000, 0), report.Options{}), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	notes := 0
	for _, r := range run.Results {
		if r.Level == "note" {
			notes++
		}
	}
	if len(log.Runs) != 1 || len(run.Results) != mostResults || notes != mostResults-20000 ||
		run.Invocations[0].Notifications[0].Message.Text != "5,000 more findings left out; GitHub takes 25,000." {
		t.Errorf("%d results, %d notes, %v", len(run.Results), notes, run.Invocations)
	}
}

func TestMarkdownReportStaysWithinItsLimit(t *testing.T) {
	for _, room := range []int{0, 2000, 1 << 20} {
		for _, r := range []*engine.Result{many(20000, 0), many(1, 50000), many(20000, 50000)} {
			out := string(written(t, Markdown, r, report.Options{Room: room}))
			limit := room
			if limit == 0 {
				limit = commentSize
			}
			if len(out) > limit || !strings.Contains(out, "| error | ") || !strings.Contains(out, " more") {
				t.Errorf("%d: %d bytes", limit, len(out))
			}
		}
	}
}

func TestFindingsBelowFailOnPassInJUnit(t *testing.T) {
	var suites suitesXML
	if err := xml.Unmarshal(written(t, JUnit, many(2, 1), report.Options{Failing: lint.Error}), &suites); err != nil {
		t.Fatal(err)
	}
	if suites.Tests != 7 || suites.Failures != 2 || suites.Errors != 1 {
		t.Errorf("%+v", suites)
	}
}

func TestMarkdownOfADraftDoesNothing(t *testing.T) {
	for text, want := range map[string]string{
		"@owner see #12 or owner/repo!3": `\@<!-- -->owner see \#<!-- -->12 or owner/repo\!<!-- -->3`,
		"a|b <img src=x> ![](y)":         `a&#124;b &lt;img src\=x\> \!<!-- -->\[\]\(y\)`,
		"https://example.org WWW.x.org":  `https:<!-- -->//example.org WWW.<!-- -->x.org`,
		"`code` *bold* \\":               "\\`code\\` \\*bold\\* \\\\",
		"&amp;\nnext":                    `&amp;amp;\\nnext`,
	} {
		if got := inert(text); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}

var command = regexp.MustCompile(`^::(error|warning|notice) (file=[^:,]*,(line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=[^:,]*)::(.*)$`)

// check reports where a report is none that its readers take.
func check(t testing.TB, name string, out []byte) {
	t.Helper()
	if !utf8.Valid(out) || bytes.HasPrefix(out, []byte("\ufeff")) {
		t.Fatalf("%s: no UTF-8, or a byte order mark", name)
	}
	for _, c := range string(out) {
		if c != '\n' && report.Acts(c) {
			t.Fatalf("%s: %U", name, c)
		}
	}
	switch filepath.Ext(name) {
	case ".xml":
		for d := xml.NewDecoder(bytes.NewReader(out)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, out)
			}
		}
	case ".jsonl":
		for _, line := range bytes.Split(bytes.TrimSuffix(out, []byte("\n")), []byte("\n")) {
			if !json.Valid(line) {
				t.Fatalf("%s: %s", name, line)
			}
		}
	case ".txt":
		for _, line := range strings.Split(string(out), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "::") && !command.MatchString(line) {
				t.Fatalf("%s: %s", name, line)
			}
		}
	case ".md":
	default:
		if !json.Valid(out) {
			t.Fatalf("%s: %s", name, out)
		}
	}
	if name == "gitlab.json" {
		checkGitLab(t, out)
	}
}

// checkGitLab checks the fields that GitLab requires of a Code Quality report.
func checkGitLab(t testing.TB, out []byte) {
	t.Helper()
	var issues []issueGitLab
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(&issues); err != nil || issues == nil {
		t.Fatal(err)
	}
	severities := []string{"info", "minor", "major", "critical", "blocker"}
	for _, i := range issues {
		if i.Description == "" || i.CheckName == "" || i.Fingerprint == "" || !slices.Contains(severities, i.Severity) ||
			i.Location.Path == "" || strings.HasPrefix(i.Location.Path, "./") || i.Location.Lines.Begin < 1 {
			t.Errorf("GitLab: %+v", i)
		}
	}
}
