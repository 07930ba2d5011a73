package importer

import (
	"regexp"
	"sync"
)

// pattern compiles an expression on first use. Every run loads this package, including
// hooks with a budget of 50 ms, but few need it.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
