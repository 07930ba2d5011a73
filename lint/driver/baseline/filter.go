package baseline

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
)

// Options say which baselines hold.
type Options struct {
	// File is the baseline of all drafts, absolute. Where it is empty, each draft has
	// the one that its configuration names.
	File string
	// Default is the baseline, absolute, of drafts whose configuration names none;
	// where it is empty, all findings of theirs are new.
	Default string
	// Missing says that a file that is not there is a baseline without entries.
	Missing bool
	// Knows reports whether there is a rule of a name; entries of others are stale.
	Knows func(rule string) bool
	// Dir is what files in messages are shown from; absolute.
	Dir string
}

// Filter sets known findings aside. It is a [driver.Filter] and must be the first of
// a request: what other filters set aside is known all the same.
type Filter struct {
	options Options
	stores  map[string]*store
	order   []*store
	places  map[string]place // by the path that findings show
}

// New returns a filter. The files are read when a run has found its drafts.
func New(o Options) *Filter {
	return &Filter{options: o, stores: map[string]*store{}, places: map[string]place{}}
}

// Prepare reads the baselines of the drafts. The error names the file, the place in
// it and the remedy.
func (f *Filter) Prepare(drafts []discover.Draft) error {
	if f.options.File != "" { // an empty run must tell of a broken file, too
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

// store returns a baseline, read once.
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

// missing words that a baseline is not there, with a file that may be meant.
func missing(shown, file string) error {
	if near := discover.NearestPath(shown, file); near != "" {
		return fmt.Errorf("no such file; did you mean %s? copychief baseline writes a new one", near)
	}
	return errMissing
}

// shown returns a file as messages show it.
func (f *Filter) shown(file string) string {
	if rel, err := filepath.Rel(f.options.Dir, file); err == nil && !strings.HasPrefix(rel, "..") {
		file = rel
	}
	return filepath.ToSlash(file)
}

// Mark marks known findings.
func (f *Filter) Mark(findings []*engine.Finding) {
	for _, m := range f.match(&matching{map[*entry]int{}}, findings) {
		if m.entry != nil {
			m.finding.Status = engine.Known
		}
	}
}

// match matches findings that are in order of their paths. Those of drafts without a
// baseline are left out.
func (f *Filter) match(m *matching, findings []*engine.Finding) (all []matched) {
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
