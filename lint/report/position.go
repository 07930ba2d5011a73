package report

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Position returns where a finding is: line and column or, in formats without lines, a
// readable place.
func Position(f *engine.Finding) string { return Where(f.Place, f.From) }

// Where returns a readable place or, if there is none, line and column.
func Where(place string, p lint.Position) string {
	if place != "" {
		return Escape(place)
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}
