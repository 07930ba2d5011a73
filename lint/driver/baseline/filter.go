package baseline

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
)

// Options say which baselines to use.
type Options struct {
	// File is the absolute path of the baseline of all drafts. If it is empty, each draft
	// has the baseline that its configuration names.
	File string
	// Default is the absolute path of the baseline of drafts whose configuration names
	// none; if it is empty, all of their findings are new.
	Default string
	// Missing means that a file that does not exist counts as an empty baseline.
	Missing bool
	// Knows reports whether a rule exists; entries of other rules are stale.
	Knows func(rule string) bool
	// Dir is the folder that paths in messages are relative to; absolute.
	Dir string
}

// Filter marks known findings. It is a [driver.Filter] and must be the first one of a
// request, so that findings that other filters would mark are matched as well.
type Filter struct {
	options Options
	stores  map[string]*store
	order   []*store
	places  map[string]place // by the path shown in findings
}

// New returns a filter. It reads the files once a run has found its drafts.
func New(o Options) *Filter {
	return &Filter{options: o, stores: map[string]*store{}, places: map[string]place{}}
}

// Prepare reads the baselines of the drafts. The error names the file, the position and
// what to do.
func (f *Filter) Prepare(drafts []discover.Draft) error {
	if f.options.File != "" { // report an invalid file even if there are no drafts
		if _, err := f.store(f.options.File); err != nil {
			return err
		}
	}
	for i := range drafts {
		d := &drafts[i]
		file := f.options.File
		if file == "" {
			file = d.Settings.Baseline
		}
		if file == "" {
			file = f.options.Default
		}
		if file == "" || d.File == "" {
			continue
		}
		s, err := f.store(file)
		if err != nil {
			return err
		}
		s.named = s.named || file == d.Settings.Baseline
		f.places[d.Path] = place{s, s.path(d.File)}
	}
	return nil
}

// store returns a baseline, which it reads only once.
func (f *Filter) store(file string) (*store, error) {
	if s := f.stores[file]; s != nil {
		return s, nil
	}
	s, err := open(file, f.options.Missing)
	if errors.Is(err, errMissing) {
		err = missing(f.shown(file), file)
	}
	if err != nil {
		return nil, fmt.Errorf("baseline %s: %w", f.shown(file), err)
	}
	f.stores[file] = s
	f.order = append(f.order, s)
	return s, nil
}

// missing returns the error for a baseline that does not exist, with a suggestion.
func missing(shown, file string) error {
	if near := discover.NearestPath(shown, file); near != "" {
		return fmt.Errorf("no such file; did you mean %s? copychief baseline writes a new one", near)
	}
	return errMissing
}

// shown returns a path as messages show it.
func (f *Filter) shown(file string) string {
	if rel, err := filepath.Rel(f.options.Dir, file); err == nil && !strings.HasPrefix(rel, "..") {
		file = rel
	}
	return filepath.ToSlash(file)
}

// Marker returns a function that marks known findings of one draft after another.
func (f *Filter) Marker() func([]*engine.Finding) {
	m := &matcher{map[*entry]int{}}
	return func(findings []*engine.Finding) {
		for _, found := range f.match(m, findings) {
			if found.entry != nil {
				found.finding.Status = engine.Known
			}
		}
	}
}

// match matches findings, which must be sorted by path. It omits those of drafts without a
// baseline.
func (f *Filter) match(m *matcher, findings []*engine.Finding) (all []match) {
	for from := 0; from < len(findings); {
		to := from
		for to < len(findings) && findings[to].Path == findings[from].Path {
			to++
		}
		if p := f.places[findings[from].Path]; p.store != nil {
			all = append(all, m.draft(p, findings[from:to])...)
		}
		from = to
	}
	return all
}
