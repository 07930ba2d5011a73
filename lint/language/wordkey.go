package language

import "github.com/copychief/copychief/lint"

// WordKeysOf returns a key for each word of a document, in the order of
// Prose.Words: words that are the same but for case, typography and diacritics have
// one key, others hardly ever. The keys serve to find text that stands twice without
// folding it again.
func WordKeysOf(d *lint.Document) []uint64 { return keysOf(d) }
