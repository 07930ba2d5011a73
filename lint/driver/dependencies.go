package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/route"
)

// dependencies records what the result for one draft depends on, other than its bytes and
// its settings. It is not safe for concurrent use; nil records nothing.
type dependencies struct {
	files      *rootfs.Tree
	states     map[string]string // of files, by name
	keyphrases []keyphraseState
	unknown    bool // there are dependencies that cannot be recorded
}

// dependencyRecord holds dependencies as plain data.
type dependencyRecord struct {
	Files      []fileState // by name
	Keyphrases []keyphraseState
}

// fileState is the state of a file of the site; see [rootfs.Tree.State] or, if the name has
// the prefix contentOf, [contentState], or with pagesOf, [pagesState].
type fileState struct{ Name, State string }

// contentOf is the prefix of the name of a file whose content was read.
const contentOf = "content:"

// filesNamed is the prefix of a file name that files were looked up by.
const filesNamed = "names:"

// entriesOf is the prefix of the name of a folder whose entries were read.
const entriesOf = "entries:"

// pagesOf is the prefix of a name that pages were looked up by.
const pagesOf = "pages:"

// anchorsOf is the prefix of an id that was looked for in templates, and of their folders.
const anchorsOf = "anchors:"

// absentFiles is the dependency on the list of files that are in the repository but not on disk.
// It is not the name of a file.
const absentFiles = "absent:"

// contentState identifies the content of a file.
func contentState(tree *rootfs.Tree, name string) string {
	content, err := fs.ReadFile(tree, name)
	if err != nil {
		return "-"
	}
	return sum(content)
}

func sum(content []byte) string {
	all := sha256.Sum256(content)
	return hex.EncodeToString(all[:8])
}

// now returns the state of a file of the site as it is now.
func (f fileState) now(tree *rootfs.Tree) string {
	if name, is := strings.CutPrefix(f.Name, contentOf); is {
		return contentState(tree, name)
	}
	if name, is := strings.CutPrefix(f.Name, pagesOf); is {
		return pagesState(tree.Routes().Named(name))
	}
	if name, is := strings.CutPrefix(f.Name, filesNamed); is {
		return sum([]byte(strings.Join(tree.Named(name), "\x00")))
	}
	if name, is := strings.CutPrefix(f.Name, entriesOf); is {
		entries, _ := fs.ReadDir(tree, name) // as when it was recorded
		return entriesState(entries)
	}
	if asked, is := strings.CutPrefix(f.Name, anchorsOf); is {
		id, folders, _ := strings.Cut(asked, "\x00")
		return strconv.FormatBool(tree.InTemplates(strings.Split(folders, "\x00"), id))
	}
	if f.Name == absentFiles {
		return tree.Absent().State()
	}
	return tree.State(f.Name)
}

// keyphraseState is the entry of the repository's map of keyphrases for a slug.
type keyphraseState struct {
	Slug, Primary string
	Secondary     []string
}

func (k *keyphraseState) equal(now parse.Keyphrases) bool {
	return now.Primary == k.Primary && slices.Equal(now.Secondary, k.Secondary)
}

func newDependencies() *dependencies { return &dependencies{states: map[string]string{}} }

// untracked records that there is a dependency that cannot be compared later.
func (d *dependencies) untracked() {
	if d != nil {
		d.unknown = true
	}
}

// tree returns the file tree of a site, wrapped so that accesses are recorded.
func (d *dependencies) tree(t *rootfs.Tree) fs.FS {
	if d == nil {
		return t
	}
	d.files = t
	return d
}

// Stat returns information on a file of the site and records its state.
func (d *dependencies) Stat(name string) (fs.FileInfo, error) {
	if d.states[name] == "" {
		d.states[name] = d.files.State(name)
	}
	return d.files.Stat(name)
}

// ReadFile returns the content of a file of the site and records it.
func (d *dependencies) ReadFile(name string) ([]byte, error) {
	content, err := fs.ReadFile(d.files, name)
	if err != nil {
		d.states[contentOf+name] = "-"
		return nil, err
	}
	d.states[contentOf+name] = sum(content)
	return content, nil
}

// ReadDir returns the entries of a folder of the site and records them.
func (d *dependencies) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(d.files, name)
	d.states[entriesOf+name] = entriesState(entries)
	return entries, err
}

// entriesState identifies the entries of a folder.
func entriesState(entries []fs.DirEntry) string {
	var all []byte
	for _, e := range entries {
		all = append(append(all, e.Name()...), 0, byte(e.Type()>>24))
	}
	return sum(all)
}

// Open opens a file of the site. Its content is not recorded.
func (d *dependencies) Open(name string) (fs.File, error) {
	d.unknown = true
	return d.files.Open(name)
}

// Named finds files by name and records them.
func (d *dependencies) Named(base string) []string {
	names := d.files.Named(base)
	d.states[filesNamed+base] = sum([]byte(strings.Join(names, "\x00")))
	return names
}

// Without an index, each question about a page would search all files of the site.
var (
	_ resolve.Indexed = (*dependencies)(nil)
	_ resolve.Indexed = (*rootfs.Tree)(nil)

	_ resolve.Tracking = (*dependencies)(nil)
	_ resolve.Tracking = (*rootfs.Tree)(nil)

	_ anchor.Templated = (*dependencies)(nil)
	_ anchor.Templated = (*rootfs.Tree)(nil)
)

// InTemplates looks for an id in the templates of a site and records whether it is there.
func (d *dependencies) InTemplates(folders []string, id string) bool {
	found := d.files.InTemplates(folders, id)
	d.states[anchorsOf+id+"\x00"+strings.Join(folders, "\x00")] = strconv.FormatBool(found)
	return found
}

// PagesNamed returns the pages that a name may belong to and records them.
func (d *dependencies) PagesNamed(name string) []*route.Page {
	pages := d.files.Routes().Named(name)
	d.states[pagesOf+route.Squash(name)] = pagesState(pages)
	return pages
}

// Absent returns the files that are in the repository but not on disk, and records them.
func (d *dependencies) Absent() *resolve.Absent {
	absent := d.files.Absent()
	d.states[absentFiles] = absent.State()
	return absent
}

// pagesState identifies pages.
func pagesState(pages []*route.Page) string {
	var all []byte
	for _, p := range pages {
		all = append(append(all, p.Path...), 0)
	}
	return sum(all)
}

// Routes returns the names that pages may have. The files that they come from are not recorded.
func (d *dependencies) Routes() *route.Index {
	d.unknown = true
	return d.files.Routes()
}

// options returns parser options that record the keyphrases that the parser looks up.
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
