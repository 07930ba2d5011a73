package driver

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strconv"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
)

// few is the number of drafts up to which a run keeps nothing: to check them takes
// as long as to look them up.
const few = 8

// What a draft yields depends on its bytes, on what the configuration says of it, on
// the day, on the files and keyphrases that were asked for on its behalf, and on the
// program. All but the files and keyphrases are part of a key; those are noted by a
// witness, kept with the result and compared when it is recalled.

// remember opens the cache where the run has one and is large enough for it.
func (c *checking) remember() {
	r := c.request
	if r.Cache == nil || r.Build == "" || len(c.found.drafts) <= few {
		return
	}
	parts := []string{r.Build, c.found.dir}
	for _, rules := range [][]*lint.Rule{r.Rules, r.Config.Rules()} {
		for _, rule := range rules {
			parts = append(parts, fmt.Sprintf("%q %q %d %t %q %q %q", rule.Name, rule.Family, rule.Severity, rule.Off, rule.Basis, rule.Needs, rule.Languages))
		}
	}
	c.pack = r.Cache.Pack(cache.KeyOf(parts...))
}

// recall returns what a draft yields: from the cache where that is known, otherwise
// by checking it. Standard input is always checked, and so is a draft of which it
// matters what has changed in it: that is not kept.
func (c *checking) recall(ctx context.Context, d *draft) outcome {
	in := c.rooms.enter()
	defer c.rooms.leave(in)
	if c.pack == nil || d.stdin || d.change != nil {
		return c.check(ctx, d, in)
	}
	content, err := d.read(in)
	if err != nil {
		return c.check(ctx, d, in) // which says what is wrong
	}
	stamp := c.stamp(d, content)
	if o, ok := c.kept(d, d.identity(d.context), stamp); ok {
		return o
	}
	if d.context { // of a draft that was checked, the page is known, too
		if o, ok := c.kept(d, d.identity(false), stamp); ok {
			return outcome{context: true, page: o.page}
		}
	}
	own := d.with(content)
	own.witness = &witness{states: map[string]string{}}
	o := c.check(ctx, own, in)
	if o.page != nil {
		o.page.draft = d
	}
	if ctx.Err() == nil {
		c.keep(d, stamp, &o, own.witness)
	}
	return o
}

// identity names what is kept of a draft. As context for others only its page is.
func (d *draft) identity(context bool) cache.Key {
	return cache.KeyOf(d.shown, d.file, string(d.settings.Key[:]), strconv.FormatBool(context))
}

// stamp names what a draft's result is made from.
func (c *checking) stamp(d *draft, content []byte) cache.Key {
	now := int64(0)
	if t := c.request.Now; !t.IsZero() {
		now = day(t).Unix()
	}
	sum := sha256.Sum256(content)
	return cache.KeyOf(string(sum[:]), strconv.FormatInt(now, 10),
		strconv.FormatBool(c.request.Now.IsZero()), strconv.FormatBool(c.sites[d.settings.Root] != nil))
}

// kept returns what the cache has for a draft, if everything it depends on is as it
// was.
func (c *checking) kept(d *draft, id, stamp cache.Key) (outcome, bool) {
	data, ok := c.pack.Get(id, stamp)
	if !ok {
		return outcome{}, false
	}
	var k kept
	if err := cache.Decode(data, &k); err != nil || !k.holds(d, c.sites[d.settings.Root]) {
		return outcome{}, false
	}
	return k.outcome(d), true
}

// keep gives the cache what a draft has yielded. A rule that failed may do better
// next time.
func (c *checking) keep(d *draft, stamp cache.Key, o *outcome, w *witness) {
	if w.barred || !o.read && !o.context {
		return
	}
	for i := range o.findings {
		if o.findings[i].Rule == InternalError.Name {
			return
		}
	}
	if data, err := cache.Encode(keptOf(o, w)); err == nil {
		c.pack.Put(d.identity(d.context), stamp, data)
	}
}

// day returns the beginning of the day of a time. Rules see no more of the clock, so
// that what they find holds until midnight.
func day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.UTC().Truncate(24 * time.Hour)
}
