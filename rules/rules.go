// Package rules lists every rule that copychief ships. A rule is two neighbouring
// files in its family's folder and one line here.
package rules

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/rules/description"
	"github.com/copychief/copychief/rules/headings"
	"github.com/copychief/copychief/rules/headline"
)

// All returns every rule, family by family, in the order in which lists and
// documentation show them.
func All() []*lint.Rule {
	return []*lint.Rule{
		headline.Missing,
		headline.Long,
		headline.WithoutKeyphrase,
		headline.Repeated,
		description.Missing,
		description.Long,
		description.Short,
		headings.Skipped,
		headings.MultipleH1,
		headings.Empty,
		headings.MissingSubheadings,
		headings.LongSection,
		headings.WithoutKeyphrase,
		headings.Stuffed,
	}
}
