package packing

import (
	"strings"
	"sync"
)

// Limits of a [Table].
const (
	mostTexts   = 1 << 14
	longestText = 256 // bytes
)

// Table numbers texts that many values have. Once it is full, new texts get no number. It is safe
// for concurrent use, and the zero value is empty.
type Table struct {
	mu      sync.RWMutex
	numbers map[string]int
	texts   []string

	compressors, decompressors sync.Pool
}

// number returns the number of a text, or -1.
func (t *Table) number(s string) int {
	t.mu.RLock()
	n, known := t.numbers[s]
	full := len(t.texts) >= mostTexts
	t.mu.RUnlock()
	switch {
	case known:
		return n
	case full || len(s) > longestText:
		return -1
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if n, known := t.numbers[s]; known {
		return n
	}
	if t.numbers == nil {
		t.numbers = map[string]int{}
	}
	s = strings.Clone(s)
	t.numbers[s] = len(t.texts)
	t.texts = append(t.texts, s)
	return len(t.texts) - 1
}

// at returns the text with a number.
func (t *Table) at(n int) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.texts[n]
}
