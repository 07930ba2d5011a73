package driver

import (
	"sync"

	"github.com/copychief/copychief/lint"
)

// room is memory that drafts are read and checked in, one after another: to ask for it
// anew for each, and to clear it away, takes time.
type room struct {
	content  []byte
	reported []reported
	skipped  []skip
}

// reported is what a rule has said of a draft.
type reported struct {
	by *lint.Rule
	lint.Finding
}

// usualContent is for how long a draft a new room is, in bytes; keptContent and keptReports
// are how large one may stay, in bytes and in findings.
const (
	usualContent = 1 << 16
	keptContent  = 1 << 18
	keptReports  = 1 << 10
)

// rooms are those that are free.
type rooms struct{ free sync.Pool }

func (all *rooms) enter() *room {
	if r, ok := all.free.Get().(*room); ok {
		return r
	}
	return &room{content: make([]byte, 0, usualContent)}
}

// leave gives a room to the next draft. Nobody may look at what stands in it any more.
func (all *rooms) leave(r *room) {
	if cap(r.content) > keptContent {
		r.content = nil
	}
	if cap(r.reported) > keptReports || cap(r.skipped) > keptReports {
		r.reported, r.skipped = nil, nil
	}
	clear(r.reported) // of texts
	r.reported, r.skipped = r.reported[:0], r.skipped[:0]
	all.free.Put(r)
}
