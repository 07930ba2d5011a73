package driver

import (
	"cmp"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/kind"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site"
)

// Limits for what is read besides the drafts of a run.
const (
	fewOfSite       = 24   // if a run has fewer drafts of a site, their neighbours are read as well
	mostNames       = 4000 // entries of a folder
	mostFoldersNear = 60   // sibling folders of a folder with a single draft
)

// sites holds the recognised sites of a run. Only one goroutine may use it.
type sites struct {
	request *Request
	named   []string                    // absolute folders that the run searches, sorted
	of      map[string]*site.Recognised // by root; nil if the root cannot be read
	open    []*rootfs.Listing           // the roots that were opened
	inside  map[string]bool             // root -> whether it is in a repository
	roots   map[string]siteRoot         // by the folder of a draft
}

// siteRoot is the root of the site of the drafts in a folder.
type siteRoot struct {
	root string
	ok   bool // the site is to be recognised
}

func newSites(r *Request, folders []string) *sites {
	return &sites{request: r, named: folders, of: map[string]*site.Recognised{}, inside: map[string]bool{}, roots: map[string]siteRoot{}}
}

// close closes the roots of the sites.
func (s *sites) close() {
	for _, tree := range s.open {
		tree.Close()
	}
}

// recognise recognises the sites of the drafts of a run and updates the settings of each
// draft, in the order of the drafts.
func recognise(r *Request, found *discover.Result) (*sites, error) {
	s := newSites(r, slices.Sorted(slices.Values(found.Folders)))
	roots := map[string][]string{}
	for i := range found.Drafts {
		if root, ok := s.root(&found.Drafts[i]); ok {
			roots[root] = append(roots[root], rootfs.NameIn(root, found.Drafts[i].File))
		}
	}
	for root, names := range roots {
		s.of[root] = s.look(root, names)
	}
	for i := range found.Drafts {
		d := &found.Drafts[i]
		if err := s.configure(d); err != nil {
			s.close()
			return nil, err
		}
		d.Asked = d.Asked && (strings.HasPrefix(path.Ext(d.Path), ".htm") || kind.Vendored(d.Settings.Site, cmp.Or(rootfs.NameIn(d.Settings.Root, d.File), d.Path)))
	}
	if err := s.publish(found); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// publish adds the notebooks that are pages of their site to the drafts.
func (s *sites) publish(found *discover.Result) error {
	var downloads []discover.Draft
	for _, d := range found.Attached {
		if d.Format == lint.Notebook {
			if err := s.configure(&d); err != nil {
				return err
			}
			if site := d.Settings.Site; site != nil && site.Notebooks {
				found.Drafts = append(found.Drafts, d)
				continue
			}
		}
		downloads = append(downloads, d)
	}
	found.Attached = downloads
	slices.SortFunc(found.Drafts, func(a, b discover.Draft) int { return strings.Compare(a.Path, b.Path) })
	return nil
}

// root returns the root of the site of a draft, which is that of all drafts in its folder.
// ok is false if the site of the draft should not be recognised.
func (s *sites) root(d *discover.Draft) (root string, ok bool) {
	if d.Unnamed {
		return "", false
	}
	dir := filepath.Dir(d.File)
	known, there := s.roots[dir]
	if !there {
		if s.request.Config.Recognises(d.File) {
			known = siteRoot{s.rootOf(d), true}
		}
		s.roots[dir] = known
	}
	return known.root, known.ok
}

// rootOf finds the root of the site of a draft. If there is neither a configuration nor a
// repository, it is the working directory or the searched folder that contains the draft.
func (s *sites) rootOf(d *discover.Draft) string {
	root := d.Settings.Root
	if d.Settings.File != "" || s.inRepository(root) {
		return root
	}
	for _, folder := range append([]string{s.request.Dir}, s.named...) {
		if rootfs.NameIn(folder, d.File) != "" {
			return folder
		}
	}
	return root
}

// inRepository reports whether a folder is in a repository. Each folder is looked up once.
func (s *sites) inRepository(root string) bool {
	inside, known := s.inside[root]
	if !known {
		inside = configfile.Repository(root) != ""
		s.inside[root] = inside
	}
	return inside
}

// look recognises the sites below a folder, given the paths of drafts in it. It returns
// nil if the folder cannot be read.
func (s *sites) look(root string, names []string) *site.Recognised {
	tree, err := rootfs.OpenListing(root)
	if err != nil {
		return nil
	}
	s.open = append(s.open, tree)
	known := recognised(tree, names)
	for _, name := range known.Read() {
		s.request.Inputs.file(filepath.Join(root, filepath.FromSlash(name)))
	}
	return known
}

// configure updates the settings of a draft with what was recognised about its site.
func (s *sites) configure(d *discover.Draft) (err error) {
	root, ok := s.root(d)
	if !ok || s.of[root] == nil || d.ReadOnly != "" { // the folder of an export is not its site
		return nil
	}
	name := rootfs.NameIn(root, d.File)
	found := s.of[root].For(name)
	d.Inherited = s.of[root].Inherited(found, name)
	d.Settings, err = s.request.Config.ForSite(d.File, root, found)
	return err
}

// readAs returns phrases that say how the sites of drafts were recognised, for sites
// without a configuration.
func readAs(drafts []discover.Draft) (phrases []string) {
	seen := map[*site.Found]bool{}
	for i := range drafts {
		f := drafts[i].Settings.Found
		if f == nil || seen[f] || drafts[i].Settings.File != "" {
			continue
		}
		seen[f] = true
		if phrase := f.Summary(); phrase != "" {
			phrases = append(phrases, phrase)
		}
	}
	return phrases
}

// recognised recognises the sites that drafts belong to, by their paths in a tree. If
// there are only a few drafts, it also reads their neighbours.
func recognised(tree *rootfs.Listing, drafts []string) *site.Recognised {
	look := site.Quick()
	all := slices.DeleteFunc(slices.Clone(drafts), func(name string) bool { return name == "" })
	if len(all) < fewOfSite {
		look.Drafts = fewOfSite
		for _, d := range drafts {
			if d != "" {
				all = append(all, neighbours(tree, d)...)
			}
		}
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return site.Recognise(tree, all, look)
}

// neighbours returns drafts that resemble a draft: those in its folder or, if it is nearly
// alone there, those with the same name in sibling folders.
func neighbours(tree *rootfs.Listing, draft string) (all []string) {
	dir := path.Dir(draft)
	for _, name := range namesOf(tree, dir) {
		if _, ok := parse.FormatOf(name); ok && !strings.HasPrefix(name, ".") {
			all = append(all, path.Join(dir, name))
		}
	}
	if len(all) > 2 || dir == "." {
		return all
	}
	up := path.Dir(dir)
	for _, name := range namesOf(tree, up) {
		if strings.HasPrefix(name, ".") || len(all) >= mostFoldersNear {
			continue
		}
		twin := path.Join(up, name, path.Base(draft))
		if _, err := fs.Stat(tree, twin); err == nil {
			all = append(all, twin)
		}
	}
	return all
}

// namesOf returns the names in a folder, sorted, or nil if there are too many.
func namesOf(tree *rootfs.Listing, dir string) []string {
	names, err := tree.Names(dir)
	if err != nil || len(names) > mostNames {
		return nil
	}
	return names
}

// Recognise recognises the site for an absolute path, which need not exist, and returns
// the arguments for [configfile.Loader.View]. dir is the working directory.
func Recognise(loader *configfile.Loader, file, dir string) (root string, found *site.Found, err error) {
	settings, err := loader.For(file)
	if err != nil {
		return "", nil, err
	}
	s := newSites(&Request{Config: loader, Dir: dir}, []string{filepath.Dir(file)})
	defer s.close()
	root, ok := s.root(&discover.Draft{File: file, Settings: settings})
	if !ok {
		return "", nil, nil
	}
	name := rootfs.NameIn(root, file)
	if known := s.look(root, []string{name}); known != nil {
		found = known.For(name)
	}
	return root, found, nil
}
