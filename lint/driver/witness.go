package driver

import (
	"io/fs"
	"maps"
	"slices"

	"github.com/copychief/copychief/lint/parse"
)

// witness notes what is asked on behalf of one draft beside its bytes and its
// settings. It stands before the tree of the site. One goroutine owns it.
type witness struct {
	files      *siteFiles
	states     map[string]string // of files, by name
	keyphrases []keptKeyphrases
	barred     bool // what was asked for cannot be compared later
}

// Stat tells about a file of the site.
func (w *witness) Stat(name string) (fs.FileInfo, error) {
	if w.states[name] == "" {
		w.states[name] = w.files.state(name)
	}
	return w.files.Stat(name)
}

// Open opens a file of the site. Nobody notes what is read of it.
func (w *witness) Open(name string) (fs.File, error) {
	w.barred = true
	return w.files.Open(name)
}

// asked returns what was asked for, by name.
func (w *witness) asked() (all []keptState) {
	for _, name := range slices.Sorted(maps.Keys(w.states)) {
		all = append(all, keptState{name, w.states[name]})
	}
	return all
}

// options returns how the draft is to be read.
func (d *draft) options() parse.Options {
	o := d.settings.ParseOf(d.file)
	if assigned := o.Assigned; assigned != nil && d.witness != nil {
		o.Assigned = func(slug string) parse.Keyphrases {
			k := assigned(slug)
			d.witness.keyphrases = append(d.witness.keyphrases, keptKeyphrases{slug, k.Primary, k.Secondary})
			return k
		}
	}
	return o
}

// files returns the tree of the site and the name of a draft in it, or neither where
// the tree cannot be opened.
func (c *checking) files(d *draft) (fs.FS, string) {
	s := c.sites[d.settings.Root]
	if s == nil {
		return nil, ""
	}
	name := nameIn(d.settings.Root, d.file)
	if d.witness == nil {
		return s, name
	}
	d.witness.files = s
	return d.witness, name
}
