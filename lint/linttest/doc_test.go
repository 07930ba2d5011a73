package linttest_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest"
)

// shouting is a rule of a house; its file shouting.txtar is embedded as Docs.
var shouting = &lint.Rule{Name: "shouting"}

// The flag is defined once, in a variable of the package of the test.
var update = linttest.Update()

// In the folder of the rules, one test runs the examples of each. The recorded findings and
// fixed drafts are rewritten by “go test -update”.
func ExampleRun() {
	// func TestExamples(t *testing.T)
	_ = func(t *testing.T) {
		for file, rule := range map[string]*lint.Rule{"shouting.txtar": shouting} {
			t.Run(rule.Name, func(t *testing.T) { linttest.Run(t, rule, file, *update) })
		}
	}
}
