package data

import (
	"encoding/json"
	"io"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

type lineJSON struct {
	Type string `json:"type"`
	findingJSON
}

type missedLineJSON struct {
	Type string `json:"type"`
	notCheckedJSON
}

type summaryLineJSON struct {
	Type    string `json:"type"`
	Version int    `json:"version"`
	summaryJSON
}

// JSONL writes a result as lines of JSON: one of type finding for each finding, with the same
// members as in [JSON]; one of type not_checked for each file that was not checked; and one
// of type summary at the end, which shows that the output is complete. The error is from w.
func JSONL(w io.Writer, r *engine.Result, _ report.Options) error {
	e := json.NewEncoder(visible{w})
	e.SetEscapeHTML(false)
	for f, fingerprint := range r.Fingerprints() {
		if err := e.Encode(lineJSON{"finding", findingOf(f, fingerprint)}); err != nil {
			return err
		}
	}
	for _, n := range notChecked(r.NotChecked) {
		if err := e.Encode(missedLineJSON{"not_checked", n}); err != nil {
			return err
		}
	}
	return e.Encode(summaryLineJSON{"summary", report.Version, summaryOf(r)})
}

// visible writes lines of JSON with [report.Visible].
type visible struct{ w io.Writer }

func (v visible) Write(line []byte) (int, error) {
	if _, err := v.w.Write(report.Visible(line)); err != nil {
		return 0, err
	}
	return len(line), nil
}
