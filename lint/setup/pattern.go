package setup

import (
	"regexp"
	"sync"
)

// pattern compiles an expression when it is first asked for. Every run of copychief
// loads this package, a hook with 50 ms among them, and hardly any sets something up.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
