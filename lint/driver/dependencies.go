package driver

import (
	"io/fs"
	"maps"
	"slices"

	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/parse"
)

// dependencies notes what is asked on behalf of one draft beside its bytes and its
// settings. One goroutine owns it; nil notes nothing.
type dependencies struct {
	files      *rootfs.Tree
	states     map[string]string // of files, by name
	keyphrases []keyphraseState
	unknown    bool // what was asked for cannot be compared later
}

// dependencyRecord is what was noted, as plain data.
type dependencyRecord struct {
	Files      []fileState // by name
	Keyphrases []keyphraseState
}

// fileState is what was learned of a file of the site.
type fileState struct{ Name, State string }

// keyphraseState is what the repository's map had for the slug of a draft.
type keyphraseState struct {
	Slug, Primary string
	Secondary     []string
}

func (k *keyphraseState) equal(now parse.Keyphrases) bool {
	return now.Primary == k.Primary && slices.Equal(now.Secondary, k.Secondary)
}

func newDependencies() *dependencies { return &dependencies{states: map[string]string{}} }

// untracked says that something was asked for that cannot be compared later.
func (d *dependencies) untracked() {
	if d != nil {
		d.unknown = true
	}
}

// tree returns the tree of a site, with what is asked of it noted.
func (d *dependencies) tree(t *rootfs.Tree) fs.FS {
	if d == nil {
		return t
	}
	d.files = t
	return d
}

// Stat tells about a file of the site.
func (d *dependencies) Stat(name string) (fs.FileInfo, error) {
	if d.states[name] == "" {
		d.states[name] = d.files.State(name)
	}
	return d.files.Stat(name)
}

// Open opens a file of the site. Nobody notes what is read of it.
func (d *dependencies) Open(name string) (fs.File, error) {
	d.unknown = true
	return d.files.Open(name)
}

// options returns how a draft is to be read, with the keyphrases that are asked for
// noted.
func (d *dependencies) options(o parse.Options) parse.Options {
	if assigned := o.Assigned; assigned != nil && d != nil {
		o.Assigned = func(slug string) parse.Keyphrases {
			k := assigned(slug)
			d.keyphrases = append(d.keyphrases, keyphraseState{slug, k.Primary, k.Secondary})
			return k
		}
	}
	return o
}

func (d *dependencies) record() dependencyRecord {
	r := dependencyRecord{Keyphrases: d.keyphrases}
	for _, name := range slices.Sorted(maps.Keys(d.states)) {
		r.Files = append(r.Files, fileState{name, d.states[name]})
	}
	return r
}
