// Package driver coordinates a run over files. It finds the drafts (package discover),
// reads and checks each (package engine), caches the outcomes (package cache), and marks
// the findings that do not count (filters, package scope).
//
// One goroutine handles a draft from reading to the last rule and writes the outcome to
// the draft's own slot, so that the output does not depend on the number of workers. A
// draft that is in the cache is not parsed. Rules about the whole site run at the end; see
// [engine.Engine.Finish].
//
// The packages in the subfolders each do one thing and do not depend on this package:
// discover and gitignore (paths), rootfs and atomicfile (reading and writing), git and
// scope (changed lines), sources (texts that drafts quote from), cache, baseline, watch.
//
// The trade-off: outcomes are kept until the end of the run, so that its findings can be
// sorted, but a document is dropped as soon as its rules have run.
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

// Request describes a run.
type Request struct {
	Rules     []*lint.Rule
	Config    *configfile.Loader
	Paths     []string // files and folders; "-" reads Stdin
	Site      string   // folder whose other drafts are context for rules about the site; "" for none
	Stdin     io.Reader
	StdinName string                // determines the format and configuration of standard input
	Dir       string                // paths are relative to it; "" means the working directory
	Now       time.Time             // the day (UTC) of the run; zero if rules are not to know it
	Changes   *git.Changes          // report only findings on changed lines, of changed drafts in Paths or, without paths, of all
	Filters   []Filter              // mark findings that do not count, in this order, after suppressions have been applied
	Empty     bool                  // finding no drafts is not an error
	Outputs   []string              // absolute paths of files that the caller writes; they are not drafts unless a path names them
	Ignore    bool                  // skip drafts that the configuration ignores, even if a path names them
	Jobs      int                   // number of workers; 0 means one per processor
	Many      int                   // number of drafts above which little is kept of each and findings are packed; 0 means 10,000
	Progress  func(done, total int) // not called concurrently; may be nil

	Cache *cache.Cache // of outcomes; nil means no cache
	// Build identifies this program and its rules in the cache; see [cache.Build].
	Build string

	Inputs *Inputs // records the files and folders that the run looks at; may be nil
}

// Filter marks findings that do not count, such as those in a baseline. It must be safe
// for concurrent use.
type Filter interface {
	// Marker returns a function that sets [engine.Finding.Status] of findings that do not count,
	// and nothing else. It is called with the active findings of each draft, in order: with those
	// of all drafts of a run or, during fixing, with those of one draft after the fixes so far.
	Marker() func(findings []*engine.Finding)
}

// Preparer is a [Filter] that needs to know the drafts of a run before the first is
// checked. An error ends the run.
type Preparer interface {
	Prepare(drafts []discover.Draft) error
}

// marker returns a function that calls the filters, one after the other, with those findings of a
// draft that are still active.
func marker(filters []Filter) func(draft []engine.Finding) {
	markers := make([]func([]*engine.Finding), len(filters))
	for i, filter := range filters {
		markers[i] = filter.Marker()
	}
	return func(draft []engine.Finding) {
		for _, mark := range markers {
			var active []*engine.Finding
			for i := range draft {
				if draft[i].Status == engine.Active {
					active = append(active, &draft[i])
				}
			}
			mark(active)
		}
	}
}

// Inputs are the files and folders that a run depends on, whether they exist or not.
// Changes elsewhere do not affect the result. All paths are absolute.
type Inputs struct {
	Folders map[string]bool // folders searched for drafts or sources
	Files   map[string]bool // named drafts, configurations, files that rules looked for
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
