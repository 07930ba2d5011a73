package resolve

import (
	"hash/fnv"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/route"
)

// mostDeleted is the maximum number of missing files that somebody may have deleted. If more
// are missing, the checkout is not complete.
const mostDeleted = 50

// Absent holds the files that are in a repository but not on disk. It is not changed after
// [NewAbsent].
type Absent struct {
	skipped, deleted map[string]bool   // files and the folders that they are in
	pages            map[string]string // a file, by its name without the extension, squashed
}

// NewAbsent returns the files that a checkout leaves out, and those that someone has deleted.
func NewAbsent(skipped, deleted []string) *Absent {
	if len(deleted) > mostDeleted {
		skipped, deleted = append(skipped, deleted...), nil
	}
	a := &Absent{skipped: map[string]bool{}, deleted: map[string]bool{}, pages: map[string]string{}}
	a.add(a.skipped, skipped)
	a.add(a.deleted, deleted)
	return a
}

func (a *Absent) add(to map[string]bool, names []string) {
	for _, name := range names {
		base := path.Base(name)
		a.pages[route.Squash(strings.TrimSuffix(base, path.Ext(base)))] = name
		for ; name != "." && !to[name]; name = path.Dir(name) {
			to[name] = true
		}
	}
}

// State identifies the files, for comparison.
func (a *Absent) State() string {
	if a == nil || len(a.pages) == 0 {
		return "-"
	}
	all := fnv.New64a()
	for _, names := range [...]map[string]bool{a.skipped, a.deleted} {
		for _, name := range slices.Sorted(maps.Keys(names)) {
			_, _ = all.Write(append([]byte(name), 0)) // which cannot fail
		}
		_, _ = all.Write([]byte{1})
	}
	return strconv.FormatUint(all.Sum64(), 16)
}

// Tracking is a file tree that knows which files of its repository are not on disk.
type Tracking interface{ Absent() *Absent }

// absentIn returns the files of the repository that are not on disk, or nil if there are none or
// they are unknown.
func absentIn(p *lint.Pass) *Absent {
	tree, is := p.Files.(Tracking)
	if !is {
		return nil
	}
	if a := tree.Absent(); a != nil && len(a.pages) > 0 {
		return a
	}
	return nil
}

// named reports whether a file that is not on disk may make a page.
func (a *Absent) named(page string) bool {
	return a != nil && a.pages[route.Squash(page)] != ""
}

// unlessAbsent is [File] for a file that is not on disk.
func unlessAbsent(r *reader, name string) Answer {
	a := absentIn(r.p)
	if a == nil {
		return Missing
	}
	defer func() { r.also = nil }()
	r.also = a.skipped
	if answer := r.file(name); answer != Missing {
		return answer
	}
	r.also = a.deleted
	if r.file(name) == Found {
		return Deleted
	}
	return Missing
}
