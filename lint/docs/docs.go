// Package docs makes the documentation of a rule from the rule itself: from its
// value, from the txtar whose examples are its tests, and from the options of its
// checker, read by reflection. Nothing about a rule is written twice, so a page
// cannot contradict the program; a test fails when a page on disk lags behind.
//
// [Read] gathers what a page shows as a value, which the command line renders for
// a terminal and [Markdown] for the web.
//
// The trade: a page shows examples as they are, metadata and all, because they
// are the tests. They are short for that reason.
package docs

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint"
)

// Page is everything that is to be said about a rule.
type Page struct {
	Rule        *lint.Rule
	Explanation string // Markdown
	Options     []Option
	Examples    []Example
	Sources     []txtar.File // what the examples quote from
}

// Example is one example of a rule: a draft or several that make a site.
type Example struct {
	Name     string
	Bad      bool // the rule flags it
	Files    []txtar.File
	Config   string // its .copychief.yml; "" for none
	Findings []Finding
	Fixed    string // the draft after the fixes; "" for none
}

// Finding is one recorded finding of an example.
type Finding struct {
	Place, Severity, Message string
	Notes                    []string // fixes and related places
}

// Read gathers the page of a rule. The error names an example that cannot be
// read.
func Read(rule *lint.Rule) (*Page, error) {
	archive := txtar.Parse([]byte(rule.Docs))
	p := &Page{Rule: rule, Explanation: strings.TrimSpace(string(archive.Comment)), Options: Options(rule)}
	for _, f := range archive.Files {
		kind, rest, ok := strings.Cut(f.Name, "/")
		if !ok || kind != "bad" && kind != "good" && kind != "fixed" && kind != "config" && kind != "sources" {
			return nil, fmt.Errorf("%s: example %s: want bad/, good/, fixed/, sources/ or config/", rule.Name, f.Name)
		}
		p.add(kind, rest, f.Data)
	}
	return p, nil
}

// add puts one file of the txtar where it belongs.
func (p *Page) add(kind, rest string, data []byte) {
	switch {
	case kind == "fixed":
		p.example(true, stem(rest)).Fixed = string(data)
	case kind == "sources":
		p.Sources = append(p.Sources, txtar.File{Name: path.Join(kind, rest), Data: data})
	case kind == "config":
		for i := range p.Examples {
			if p.Examples[i].Name == stem(rest) {
				p.Examples[i].Config = string(data)
				return
			}
		}
		p.example(false, stem(rest)).Config = string(data)
	case strings.HasSuffix(rest, ".findings"):
		p.example(true, stem(strings.TrimSuffix(rest, ".findings"))).Findings = findings(string(data))
	default:
		name, file := stem(rest), rest
		if folder, inside, ok := strings.Cut(rest, "/"); ok {
			name, file = folder, inside
		}
		e := p.example(kind == "bad", name)
		e.Files = append(e.Files, txtar.File{Name: file, Data: data})
	}
}

// example returns the example of a kind and name, a new one where there is none.
// A configuration may stand before its draft, whose kind is not known then.
func (p *Page) example(bad bool, name string) *Example {
	for i := range p.Examples {
		e := &p.Examples[i]
		if e.Name == name && len(e.Files) == 0 {
			e.Bad = bad
		}
		if e.Name == name && e.Bad == bad {
			return e
		}
	}
	p.Examples = append(p.Examples, Example{Name: name, Bad: bad})
	return &p.Examples[len(p.Examples)-1]
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// findings reads a list of recorded findings: PLACE SEVERITY MESSAGE, and notes
// led by a tab.
func findings(recorded string) []Finding {
	var out []Finding
	for line := range strings.Lines(recorded) {
		line = strings.TrimRight(line, "\n")
		if note, ok := strings.CutPrefix(line, "\t"); ok {
			if len(out) > 0 {
				last := &out[len(out)-1]
				last.Notes = append(last.Notes, note)
			}
			continue
		}
		if parts := strings.SplitN(line, " ", 3); len(parts) == 3 {
			out = append(out, Finding{Place: parts[0], Severity: parts[1], Message: parts[2]})
		}
	}
	return out
}

// BasisKind explains a kind of basis in a sentence.
func BasisKind(kind lint.BasisKind) string {
	switch kind {
	case lint.Requirement:
		return "a standard or a format's specification asks for it"
	case lint.Documented:
		return "a search engine's own documentation says so"
	case lint.Observed:
		return "a published study saw it; a correlation is no cause"
	case lint.Convention:
		return "newsroom or house style; nobody measured that it matters"
	}
	return ""
}
