package baseline

import (
	"cmp"
	"path"
	"slices"

	"github.com/copychief/copychief/lint/engine"
)

// matcher counts how often entries have matched the findings of a run.
type matcher struct {
	used map[*entry]int
}

// match is a finding and its entry, which is nil for a new finding.
type match struct {
	finding *engine.Finding
	entry   *entry
}

// draft matches the findings of one draft, which must be sorted. If there are more than the
// count of an entry, the last ones are new.
func (m *matcher) draft(p place, findings []*engine.Finding) []match {
	known := p.known(findings)
	out := make([]match, len(findings))
	for i, f := range findings {
		out[i].finding = f
		if e := known[keyOf(f)]; e != nil && m.used[e] < e.count && recordable(f) {
			m.used[e]++
			out[i].entry = e
		}
	}
	return out
}

func keyOf(f *engine.Finding) key { return key{f.Rule, f.Words} }

// recordable reports whether a finding may be in a baseline. A failure of a rule is not a
// property of the draft.
func recordable(f *engine.Finding) bool { return f.Rule != engine.InternalError.Name }

// held reports whether a finding is held back. It is not recorded; if it was recorded while
// it counted, it stays.
func held(f *engine.Finding) bool { return f.Status.Held() }

// place is a draft by its path in its baseline.
type place struct {
	store *store // nil if the draft has no baseline
	path  string
}

// known returns the entries for a draft: its own, or those from before it was renamed.
func (p place) known(findings []*engine.Finding) entries {
	if own := p.store.now[p.path]; own != nil {
		return own
	}
	return p.store.now[p.store.renamed(p.path, findings)]
}

// maxVotes is the maximum number of missing drafts that may share an entry for it to count
// as evidence of a rename.
const maxVotes = 100

// renamed returns the missing draft whose entries match the findings best, preferring one
// with the same file name, or "". As in git, at least half of the findings and half of the
// entries must match.
func (s *store) renamed(to string, findings []*engine.Finding) string {
	if len(s.now) == 0 {
		return ""
	}
	byKey := s.gone()
	votes := map[string]int{}
	for _, f := range findings {
		if paths := byKey[keyOf(f)]; len(paths) <= maxVotes {
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

// gone returns, by key, the drafts with entries that no longer exist.
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
