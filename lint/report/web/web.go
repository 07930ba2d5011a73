// Package web formats the result of a run as one HTML file that can be mailed: a summary with
// charts, a table by rule, the drafts with most to do, and each draft with its findings.
//
// The file needs nothing else. Its style and script are part of it, and a Content Security
// Policy allows these two, by their digests, and nothing from anywhere. Text from drafts is
// escaped by [report.Escape] and then by html/template, so a hostile draft stays text. Filters
// and folding are done by the script; without it, everything is there to read.
//
// Beside its findings, a draft has what people would rather look at than read about, if the
// options hold its [report.Sheet]: the search result as it is cut, the lengths of sections,
// where the keyphrase is, and the quotations.
//
// The trade-off: excerpts are the lines that the result holds, not the whole drafts, so that a
// report on thousands of drafts stays small enough to open.
package web

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

//go:embed report.html
var page string

//go:embed report.css
var style string

//go:embed report.js
var script string

// fewDrafts is how many drafts are unfolded when the page opens. Laying out thousands of
// findings takes seconds.
const fewDrafts = 20

// view is what the page shows.
type view struct {
	Policy, Style, Script template.HTML
	Counts                string
	Totals                []total
	Notes                 []string
	NotChecked            []engine.NotChecked
	Families              chart
	Busiest               chart
	Rules                 []ruleRow
	Drafts                []draft
	Version               string
	Open                  bool // show the findings of all drafts from the start
}

type total struct {
	Severity string
	Number   int
}

// Write writes the page, with all findings that count. The error is from w.
func Write(w io.Writer, r *engine.Result, o report.Options) error {
	t, err := template.New("report").Funcs(template.FuncMap{
		"number": grouped, "plural": plural,
	}).Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(w, viewOf(r, o))
}

func viewOf(r *engine.Result, o report.Options) *view {
	shown := report.Active(r)
	v := &view{
		Policy:  policy(),
		Style:   template.HTML("<style>" + style + "</style>"),    //nolint:gosec // ours, embedded
		Script:  template.HTML("<script>" + script + "</script>"), //nolint:gosec // ours, embedded
		Counts:  report.Counts(r),
		Notes:   report.Notes(r),
		Version: report.Escape(o.Version),
	}
	for _, n := range r.NotChecked {
		v.NotChecked = append(v.NotChecked, engine.NotChecked{Path: report.Escape(n.Path), Reason: report.Escape(n.Reason)})
	}
	for s := lint.Error; s >= lint.Advice; s-- {
		v.Totals = append(v.Totals, total{s.String(), r.Count(s)})
	}
	v.Drafts = draftsOf(shown, o)
	v.Rules = rulesOf(shown, o)
	v.Families = familiesOf(shown, o.Rules)
	v.Busiest = busiestOf(v.Drafts)
	v.Open = len(v.Drafts) <= fewDrafts
	if r.Files > report.MostSheets {
		v.Notes = append(v.Notes, fmt.Sprintf("Search results, sections and quotations are shown in reports on up to %d drafts; check fewer to see them", report.MostSheets))
	}
	return v
}

// policy returns the Content Security Policy as an element: the style and the script of the
// page, and nothing else.
func policy() template.HTML {
	digest := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src ` + //nolint:gosec // made of digests
		digest(style) + `; script-src ` + digest(script) + `">`)
}

// grouped writes a number with commas: 1,234,567.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(n) + " " + noun
}
