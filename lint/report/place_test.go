package report

import (
	"bytes"
	"strings"
	"testing"
)

// Where a codec names places, reports show these instead of lines and columns.
func TestPlacesStandInsteadOfLinesWhereTheyMeanNothing(t *testing.T) {
	r := sample()
	for i := range r.Findings {
		r.Findings[i].Place = "paragraph 12"
		for k := range r.Findings[i].Related {
			r.Findings[i].Related[k].Place = "paragraph 3"
		}
	}
	f := &r.Findings[0]
	lines := position(f)
	var concise, text, json bytes.Buffer
	for _, err := range []error{Concise(&concise, r, Options{}), Text(&text, r, Options{}), JSON(&json, r)} {
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
	if err := JSON(&json, sample()); err != nil || strings.Contains(json.String(), `"place"`) {
		t.Errorf("JSON of drafts with lines names places (%v)", err)
	}
}
