package driver

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strconv"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/driver/scope"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

// few is the number of drafts up to which a run keeps nothing: to check them takes
// as long as to look them up.
const few = 8

// mostBuffered is how many bytes a read buffer in the pool has room for at most, and
// usualBuffer how many a new one has.
const (
	usualBuffer  = 1 << 16
	mostBuffered = 1 << 18
)

// What a draft yields depends on its bytes, on what the configuration says of it, on
// the day, on the files and keyphrases that were asked for on its behalf, and on the
// program. All but the files and keyphrases are part of a key; those are noted as
// dependencies, kept with the outcome and compared when it is looked up.

// entry is what the cache holds of a draft.
type entry struct {
	Dependencies dependencyRecord
	Outcome      engine.Record
}

// openCache opens the cache where the run has one and is large enough for it.
func (s *session) openCache() {
	r := s.request
	if r.Cache == nil || r.Build == "" || len(s.found.Drafts) <= few {
		return
	}
	parts := []string{r.Build, r.Dir}
	for _, rules := range [][]*lint.Rule{r.Rules, r.Config.Rules()} {
		for _, rule := range rules {
			parts = append(parts, fmt.Sprintf("%q %q %d %t %q %q %q", rule.Name, rule.Family, rule.Severity, rule.Off, rule.Basis, rule.Needs, rule.Languages))
		}
	}
	s.pack = r.Cache.Pack(cache.KeyOf(parts...))
}

// outcome returns what a draft yields: from the cache where that is known, otherwise
// by checking it. Standard input is always checked, and so is a draft of which it
// matters what has changed in it: that is not kept.
func (s *session) outcome(ctx context.Context, d *discover.Draft) (*engine.Outcome, *scope.Scope) {
	buf := s.buffer()
	defer s.release(buf)
	content, err := d.Read(*buf)
	if err != nil {
		return engine.Unreadable(s.draftFor(d), err.Error()), nil
	}
	if !d.Stdin && d.Change == nil { // otherwise the bytes may be somebody else's
		*buf = content
	}
	if s.pack == nil || d.Stdin || d.Change != nil {
		return s.check(ctx, d, content, nil, nil)
	}
	stamp := s.stamp(d, content)
	if o := s.lookUp(d, stamp); o != nil {
		return o, nil
	}
	deps := newDependencies()
	o, _ := s.check(ctx, d, content, nil, deps)
	if ctx.Err() == nil {
		s.keep(d, stamp, o, deps)
	}
	return o, nil
}

// buffer takes a read buffer from the pool.
func (s *session) buffer() *[]byte {
	if b, ok := s.buffers.Get().(*[]byte); ok {
		return b
	}
	b := make([]byte, 0, usualBuffer)
	return &b
}

// release gives a read buffer back. Nothing may refer to the bytes in it any more.
func (s *session) release(b *[]byte) {
	bufpool.Poison(*b)
	if cap(*b) <= mostBuffered {
		s.buffers.Put(b)
	}
}

// keyOf names what is kept of a draft. As context for others only its page is.
func keyOf(d *discover.Draft, context bool) cache.Key {
	return cache.KeyOf(d.Path, d.File, string(d.Settings.Key[:]), strconv.FormatBool(context))
}

// stamp names what the outcome of a draft is made from.
func (s *session) stamp(d *discover.Draft, content []byte) cache.Key {
	now := int64(0)
	if t := s.request.Now; !t.IsZero() {
		now = engine.Day(t).Unix()
	}
	sum := sha256.Sum256(content)
	return cache.KeyOf(string(sum[:]), strconv.FormatInt(now, 10),
		strconv.FormatBool(s.request.Now.IsZero()), strconv.FormatBool(s.trees[d.Settings.Root] != nil))
}

// lookUp returns what the cache has for a draft, if everything it depends on is as it
// was; nil otherwise. As context, a draft that was checked will do, too.
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
	if err := cache.Decode(data, &e); err != nil || !e.Dependencies.hold(d, s.trees[d.Settings.Root]) {
		return nil
	}
	return &e
}

// keep gives the cache what a draft has yielded. A rule that failed may do better
// next time.
func (s *session) keep(d *discover.Draft, stamp cache.Key, o *engine.Outcome, deps *dependencies) {
	r := o.Record()
	if deps.unknown || r.Failed || !r.Read && !r.Context {
		return
	}
	if data, err := cache.Encode(&entry{deps.record(), *r}); err == nil {
		s.pack.Put(keyOf(d, d.Context), stamp, data)
	}
}

// hold reports whether what was asked on behalf of a draft is answered as it was.
func (r *dependencyRecord) hold(d *discover.Draft, tree *rootfs.Tree) bool {
	for _, f := range r.Files {
		if tree == nil || tree.State(f.Name) != f.State {
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
