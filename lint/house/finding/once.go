package finding

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// Once collects the findings of a rule that reports each text once for each draft.
type Once struct {
	first map[string]*lint.Finding
	count map[string]int
	order []string
}

// Add adds a finding about a text.
func (o *Once) Add(text string, f *lint.Finding) {
	if o.first == nil {
		o.first, o.count = map[string]*lint.Finding{}, map[string]int{}
	}
	if o.count[text]++; o.count[text] == 1 {
		o.first[text] = f
		o.order = append(o.order, text)
	}
}

// Report reports the first finding about each text, with the number of places. With several, there
// is no fix, since it would correct only the first.
func (o *Once) Report(p *lint.Pass) {
	for _, text := range o.order {
		f := o.first[text]
		if n := o.count[text]; n > 1 {
			f.Message += fmt.Sprintf(" (%d places)", n)
			f.Fixes = nil
		}
		p.Report(*f)
	}
}
