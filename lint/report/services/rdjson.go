package services

import (
	"io"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

type resultRD struct {
	Source      sourceRD       `json:"source"`
	Diagnostics []diagnosticRD `json:"diagnostics"`
}

type sourceRD struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type diagnosticRD struct {
	Message     string         `json:"message"`
	Location    locationRD     `json:"location"`
	Severity    string         `json:"severity"`
	Code        codeRD         `json:"code"`
	Suggestions []suggestionRD `json:"suggestions,omitempty"`
}

type codeRD struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type locationRD struct {
	Path  string   `json:"path"`
	Range *rangeRD `json:"range,omitempty"`
}

type rangeRD struct {
	Start positionRD  `json:"start"`
	End   *positionRD `json:"end,omitempty"`
}

// positionRD has columns in bytes, from 1; no column means the whole line.
type positionRD struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type suggestionRD struct {
	Range rangeRD `json:"range"`
	Text  string  `json:"text"`
}

// RDJSON writes the active findings of a result in reviewdog's format. A fix with one edit
// is a suggestion; the format cannot express that several edits belong together. What was
// not checked is an error about its file. The error is from w.
func RDJSON(w io.Writer, r *engine.Result, o report.Options) error {
	out := resultRD{Source: sourceRD{"copychief", home}, Diagnostics: []diagnosticRD{}}
	return report.EncodeList(w, out, func(yield func(diagnosticRD) bool) {
		for _, n := range r.NotChecked {
			if !yield(diagnosticRD{
				Message: missed(n), Severity: "ERROR", Code: codeRD{Value: unchecked},
				Location: locationRD{Path: o.Within(n.Path)},
			}) {
				return
			}
		}
		for f := range report.Active(r) {
			if !yield(diagnosticOf(f, o)) {
				return
			}
		}
	})
}

func diagnosticOf(f *engine.Finding, o report.Options) diagnosticRD {
	f = lineless(f)
	severity := "INFO"
	switch f.Severity {
	case lint.Error:
		severity = "ERROR"
	case lint.Warning:
		severity = "WARNING"
	default:
	}
	return diagnosticRD{
		Message: safe(f.Message), Severity: severity, Code: codeRD{f.Rule, o.Address(f)},
		Location: locationRD{o.Within(f.Path), rangeOf(f)}, Suggestions: suggestions(f),
	}
}

// rangeOf returns the range of a finding: with columns if its lines are known, otherwise
// only lines.
func rangeOf(f *engine.Finding) *rangeRD {
	if from, to, ok := ends(f, f.Span); ok {
		return &rangeRD{positionRD{from.line, from.bytes}, &positionRD{to.line, to.bytes}}
	}
	first := max(f.From.Line, 1)
	return &rangeRD{positionRD{Line: first}, &positionRD{Line: max(first, f.To.Line)}}
}

func suggestions(f *engine.Finding) []suggestionRD {
	var out []suggestionRD
	for _, x := range f.Fixes {
		if len(x.Edits) != 1 || !utf8.ValidString(x.Edits[0].New) {
			continue
		}
		if from, to, ok := ends(f, x.Edits[0].Span); ok {
			at := rangeRD{positionRD{from.line, from.bytes}, &positionRD{to.line, to.bytes}}
			out = append(out, suggestionRD{at, x.Edits[0].New})
		}
	}
	return out
}
