package lint

import "sync"

// Sources are the texts that quotations are taken from: transcripts, statements,
// reports. Any number of drafts and goroutines share them, so their documents are read
// only, and no [Fact] is asked about them; what is derived from them is a [SourceFact].
type Sources struct {
	Docs []*Document // in the order in which they are named, those of a folder by path

	// Missing are names of files, as a draft gives them, that are not there.
	Missing []string

	// Cleaned says that a quotation may leave fillers out: “um”, “you know”.
	Cleaned bool

	mu    sync.Mutex
	facts map[sourceKey]derived
}

// SourceFact is knowledge derived from sources once, on first use, and shared by all
// drafts that quote from them. It is safe for many goroutines.
type SourceFact[T any] struct{ derive func(*Sources) T }

// NewSourceFact returns a fact that derive computes, which may ask for no other fact
// about the sources. Make each one once, in a package variable.
func NewSourceFact[T any](derive func(*Sources) T) *SourceFact[T] { return &SourceFact[T]{derive} }

// Of returns the fact about some sources. What it returns is shared: read it only.
func (f *SourceFact[T]) Of(s *Sources) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c, ok := s.facts[f].(about[T]); ok {
		return c.of
	}
	v := f.derive(s)
	if s.facts == nil {
		s.facts = map[sourceKey]derived{}
	}
	s.facts[f] = about[T]{v}
	return v
}

type sourceKey interface{ sourceFact() }

func (f *SourceFact[T]) sourceFact() {}

type derived interface{ derived() }

type about[T any] struct{ of T }

func (about[T]) derived() {}
