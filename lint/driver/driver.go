// Package driver coordinates a run over files: it has the drafts found (discover),
// reads each and has it checked (engine), keeps what drafts have yielded (cache), and
// marks the findings that do not count (filters, scope).
//
// One goroutine takes one draft from reading to the last rule, and worker i writes slot
// i, so that the same bytes come out for any number of workers. A draft that is in the
// cache is not parsed at all. Where rules about the whole site are on, a draft leaves a
// page behind; see [engine.Engine.Finish].
//
// The folders beside this package each do one thing and know nothing of a run: discover
// and gitignore (paths), rootfs and atomicfile (reading and writing), git and scope
// (changed lines), sources (texts that drafts quote from), cache, baseline, watch.
package driver

import (
	"io"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/engine"
)

// Request says what to run on what.
type Request struct {
	Rules     []*lint.Rule
	Config    *configfile.Loader
	Paths     []string // files and folders; "-" reads Stdin
	Site      string   // folder whose other drafts rules about the site see; "" for none. Nothing is reported on them
	Stdin     io.Reader
	StdinName string                // gives format and configuration of standard input
	Dir       string                // that paths are relative to; "" means the working directory
	Now       time.Time             // the day (UTC) on which the run takes place; zero keeps rules from asking
	Changes   *git.Changes          // only findings on changed lines, of changed drafts that Paths hold or, without paths, of all
	Filters   []Filter              // mark findings that do not count, in order, once the drafts' suppressions are applied
	Empty     bool                  // that there is no draft at all is no error
	Ignore    bool                  // what the configuration ignores is left out even where a path names it
	Jobs      int                   // workers; 0 means one a processor
	Progress  func(done, total int) // called from one goroutine at a time; may be nil

	Cache *cache.Cache // of what drafts have yielded; nil checks every draft
	// Build tells this program and its rules from others that use the cache: see
	// [cache.Build].
	Build string

	Inputs *Inputs // is told what the run looks at, be it in vain; may be nil
}

// Filter marks findings that do not count, such as those that were there before. It may
// be called from several goroutines at once.
type Filter interface {
	// Mark sets [engine.Finding.Status] of those that do not count. It is given the active
	// findings, in order: of a whole run, or, while drafts are fixed, of one draft as it is
	// after the fixes so far. It must change nothing else about them.
	Mark(findings []*engine.Finding)
}

// Preparer is a [Filter] that wants to know the drafts of a run before the first is
// checked. What goes wrong then ends the run.
type Preparer interface {
	Prepare(drafts []discover.Draft) error
}

// mark lets the filters look at the active findings, one filter after the other.
func mark(filters []Filter, findings []engine.Finding) {
	for _, filter := range filters {
		var active []*engine.Finding
		for i := range findings {
			if findings[i].Status == engine.Active {
				active = append(active, &findings[i])
			}
		}
		filter.Mark(active)
	}
}

// Inputs are the files and folders that a run has looked at, whether they were there or
// not. A change anywhere else does not change the result. All paths are absolute.
type Inputs struct {
	Folders map[string]bool // that were searched for drafts, or for what they quote from
	Files   map[string]bool // named drafts, configurations, files that rules asked for
}

// NewInputs returns inputs for a request to fill.
func NewInputs() *Inputs {
	return &Inputs{Folders: map[string]bool{}, Files: map[string]bool{}}
}

func (in *Inputs) folder(dir string) {
	if in != nil {
		in.Folders[dir] = true
	}
}

func (in *Inputs) file(name string) {
	if in != nil {
		in.Files[name] = true
	}
}
