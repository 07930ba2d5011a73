package phrase

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
)

// Consistent is the checker of a rule that an article uses one of several phrases.
type Consistent struct{ *Words }

// Check implements [lint.Checker]. The spelling that an article uses most is the one to keep; of
// equally frequent ones, the first.
func (w *Consistent) Check(p *lint.Pass) {
	hits := w.index.of(w.Words, p.Doc)
	if len(hits) < 2 {
		return
	}
	counts, kept := map[int32]int{}, map[int]int32{}
	for i := range hits {
		counts[w.index.entries[hits[i].entry].term]++
	}
	for i := range hits {
		term := w.index.entries[hits[i].entry].term
		group := w.index.terms[term].Group
		if best, any := kept[group]; !any || counts[term] > counts[best] {
			kept[group] = term
		}
	}
	list, reported := passage.Of(p.Doc), map[int32]bool{}
	for i := range hits {
		h := &hits[i]
		e := &w.index.entries[h.entry]
		keep := kept[w.index.terms[e.term].Group]
		if e.term == keep || w.Once && reported[e.term] {
			continue
		}
		reported[e.term] = true
		w.reportOther(p, &list[h.passage], h, e, w.index.terms[keep].Phrase, counts[keep])
	}
}

func (w *Consistent) reportOther(p *lint.Pass, at *passage.Passage, h *hit, e *entry, keep string, count int) {
	t := w.index.terms[e.term]
	t.Instead = []string{keep}
	s := spotOf(at, h)
	shown := finding.Shown(s.Found())
	times := "once"
	if count > 1 {
		times = fmt.Sprintf("%d times", count)
	}
	f := lint.Finding{Span: at.Text.Span(s.Start, s.End)}
	f.Message = fmt.Sprintf("“%s” is used beside “%s” (%s) in this draft; use one of them throughout", shown, keep, times)
	if w.Custom != nil {
		f.Message = w.Custom.Fill(func(name string) string {
			if name == "count" {
				return fmt.Sprint(count)
			}
			return w.values(&t, shown, keep)(name)
		})
	}
	f.Fixes, f.Unfixed = fixesOf(w.Words, p.Doc, at, &t, e, s, w.replacements(&t, e, s))
	if len(f.Fixes) > 0 {
		f.Fixes[0].Safe, f.Fixes[0].Doubt = false, "which of the spellings is meant is a guess"
	}
	p.Report(f)
}
