package engine

import (
	"iter"
	"strconv"

	"github.com/copychief/copychief/lint/engine/words"
)

// Fingerprints yields the findings, in order, each with an identifier by which other programs
// recognise it in the next run: 16 hexadecimal digits, computed from the rule, the path and the
// words at the span, not from the line number. Duplicates have a hyphen and a number
// appended, in the order of the findings.
func (r *Result) Fingerprints() iter.Seq2[*Finding, string] {
	return func(yield func(*Finding, string) bool) {
		seen, path := map[string]int{}, "" // of one path, since the path is part of the identifier
		for f := range r.Findings.All() {
			if f.Path != path {
				clear(seen)
				path = f.Path
			}
			identifier := fingerprint(f)
			seen[identifier]++
			if n := seen[identifier]; n > 1 {
				identifier += "-" + strconv.Itoa(n)
			}
			if !yield(f, identifier) {
				return
			}
		}
	}
}

func fingerprint(f *Finding) string {
	h := append(make([]byte, 0, 256), f.Rule...)
	h = append(append(h, 0), f.Path...)
	return words.Digest(append(append(h, 0), f.Words...))
}
