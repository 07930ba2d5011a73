package driver

import (
	"crypto/sha256"
	"fmt"
	"strconv"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/engine"
)

// fewDrafts is the maximum number of drafts of a run without a cache: checking so few takes
// no longer than looking them up.
const fewDrafts = 8

// The outcome of a draft depends on its bytes, its settings, the date, the files and
// keyphrases that were looked up for it, and the program. Files and keyphrases are stored
// with the outcome as dependencies and compared when it is looked up; everything else is
// part of a cache key.

// entry is the cache entry of a draft.
type entry struct {
	Dependencies dependencyRecord
	Outcome      engine.Record
}

// openCache opens the cache if the run has one and enough drafts. Entries are in memory until they
// are written, some four kilobytes for each draft, so the export of a large site has none: checking
// a post takes little longer than reading it.
func (s *session) openCache() {
	r := s.request
	if r.Cache == nil || r.Build == "" || len(s.found.Drafts) <= fewDrafts || s.compact() && len(s.found.Exports) > 0 {
		return
	}
	parts := []string{r.Build, r.Dir}
	for _, rules := range [][]*lint.Rule{r.Rules, r.Config.Rules()} {
		for _, rule := range rules {
			parts = append(parts, fmt.Sprintf("%q %q %d %t %q %q %q %q %q", rule.Name, rule.Family, rule.Severity, rule.Off, rule.Basis, rule.Needs, rule.Languages, rule.Profiles, rule.Digest))
		}
	}
	s.pack = r.Cache.Pack(cache.KeyOf(parts...))
}

// keyOf returns the cache key of a draft. A draft that is only context has a separate entry.
func keyOf(d *discover.Draft, context bool) cache.Key {
	return cache.KeyOf(d.Path, d.File, string(d.Settings.Key[:]), strconv.FormatBool(context), strconv.FormatBool(d.Asked), fmt.Sprintf("%q", d.Inherited))
}

// stamp returns a key of the inputs of a draft: its bytes, the date, and the site's files.
func (s *session) stamp(d *discover.Draft, content []byte) cache.Key {
	now := int64(0)
	if t := s.request.Now; !t.IsZero() {
		now = engine.Day(t).Unix()
	}
	sum := sha256.Sum256(content)
	return cache.KeyOf(string(sum[:]), strconv.FormatInt(now, 10),
		strconv.FormatBool(s.request.Now.IsZero()), strconv.FormatBool(s.trees[d.Settings.Root] != nil))
}

// lookUp returns the cached outcome of a draft if its dependencies have not changed, or
// nil. For a draft that is only context, the entry of the checked draft also works.
func (s *session) lookUp(d *discover.Draft, stamp cache.Key) *engine.Outcome {
	if e := s.entry(d, keyOf(d, d.Context), stamp); e != nil {
		return e.Outcome.Outcome(s.draftFor(d))
	}
	if !d.Context {
		return nil
	}
	if e := s.entry(d, keyOf(d, false), stamp); e != nil {
		return e.Outcome.ContextOutcome(s.draftFor(d))
	}
	return nil
}

func (s *session) entry(d *discover.Draft, key, stamp cache.Key) *entry {
	data, ok := s.pack.Get(key, stamp)
	if !ok {
		return nil
	}
	var e entry
	if err := cache.Decode(data, &e); err != nil || !e.Dependencies.unchanged(d, s.trees[d.Settings.Root]) {
		return nil
	}
	return &e
}

// store puts the outcome of a draft into the cache, except if a rule failed: it may
// succeed next time.
func (s *session) store(d *discover.Draft, stamp cache.Key, o *engine.Outcome, deps *dependencies) {
	r := o.Record()
	if deps.unknown || r.Failed || !r.Read && !r.Context {
		return
	}
	if data, err := cache.Encode(&entry{deps.record(), *r}); err == nil {
		s.pack.Put(keyOf(d, d.Context), stamp, data)
	}
}

// unchanged reports whether the dependencies of a draft are the same as when recorded.
func (r *dependencyRecord) unchanged(d *discover.Draft, tree *rootfs.Tree) bool {
	for _, f := range r.Files {
		if tree == nil || f.now(tree) != f.State {
			return false
		}
	}
	if len(r.Keyphrases) == 0 {
		return true
	}
	assigned := optionsOf(d).Assigned
	for _, was := range r.Keyphrases {
		if assigned == nil || !was.equal(assigned(was.Slug)) {
			return false
		}
	}
	return true
}
