package settings

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Checked writes the results of checking configuration files: the problems of each as
// file:line:column: message, or what it sets, and a summary. The error is from w.
func Checked(w io.Writer, all []*config.CheckResult, o report.Options) error {
	p := layout.New(o)
	rules, problems := 0, 0
	for _, c := range all {
		rules += c.Rules
		problems += len(c.Problems)
		for _, x := range c.Problems {
			p.Printf("%s %s\n", p.Bold.Sprintf("%s:%d:%d:", report.Escape(x.File), x.Line, x.Column), report.Escape(x.Message))
		}
		if len(c.Problems) == 0 {
			p.WriteString(p.Bold.Sprint(report.Escape(c.File)+":") + " " + sets(c) + "\n")
		}
	}
	line := report.Count(len(all), "file") + ", " + report.Count(rules, "rule") + " set"
	if problems > 0 {
		line += ", " + p.Red.Sprint(report.Count(problems, "problem"))
	}
	p.WriteString(line + "\n")
	return p.Flush(w, o)
}

// sets describes what a configuration sets, in one line.
func sets(c *config.CheckResult) string {
	var parts []string
	if c.Profile != "" {
		parts = append(parts, "profile "+c.Profile)
	}
	parts = append(parts, report.Count(c.Rules, "rule")+" set")
	if c.Declared > 0 {
		parts = append(parts, fmt.Sprintf("%d declared", c.Declared))
	}
	if c.Overrides > 0 {
		parts = append(parts, report.Count(c.Overrides, "override"))
	}
	return strings.Join(parts, ", ")
}

type configurationJSON struct {
	Path      string        `json:"path"`
	Profile   string        `json:"profile"`
	Rules     int           `json:"rules"`
	Overrides int           `json:"overrides"`
	Problems  []problemJSON `json:"problems"`
}

type problemJSON struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// CheckedJSON writes the results of checking configuration files as JSON. The error is from w.
func CheckedJSON(w io.Writer, all []*config.CheckResult) error {
	files := []configurationJSON{}
	for _, c := range all {
		j := configurationJSON{c.File, c.Profile, c.Rules, c.Overrides, []problemJSON{}}
		for _, x := range c.Problems {
			j.Problems = append(j.Problems, problemJSON{x.File, x.Line, x.Column, x.Message})
		}
		files = append(files, j)
	}
	return report.Encode(w, struct {
		Version int                 `json:"version"`
		Files   []configurationJSON `json:"files"`
	}{report.Version, files})
}
