package baseline

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/atomicfile"
	"github.com/copychief/copychief/lint/engine"
)

// Change describes what happened to a baseline.
type Change struct {
	File             string // as messages show it
	Made             bool   // the file was created
	Named            bool   // a configuration names it
	Same             bool   // nothing had to be changed
	Findings, Drafts int    // total in the file now
	Added, Removed   int    // findings
}

// finished is a finished run with its findings matched.
type finished struct {
	*Filter
	result *engine.Result
	used   map[*entry]int
	all    []match
	drafts map[place]*engine.Coverage
}

// finish matches the result of a run again: all findings that are not suppressed.
func (f *Filter) finish(r *engine.Result) *finished {
	a := &finished{Filter: f, result: r, used: map[*entry]int{}, drafts: map[place]*engine.Coverage{}}
	var findings []*engine.Finding
	for found := range r.Findings.All() {
		if found.Status != engine.Suppressed && f.places[found.Path].store != nil { // few runs have a baseline, and packed findings are copies
			findings = append(findings, found)
		}
	}
	a.all = f.match(&matcher{a.used}, findings)
	for i := range r.Coverage {
		if p := f.places[r.Coverage[i].Path]; p.store != nil {
			a.drafts[p] = &r.Coverage[i]
		}
	}
	return a
}

// covers reports whether the run could have matched an entry: its rule ran on its draft, or
// its draft no longer exists in a folder that was searched.
func (a *finished) covers(s *store, path, rule string) bool {
	if d := a.drafts[place{s, path}]; d != nil {
		return d.Ran(rule) || !a.options.Knows(rule)
	}
	s.gone()
	return s.vanished[path] && a.searched(s, path)
}

// searched reports whether the run searched the folder of a path for drafts.
func (a *finished) searched(s *store, path string) bool {
	file := s.absolute(path)
	for _, folder := range a.result.Folders {
		if rel, err := filepath.Rel(s.real(folder), file); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}

// Stale returns how many known findings no longer occur, according to the run.
func (f *Filter) Stale(r *engine.Result) (n int) {
	a := f.finish(r)
	for _, s := range f.order {
		for path, of := range s.now {
			for k, e := range of {
				if left := e.count - a.used[e]; left > 0 && a.covers(s, path, k.rule) {
					n += left
				}
			}
		}
	}
	return n
}

// Write rewrites the baselines after a run: with all current findings or, if prune is set,
// only without the stale ones. Entries that the run could not have matched are kept. A file
// that would not change is not written. If prune is set and no baseline exists, that is an
// error.
func (f *Filter) Write(r *engine.Result, prune bool) ([]Change, error) {
	a := f.finish(r)
	var changes []Change
	for _, s := range f.order {
		if prune && s.raw == nil {
			continue // it has nothing to prune
		}
		next, c := a.next(s, prune)
		c.File, c.Made, c.Named = f.shown(s.file), s.raw == nil, s.named
		raw := next.encode()
		if c.Same = bytes.Equal(raw, s.raw); !c.Same {
			if err := atomicfile.Write(s.file, raw); err != nil {
				return changes, fmt.Errorf("writing the baseline %s: %w", c.File, err)
			}
		}
		changes = append(changes, c)
	}
	if len(changes) == 0 && len(f.order) > 0 {
		return nil, fmt.Errorf("baseline %s: %w", f.shown(f.order[0].file), errMissing)
	}
	return changes, nil
}

// next returns the new contents of a baseline, and what was added or removed.
func (a *finished) next(s *store, prune bool) (contents, Change) {
	next, c := contents{}, Change{}
	for _, m := range a.all {
		p := a.places[m.finding.Path]
		switch {
		case p.store != s || !recordable(m.finding):
		case m.entry == nil && (prune || held(m.finding)):
		case m.entry == nil:
			next.add(p.path, keyOf(m.finding), 1, shorten(m.finding.Message))
			c.Added++
		case m.entry != nil && prune:
			next.add(p.path, m.entry.key, 1, m.entry.message)
		case m.entry != nil:
			next.add(p.path, m.entry.key, 1, shorten(m.finding.Message))
		}
	}
	for path, of := range s.now {
		for k, e := range of {
			left := e.count - a.used[e]
			switch {
			case left <= 0:
			case a.covers(s, path, k.rule):
				c.Removed += left
			default:
				next.add(path, k, left, e.message)
			}
		}
	}
	c.Findings, c.Drafts = next.size()
	return next, c
}
