package services

import (
	"bytes"
	"encoding/xml"
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

type checkstyleXML struct {
	XMLName xml.Name            `xml:"checkstyle"`
	Version string              `xml:"version,attr"`
	Files   []checkstyleFileXML `xml:"file"`
}

type checkstyleFileXML struct {
	Name   string               `xml:"name,attr"`
	Errors []checkstyleErrorXML `xml:"error"`
}

type checkstyleErrorXML struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"` // the rule, as copychief.name
}

// Checkstyle writes the active findings of a result in the format of Checkstyle, with advice
// as info. What was not checked is an error on line 1. The error is from w.
func Checkstyle(w io.Writer, r *engine.Result, o report.Options) error {
	out := checkstyleXML{Version: "4.3"}
	add := func(path string, e checkstyleErrorXML) {
		path = report.Escape(o.Within(path))
		if n := len(out.Files); n == 0 || out.Files[n-1].Name != path {
			out.Files = append(out.Files, checkstyleFileXML{Name: path})
		}
		file := &out.Files[len(out.Files)-1]
		file.Errors = append(file.Errors, e)
	}
	for _, n := range r.NotChecked {
		add(n.Path, checkstyleErrorXML{1, 0, "error", missed(n), "copychief." + unchecked})
	}
	for f := range report.Active(r) {
		f = lineless(f)
		severity := f.Severity.String()
		if f.Severity == lint.Advice {
			severity = "info"
		}
		add(f.Path, checkstyleErrorXML{
			max(f.From.Line, 1), f.From.Column, severity, safe(f.Message), "copychief." + report.Escape(f.Rule),
		})
	}
	return encodeXML(w, out)
}

// encodeXML writes a value as an XML document. Its strings must have passed through [Escape];
// other characters that are invalid in XML 1.0 become U+FFFD.
func encodeXML(w io.Writer, value interface{}) error {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(value); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}
