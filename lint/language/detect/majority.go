package detect

import "github.com/copychief/copychief/lint"

// majority returns the language of most of a draft's text, or "" if less than half of it is clearly
// in one language. It is for drafts written in two languages, one of them English: neither leads in
// the text as a whole, but each block is in one of them.
func majority(d *lint.Document) string {
	votes, all := map[string]int{}, 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if !b.Prose() || b.Text.Len() < fewestBytes {
			continue
		}
		var c counter
		countBlock(&c, b)
		if n := c.units(); n >= fewestOfBlock {
			all += n
			if found := c.decide(); found != "" {
				votes[found] += n
			}
		}
		if all >= sampleToContradict {
			break
		}
	}
	for language, n := range votes {
		if 2*n > all && n >= fewest {
			return language
		}
	}
	return ""
}
