package baseline

import (
	"cmp"
	"path"
	"slices"

	"github.com/copychief/copychief/lint/engine"
)

// matching counts, over the findings of a run, how often entries have matched.
type matching struct {
	used map[*entry]int
}

// matched is a finding with the entry that knows it, or nil.
type matched struct {
	finding *engine.Finding
	entry   *entry
}

// draft matches the findings of one draft, which are in order. Of more occurrences
// than an entry counts, the last are new.
func (m *matching) draft(p place, findings []*engine.Finding) []matched {
	known := p.known(findings)
	out := make([]matched, len(findings))
	for i, f := range findings {
		out[i].finding = f
		if e := known[keyOf(f)]; e != nil && m.used[e] < e.count && remembered(f) {
			m.used[e]++
			out[i].entry = e
		}
	}
	return out
}

func keyOf(f *engine.Finding) key { return key{f.Rule, f.Words} }

// remembered reports whether a finding may be in a baseline. That a rule failed is
// no matter of the draft.
func remembered(f *engine.Finding) bool { return f.Rule != engine.InternalError.Name }

// place is a draft of a run as a baseline calls it.
type place struct {
	store *store // nil where no baseline is for the draft
	path  string
}

// known returns the entries for a draft: its own, or those of a draft that is gone
// and that it took the place of.
func (p place) known(findings []*engine.Finding) entries {
	if own := p.store.now[p.path]; own != nil {
		return own
	}
	return p.store.now[p.store.renamed(p.path, findings)]
}

// common is in how many drafts that are gone an entry may stand and still say
// something about which of them was renamed.
const common = 100

// renamed returns the draft that is gone whose entries fit the findings best, of
// equals one with the same name; "" where none fits. As git has it, half must be the
// same: of the findings, and of the entries.
func (s *store) renamed(to string, findings []*engine.Finding) string {
	if len(s.now) == 0 {
		return ""
	}
	byKey := s.gone()
	votes := map[string]int{}
	for _, f := range findings {
		if paths := byKey[keyOf(f)]; len(paths) <= common {
			for _, from := range paths {
				votes[from]++
			}
		}
	}
	best := ""
	for from, n := range votes {
		if 2*n >= max(len(findings), len(s.now[from])) && (best == "" || better(from, best, to, votes)) {
			best = from
		}
	}
	return best
}

func better(a, b, to string, votes map[string]int) bool {
	same := func(from string) int {
		if path.Base(from) == path.Base(to) {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(votes[a], votes[b]), cmp.Compare(same(a), same(b)), cmp.Compare(b, a)) > 0
}

// gone returns, by key, the drafts with entries that are not there any more.
func (s *store) gone() map[key][]string {
	s.once.Do(func() {
		s.vanished, s.byKey = map[string]bool{}, map[key][]string{}
		for p, of := range s.now {
			if s.there(p) {
				continue
			}
			s.vanished[p] = true
			for k := range of {
				s.byKey[k] = append(s.byKey[k], p)
			}
		}
		for _, paths := range s.byKey {
			slices.Sort(paths)
		}
	})
	return s.byKey
}
