// Package rules lists every rule that copychief ships.
package rules

import "github.com/copychief/copychief/lint"

// All returns every rule, family by family, in the order in which lists and
// documentation show them.
func All() []*lint.Rule {
	return []*lint.Rule{}
}
