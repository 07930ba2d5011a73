// Package docs generates the documentation of a rule from the rule itself: from its value,
// from the txtar whose examples are its tests, and, by reflection, from the options of its
// checker. Nothing is written twice, so a page cannot contradict the program, and a test
// fails if a page on disk is out of date.
//
// [Parse] parses the txtar of a rule, whose examples lint/linttest runs. [Read] returns the
// content of a page, which the command line renders for the terminal and [Markdown] for the
// web.
//
// The trade-off: a page shows complete examples with metadata, because they are the tests,
// so they have to be short.
package docs

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// Page is the content of the documentation page of a rule.
type Page struct {
	Rule *lint.Rule
	*Archive
	Options []Option
}

// Read returns the page of a rule. The error names an example that cannot be read.
func Read(rule *lint.Rule) (*Page, error) {
	a, err := Parse(rule.Docs)
	if err != nil {
		return nil, fmt.Errorf("%s: example %w", rule.Name, err)
	}
	return &Page{Rule: rule, Archive: a, Options: Options(rule)}, nil
}

// BasisKind explains a kind of basis in a sentence.
func BasisKind(kind lint.BasisKind) string {
	switch kind {
	case lint.Requirement:
		return "a standard or a format's specification asks for it"
	case lint.Documented:
		return "a search engine's own documentation says so"
	case lint.Observed:
		return "a published study observed it; correlation is not causation"
	case lint.Convention:
		return "newsroom or house style; nobody has measured whether it matters"
	}
	return ""
}
