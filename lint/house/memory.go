package house

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// Memory keeps what was found out about declarations between runs of one build of the program.
// A digest identifies everything that the declarations of a configuration are made from.
type Memory interface {
	Get(digest string) (facts []byte, ok bool)
	Put(digest string, facts []byte)
}

// fact is what a list shows of a rule whose glossary has not been read.
type fact struct {
	Summary  string
	Severity lint.Severity
}

// LoadWith is [Load] with a memory. The glossaries of declarations that the memory knows to be
// right are opened, but read only when the first draft is checked. A run whose results are all
// in the cache does without.
func LoadWith(f *config.File, known []*lint.Rule, m Memory) (*Set, error) {
	if m == nil || f.House() == nil {
		return Load(f, known)
	}
	l := newLoader(f, known)
	l.shared.Later = true
	set, err := l.load(f)
	switch {
	case err != nil:
		return Load(f, known) // a glossary may have more problems
	case len(l.deferred) == 0:
		return set, nil
	}
	digest := set.digest()
	facts := map[string]fact{}
	if content, ok := m.Get(digest); ok && json.Unmarshal(content, &facts) == nil && l.recall(facts) {
		return set, nil
	}
	l = newLoader(f, known)
	if set, err = l.load(f); err != nil {
		return set, err
	}
	for _, d := range l.deferred {
		facts[d.rule.Name] = fact{d.compiler.Summary, d.compiler.Severity}
	}
	if content, err := json.Marshal(facts); err == nil {
		m.Put(digest, content)
	}
	return set, nil
}

// deferred is a rule whose phrases may be read later.
type deferred struct {
	rule     *Declared
	compiler *compiler
}

// recall completes the rules whose glossaries were not read; it reports whether all are known.
func (l *loader) recall(facts map[string]fact) bool {
	for _, d := range l.deferred {
		known, ok := facts[d.rule.Name]
		if !ok {
			return false
		}
		d.compiler.Severity = known.Severity
		if d.compiler.Common.Summary.Node == nil {
			d.rule.Summary = known.Summary
		}
		d.compiler.judge(d.rule.Rule)
	}
	return true
}

// digest identifies all rules of the set, in their order.
func (s *Set) digest() string {
	h := sha256.New()
	for _, r := range s.Rules {
		h.Write([]byte(r.Digest))
	}
	return hex.EncodeToString(h.Sum(nil))
}
