package lint

import "sync"

// Sources are the texts that drafts quote from: transcripts, statements, reports. Drafts
// and goroutines share them, so their documents must not change and have no [Fact]; data
// derived from them is a [SourceFact].
type Sources struct {
	Docs []*Document // in the order in which they are named; those of a folder sorted by path

	// Missing are the files, as named by the draft, that do not exist.
	Missing []string

	// Cleaned means that a quotation may omit fillers such as “um” and “you know”.
	Cleaned bool

	mu    sync.Mutex
	facts map[sourceFact]sourceValue
}

// SourceFact is data derived from sources once, on first use, and shared by all drafts
// that quote from them. It is safe for concurrent use.
type SourceFact[T any] struct{ derive func(*Sources) T }

// NewSourceFact returns a fact that derive computes; derive must not use other facts about
// the sources. Create each one once, in a package variable.
func NewSourceFact[T any](derive func(*Sources) T) *SourceFact[T] { return &SourceFact[T]{derive} }

// Of returns the value of the fact for some sources. It is shared and must not be changed.
func (f *SourceFact[T]) Of(s *Sources) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c, ok := s.facts[f].(valueOf[T]); ok {
		return c.value
	}
	v := f.derive(s)
	if s.facts == nil {
		s.facts = map[sourceFact]sourceValue{}
	}
	s.facts[f] = valueOf[T]{v}
	return v
}

// sourceFact is a [SourceFact] of any type.
type sourceFact interface{ sourceFact() }

func (f *SourceFact[T]) sourceFact() {}

// sourceValue is a [valueOf] any type.
type sourceValue interface{ sourceValue() }

type valueOf[T any] struct{ value T }

func (valueOf[T]) sourceValue() {}
