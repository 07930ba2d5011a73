package web

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/inspection"
)

// hostile is text that would act in a page, in an attribute or in a script.
const hostile = "</mark><script>alert(1)</script><img src=x onerror=alert(2)>\" onclick=\"alert(3)'{{.}}\u202e\x1b[31m"

func at(path, line, words string, f lint.Finding) engine.Finding {
	start := strings.Index(line, words)
	f.Path, f.Span = path, lint.Span{Start: start, End: start + len(words)}
	return engine.Finding{
		Finding: f, From: lint.Position{Line: 1, Column: start + 1}, To: lint.Position{Line: 1, Column: start + len(words) + 1},
		Basis: lint.Basis{Source: "A handbook", URL: "https://example.org/a"},
		Lines: []engine.Line{{Number: 1, Text: line, Span: lint.Span{End: len(line)}}},
	}
}

func render(t *testing.T, r *engine.Result, o report.Options) (string, *html.Node) {
	t.Helper()
	var out strings.Builder
	if err := Write(&out, r, o); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(out.String()))
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), root
}

// elements returns the elements of a name.
func elements(n *html.Node, name string) (all []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			all = append(all, d)
		}
	}
	return all
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// hostileSheet returns a sheet all of whose texts are hostile. f is marked in its text.
func hostileSheet(t *testing.T, f *engine.Finding) report.Sheet {
	t.Helper()
	sheet := inspection.SheetOf(parse.Parse(hostile, []byte("---\ntitle: "+strconv.Quote(hostile)+"\ndescription: "+strconv.Quote(hostile)+"\nslug: "+strconv.Quote(hostile)+
		"\nkeyphrase: onclick\n---\n\n## It said "+hostile+"\n\nShe said: “It is "+hostile+" that we see.” And onclick.\n"), parse.Options{}))
	for _, text := range []*string{&sheet.Search.Title.Text, &sheet.Search.Description.Text, &sheet.Search.Address, &sheet.Search.Passage, &sheet.Phrase.Text} {
		*text = hostile
	}
	if sheet.Search.Description.Text = ""; len(sheet.Sections) != 1 || len(sheet.Quotes) == 0 {
		t.Fatalf("a sheet with %d sections, %d quotations", len(sheet.Sections), len(sheet.Quotes))
	}
	sheet.Text = []report.SheetBlock{
		{Kind: lint.Code, Pieces: []report.SheetPiece{{Text: "a\n" + hostile}}},
		{Kind: lint.Heading, Level: 2, Pieces: []report.SheetPiece{{Text: hostile, Finding: f}, {Text: hostile, Picture: true}}},
	}
	sheet.Quotes[0] = report.SheetQuote{Text: hostile, Speaker: hostile, Place: hostile}
	sheet.Sections[0].Heading = hostile
	return sheet
}

// inert checks that no hostile text acts.
func inert(t *testing.T, text string, root *html.Node) {
	t.Helper()
	if len(elements(root, "img")) != 0 || strings.Contains(text, "javascript:") {
		t.Error("an image or an address of the draft acts")
	}
	for d := range root.Descendants() {
		for _, a := range d.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" {
				t.Errorf("<%s> has %s", d.Data, a.Key)
			}
		}
	}
	if strings.ContainsAny(text, "\u202e\x1b") {
		t.Error("a control character is left")
	}
}

func TestHostileTextStaysText(t *testing.T) {
	r := &engine.Result{Files: 1, NotChecked: []engine.NotChecked{{Path: hostile, Reason: hostile}}}
	f := at(hostile, "It said "+hostile+" twice", hostile, lint.Finding{Rule: "own-" + hostile, Severity: lint.Error, Message: hostile,
		Fixes: []lint.Fix{lint.Replace(hostile, true, lint.Span{}, "")}})
	f.Basis.URL = "javascript:alert(4)"
	f.Related = []engine.Related{{Path: hostile, Message: hostile}}
	doubtful := lint.Fix{Title: hostile, Doubt: hostile}
	r.Findings = engine.FindingsOf([]engine.Finding{
		f, at(hostile, "It said "+hostile+" twice", hostile, lint.Finding{Rule: "doubt", Severity: lint.Error, Message: hostile, Fixes: []lint.Fix{doubtful}}),
		at(hostile, "It said "+hostile+" twice", hostile, lint.Finding{Rule: "none", Severity: lint.Error, Message: hostile, Unfixed: hostile}),
	})
	sheet := hostileSheet(t, &r.Findings.List()[0])
	text, root := render(t, r, report.Options{Version: hostile, Sheets: []report.Sheet{sheet}})
	if n := len(elements(root, "script")); n != 1 {
		t.Errorf("%d scripts", n)
	}
	inert(t, text, root)
	if !strings.Contains(text, "possible fix: ") || !strings.Contains(text, ", but ") || !strings.Contains(text, "no fix: ") {
		t.Error("the reasons for missing and doubtful fixes are not shown")
	}
	if !strings.Contains(text, "The text, with what was found in it") || !strings.Contains(words(root), "picture: "+report.Escape(hostile)) || strings.Count(text, `class="mark error" href="#d1-1"`) != 1 {
		t.Error("the text is not shown")
	}
	if !strings.Contains(text, "In search results") || !strings.Contains(text, "Keyphrase") {
		t.Error("the sheet is not shown")
	}
	if marks := elements(root, "mark"); len(marks) != r.Findings.Len() || words(marks[0]) != report.Escape(hostile) {
		t.Error("the excerpt does not mark the words")
	}
}

func TestPolicyAllowsTheStyleAndTheScriptAlone(t *testing.T) {
	_, root := render(t, &engine.Result{Files: 1}, report.Options{})
	var policy string
	for _, m := range elements(root, "meta") {
		for _, a := range m.Attr {
			if a.Key == "content" && strings.HasPrefix(a.Val, "default-src") {
				policy = a.Val
			}
		}
	}
	digest := func(name string) string {
		sum := sha256.Sum256([]byte(words(elements(root, name)[0])))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	want := "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + digest("style") + "; script-src " + digest("script")
	if policy != want {
		t.Errorf("got %s\nwant %s", policy, want)
	}
}

func TestFindingsByDraft(t *testing.T) {
	r := &engine.Result{Files: 2}
	r.Findings = engine.FindingsOf([]engine.Finding{
		at("a.md", "The the boat", "The the", lint.Finding{Rule: "repeated-word", Severity: lint.Warning, Message: "“the” is repeated"}),
		at("a.md", "The the boat", "boat", lint.Finding{Rule: "cliche", Severity: lint.Error, Message: "a cliché"}),
		at("b.md", "The boat", "boat", lint.Finding{Rule: "cliche", Severity: lint.Advice, Message: "a cliché"}),
		at("b.md", "The boat", "boat", lint.Finding{Rule: "silent", Severity: lint.Advice, Message: "suppressed"}),
	})
	r.Findings.List()[3].Status = engine.Suppressed
	_, root := render(t, r, report.Options{Rules: []*lint.Rule{{Name: "cliche", Family: "readability"}}})
	var got []string
	for _, d := range elements(root, "details") {
		got = append(got, words(elements(d, "h3")[0]))
		for _, li := range elements(d, "li") {
			got = append(got, strings.Join(strings.Fields(words(li)), " "))
		}
	}
	want := []string{
		"a.md", "error a cliché The the boat line 1, column 9 · cliche", "warning “the” is repeated The the boat line 1, column 1 · repeated-word",
		"b.md", "advice a cliché The boat line 1, column 5 · cliche",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	var rows []string
	for _, row := range elements(elements(root, "tbody")[0], "tr") {
		for _, cell := range append(elements(row, "th"), elements(row, "td")...) {
			rows = append(rows, words(cell))
		}
	}
	if want := "[cliche why error 2 2  repeated-word why warning 1 1 ]"; fmt.Sprint(rows) != want {
		t.Errorf("got %s, want %s", rows, want)
	}
	var charts []string
	for _, figure := range elements(root, "figure") {
		charts = append(charts, strings.Join(strings.Fields(words(figure)), " "))
	}
	if want := []string{"Findings by family of rules readability 2 other 1", "Drafts with the most to do a.md 2 b.md 1"}; !slices.Equal(charts, want) {
		t.Errorf("%q", charts)
	}
}

func TestNothingToReport(t *testing.T) {
	text, root := render(t, &engine.Result{Files: 3}, report.Options{})
	if !strings.Contains(text, "Nothing to report") || len(elements(root, "table")) != 0 {
		t.Error(text)
	}
}

func TestReportsOnManyDraftsAreCollapsed(t *testing.T) {
	r := &engine.Result{Files: fewDrafts + 1}
	for i := range fewDrafts + 1 {
		r.Findings = engine.FindingsOf(append(r.Findings.List(), at(fmt.Sprintf("%02d.md", i), "The boat", "boat", lint.Finding{Rule: "cliche", Severity: lint.Advice})))
	}
	if text, _ := render(t, r, report.Options{}); strings.Contains(text, `class="draft" open`) {
		t.Error("many drafts are unfolded")
	}
	r.Findings = engine.FindingsOf(r.Findings.List()[:fewDrafts])
	if text, _ := render(t, r, report.Options{}); strings.Count(text, `class="draft" open`) != fewDrafts {
		t.Error("few drafts are folded")
	}
}

const article = `---
title: The ferry to the island sails again after two winters in the harbour and a court case
description: The ferry sails again.
keyphrase: ferry
---

The ferry sails again.

## What the court decided

“We are glad,” Ann Field said. Nobody was sad. “It was long.”

### Who pays

The town pays for the ferry, as it did before.
`

func TestInspectionOfADraft(t *testing.T) {
	d := parse.Parse("a.md", []byte(article), parse.Options{})
	s := inspection.SheetOf(d)
	s.Quotes[1].Unattributed = true
	r := &engine.Result{Files: 1, Findings: engine.FindingsOf([]engine.Finding{at("a.md", article, "Who pays", lint.Finding{Rule: "long-section", Severity: lint.Advice, Message: "too long"})})}
	_, root := render(t, r, report.Options{Sheets: []report.Sheet{s}})
	var got []string
	for _, section := range elements(elements(root, "details")[0], "section") {
		got = append(got, strings.Join(strings.Fields(words(section)), " "))
	}
	want := []string{
		"In search results On a desktop a The ferry to the island sails again after two winters in the harbour … The ferry sails again." +
			" Cut off the title: and a court case Title 727 of 600 pixels wide, description 130 of 920" +
			" On a phone a The ferry to the island sails again after two winters in the harbour … The ferry sails again." +
			" Cut off the title: and a court case Title 727 of 656 pixels wide, description 130 of 680",
		"Sections 1 section over length Length of sections in words Opening 4 What the court decided 12 Who pays 10",
		"Keyphrase “ferry” (declared), 2 times beginning end",
		"Quotations 1 without a speaker WhoWhatWhere Ann FieldWe are glad,line 11 nobody is namedIt was long.line 11",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	classes := map[string]int{}
	for _, rect := range elements(root, "rect") {
		for _, a := range rect.Attr {
			if a.Key == "class" {
				classes[a.Val]++
			}
		}
	}
	if classes["over"] != 1 || classes["plain"] != 2 || classes["hit"] != 2 || classes["border"] != 2 {
		t.Error(classes)
	}
}

func TestSpeakersThatAreNotReadAreNotMissing(t *testing.T) {
	d := parse.Parse("a.md", []byte("---\nlang: de\n---\n\n„Niemand hat uns gefragt, ob wir sie wollen“, sagt Eva Lind.\n"), parse.Options{})
	_, root := render(t, &engine.Result{Files: 1}, report.Options{Sheets: []report.Sheet{inspection.SheetOf(d)}})
	if text := words(root); !strings.Contains(text, "In this language, speakers are found only before a colon") || strings.Contains(text, "without a speaker") || strings.Contains(text, "nobody is named") {
		t.Error(text)
	}
}

func TestDraftsWithoutFindingsFollow(t *testing.T) {
	sheet := inspection.SheetOf(parse.Parse("a.md", []byte("# The ferry\n\nIt sails.\n"), parse.Options{}))
	r := &engine.Result{Files: 2, Findings: engine.FindingsOf([]engine.Finding{at("b.md", "The boat", "boat", lint.Finding{Rule: "cliche", Severity: lint.Advice})})}
	_, root := render(t, r, report.Options{Sheets: []report.Sheet{sheet}})
	var got []string
	for _, h := range elements(root, "h3") {
		got = append(got, words(h))
	}
	if !slices.Equal(got, []string{"b.md", "a.md"}) || !strings.Contains(words(root), "Nothing to report in this draft.") {
		t.Error(got)
	}
	if text := words(root); !strings.Contains(text, "No description: a search engine takes a passage of the text") {
		t.Error(text)
	}
}
