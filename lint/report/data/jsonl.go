package data

import (
	"bytes"
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
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	prints := r.Fingerprints()
	for i := range r.Findings {
		if err := e.Encode(lineJSON{"finding", findingOf(&r.Findings[i], prints[&r.Findings[i]])}); err != nil {
			return err
		}
	}
	for _, n := range notChecked(r.NotChecked) {
		if err := e.Encode(missedLineJSON{"not_checked", n}); err != nil {
			return err
		}
	}
	if err := e.Encode(summaryLineJSON{"summary", report.Version, summaryOf(r)}); err != nil {
		return err
	}
	_, err := w.Write(report.Visible(b.Bytes()))
	return err
}
