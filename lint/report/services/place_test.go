package services

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/lint/report/listing"
	"github.com/copychief/copychief/lint/report/reporttest"
)

// Where a codec names places, reports show these instead of lines and columns.
func TestPlacesReplaceLinesInFormatsWithoutLines(t *testing.T) {
	r := reporttest.Sample()
	for i := range r.Findings.List() {
		r.Findings.List()[i].Place = "paragraph 12"
		for k := range r.Findings.List()[i].Related {
			r.Findings.List()[i].Related[k].Place = "paragraph 3"
		}
	}
	f := &r.Findings.List()[0]
	lines := report.Position(f)
	var concise, text, json bytes.Buffer
	for _, err := range []error{listing.Concise(&concise, r, report.Options{}), listing.Text(&text, r, report.Options{}), data.JSON(&json, r)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if lines != "paragraph 12" {
		t.Errorf("the position is %q", lines)
	}
	if want := f.Path + ":paragraph 12: "; !strings.Contains(concise.String(), want) {
		t.Errorf("concise lacks %q:\n%s", want, concise.String())
	}
	if !strings.Contains(text.String(), "  paragraph 12  ") || !strings.Contains(text.String(), "see paragraph 3:") {
		t.Errorf("text lacks the places:\n%s", text.String())
	}
	for _, want := range []string{`"place": "paragraph 12"`, `"place": "paragraph 3"`} {
		if !strings.Contains(json.String(), want) {
			t.Errorf("JSON lacks %s", want)
		}
	}
	json.Reset()
	if err := data.JSON(&json, reporttest.Sample()); err != nil || strings.Contains(json.String(), `"place"`) {
		t.Errorf("JSON of drafts with lines names places (%v)", err)
	}
}

// Formats that know lines only say the place in the message.
func TestPlacesBeginMessagesInFormatsOfLines(t *testing.T) {
	for _, format := range []struct {
		name  string
		write func(io.Writer, *engine.Result, report.Options) error
		line  string // how it would name another line than the first
	}{
		{"github", GitHub, `line=([2-9]|1\d)`},
		{"checkstyle", Checkstyle, `line="([2-9]|1\d)`},
		{"gitlab", GitLab, `"begin": ([2-9]|1\d)`},
		{"reviewdog", RDJSON, `"line": ([2-9]|1\d)`},
		{"sarif", SARIF, `"startLine": ([2-9]|1\d)`},
	} {
		r := reporttest.Sample()
		r.NotChecked = nil
		for i := range r.Findings.List() {
			r.Findings.List()[i].Place, r.Findings.List()[i].Listed = "paragraph 12", true
			for k := range r.Findings.List()[i].Related {
				r.Findings.List()[i].Related[k].Place = "paragraph 3"
			}
		}
		var out bytes.Buffer
		if err := format.write(&out, r, report.Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.ReplaceAll(out.String(), "%3A", ":"), "paragraph 12: ") {
			t.Errorf("%s does not name the paragraph:\n%s", format.name, out.String())
		}
		if m := regexp.MustCompile(format.line).FindString(out.String()); m != "" {
			t.Errorf("%s has %s", format.name, m)
		}
		for _, fix := range []string{`"fixes"`, `"suggestions"`} {
			if strings.Contains(out.String(), fix) {
				t.Errorf("%s has %s of a draft that is not written", format.name, fix)
			}
		}
	}
}
