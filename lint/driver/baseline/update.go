package baseline

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/atomicfile"
	"github.com/copychief/copychief/lint/engine"
)

// Change is what became of a baseline.
type Change struct {
	File             string // as messages show it
	Made             bool   // the file is new
	Named            bool   // a configuration names it
	Same             bool   // nothing was to be changed
	Findings, Drafts int    // that are known now
	Added, Removed   int    // findings
}

// after is a finished run, matched.
type after struct {
	*Filter
	result *engine.Result
	used   map[*entry]int
	all    []matched
	drafts map[place]*engine.Coverage
}

// after matches the result of a run once more: all findings that the drafts do not
// suppress.
func (f *Filter) after(r *engine.Result) *after {
	a := &after{Filter: f, result: r, used: map[*entry]int{}, drafts: map[place]*engine.Coverage{}}
	var findings []*engine.Finding
	for i := range r.Findings {
		if r.Findings[i].Status != engine.Suppressed {
			findings = append(findings, &r.Findings[i])
		}
	}
	a.all = f.match(&matching{a.used}, findings)
	for i := range r.Coverage {
		if p := f.places[r.Coverage[i].Path]; p.store != nil {
			a.drafts[p] = &r.Coverage[i]
		}
	}
	return a
}

// settled reports whether the run shows what has become of an entry: its draft was
// read and its rule looked at it, or its draft is gone from a folder that was
// searched.
func (a *after) settled(s *store, path, rule string) bool {
	if d := a.drafts[place{s, path}]; d != nil {
		return d.Ran(rule) || !a.options.Knows(rule)
	}
	s.gone()
	return s.vanished[path] && a.searched(s, path)
}

// searched reports whether the run looked for drafts where a path leads.
func (a *after) searched(s *store, path string) bool {
	file := s.absolute(path)
	for _, folder := range a.result.Folders {
		if rel, err := filepath.Rel(s.real(folder), file); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}

// Stale returns how many known findings the run shows to be there no more.
func (f *Filter) Stale(r *engine.Result) (n int) {
	a := f.after(r)
	for _, s := range f.order {
		for path, of := range s.now {
			for k, e := range of {
				if left := e.count - a.used[e]; left > 0 && a.settled(s, path, k.rule) {
					n += left
				}
			}
		}
	}
	return n
}

// Write writes the baselines anew after a run: with all that was found, or, where
// prune is set, without what is there no more. What the run says nothing about stays.
// A file in which nothing changes is not touched. Where there is nothing to prune at
// all, that is an error.
func (f *Filter) Write(r *engine.Result, prune bool) ([]Change, error) {
	a := f.after(r)
	var changes []Change
	for _, s := range f.order {
		if prune && s.raw == nil {
			continue // nothing can be gone from it
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

// next returns what a baseline is to hold, and what of it is new or gone.
func (a *after) next(s *store, prune bool) (contents, Change) {
	next, c := contents{}, Change{}
	for _, m := range a.all {
		p := a.places[m.finding.Path]
		switch {
		case p.store != s || !remembered(m.finding):
		case m.entry == nil && !prune:
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
			case a.settled(s, path, k.rule):
				c.Removed += left
			default:
				next.add(path, k, left, e.message)
			}
		}
	}
	c.Findings, c.Drafts = next.size()
	return next, c
}
