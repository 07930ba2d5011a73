package pattern

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/expression"
	"github.com/copychief/copychief/lint/house/passage"
)

// numbers are the places of the digits of the passages.
type numbers struct {
	runs  []lint.Span
	first []int // of each passage: index into runs; one more than there are passages
}

// of returns the places in a passage, given its index.
func (n *numbers) of(index int) []lint.Span { return n.runs[n.first[index]:n.first[index+1]] }

var numbersOf = lint.NewFact(func(d *lint.Document) *numbers {
	list := passage.Of(d)
	all := &numbers{first: make([]int, 0, len(list)+1)}
	for i := range list {
		all.first = append(all.first, len(all.runs))
		all.runs = expression.AppendNumbers(all.runs, list[i].Text.String())
	}
	all.first = append(all.first, len(all.runs))
	return all
})
