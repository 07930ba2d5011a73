package services

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// Jenkins requires the four attributes of a suite, including failures and errors, and does
// not accept a line number for a case.
type suitesXML struct {
	XMLName  xml.Name   `xml:"testsuites"`
	Name     string     `xml:"name,attr"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Errors   int        `xml:"errors,attr"`
	Suites   []suiteXML `xml:"testsuite"`
}

type suiteXML struct {
	Name     string    `xml:"name,attr"`
	Tests    int       `xml:"tests,attr"`
	Failures int       `xml:"failures,attr"`
	Errors   int       `xml:"errors,attr"`
	Cases    []caseXML `xml:"testcase"`
}

type caseXML struct {
	Name    string      `xml:"name,attr"`
	Class   string      `xml:"classname,attr"`
	Error   *troubleXML `xml:"error"`
	Failure *troubleXML `xml:"failure"`
	Output  string      `xml:"system-out,omitempty"`
}

type troubleXML struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes a result as test cases, with a suite for each file. An active finding is a
// failed case if its severity fails the run (see [Options.Failing]), otherwise a passed case
// that prints its message. What was not checked is an error. A run without any of these is a
// single passed case, since readers consider a report without cases broken. The error is
// from w.
func JUnit(w io.Writer, r *engine.Result, o report.Options) error {
	out := suitesXML{Name: "copychief"}
	for _, n := range r.NotChecked {
		text := missed(n)
		out.add(n.Path, caseXML{Name: unchecked, Error: &troubleXML{unchecked, text, report.Escape(n.Path) + ": " + text}})
	}
	for f := range report.Active(r) {
		at, message := report.Position(f), safe(f.Message)
		line := fmt.Sprintf("%s:%s: %s: %s", report.Escape(f.Path), at, f.Severity, message)
		c := caseXML{Name: report.Escape(f.Rule) + " at " + at}
		if f.Severity >= o.Failing {
			c.Failure = &troubleXML{f.Severity.String(), message, line}
		} else {
			c.Output = line
		}
		out.add(f.Path, c)
	}
	if len(out.Suites) == 0 {
		out.add("copychief", caseXML{Name: report.Counts(r)})
	}
	return encodeXML(w, out)
}

// add adds a case to the suite of a file and counts it.
func (s *suitesXML) add(path string, c caseXML) {
	path = report.Escape(path)
	if n := len(s.Suites); n == 0 || s.Suites[n-1].Name != path {
		s.Suites = append(s.Suites, suiteXML{Name: path})
	}
	suite := &s.Suites[len(s.Suites)-1]
	c.Class = path
	suite.Cases = append(suite.Cases, c)
	suite.Tests++
	s.Tests++
	switch {
	case c.Error != nil:
		suite.Errors++
		s.Errors++
	case c.Failure != nil:
		suite.Failures++
		s.Failures++
	}
}
