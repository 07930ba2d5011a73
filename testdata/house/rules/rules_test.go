package rules

import (
	"testing"

	"github.com/copychief/copychief/lint/linttest"
)

var update = linttest.Update()

func TestExamples(t *testing.T) { linttest.Run(t, Shouting, "shouting.txtar", *update) }
