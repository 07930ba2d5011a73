package house

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// once collects the findings of a rule that reports each text once for each draft.
type once struct {
	first map[string]*lint.Finding
	count map[string]int
	order []string
}

// add adds a finding about a text.
func (o *once) add(text string, f *lint.Finding) {
	if o.first == nil {
		o.first, o.count = map[string]*lint.Finding{}, map[string]int{}
	}
	if o.count[text]++; o.count[text] == 1 {
		o.first[text] = f
		o.order = append(o.order, text)
	}
}

// report reports the first finding about each text, with the number of places. With several, there
// is no fix, since it would mend only the first.
func (o *once) report(p *lint.Pass) {
	for _, text := range o.order {
		f := o.first[text]
		if n := o.count[text]; n > 1 {
			f.Message += fmt.Sprintf(" (%d places)", n)
			f.Fixes = nil
		}
		p.Report(*f)
	}
}
