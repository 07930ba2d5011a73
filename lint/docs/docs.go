// Package docs makes the documentation of a rule from the rule itself: from its
// value, from the txtar whose examples are its tests, and from the options of its
// checker, read by reflection. Nothing about a rule is written twice, so a page
// cannot contradict the program; a test fails when a page on disk lags behind.
//
// [Parse] reads the txtar of a rule; lint/linttest runs the examples that it returns.
// [Read] gathers what a page shows as a value, which the command line renders for a
// terminal and [Markdown] for the web.
//
// The trade: a page shows examples as they are, metadata and all, because they
// are the tests. They are short for that reason.
package docs

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// Page is everything that is to be said about a rule.
type Page struct {
	Rule *lint.Rule
	*Archive
	Options []Option
}

// Read gathers the page of a rule. The error names an example that cannot be
// read.
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
		return "a published study saw it; a correlation is no cause"
	case lint.Convention:
		return "newsroom or house style; nobody measured that it matters"
	}
	return ""
}
