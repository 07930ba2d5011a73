package site

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/exclusion"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/survey"
)

// Limits of the search. A sample of the drafts is enough, and a broken or hostile
// repository must not make recognition slow.
const (
	mostBases = 100 // folders that may hold a site
	deepest   = 4   // maximum depth of such a folder
)

// Recognised is the result of [Recognise].
type Recognised struct {
	Sites []*Found // the deepest first; the last one is for all other drafts

	files     *repository.Files
	inherited map[string][]parse.Inherited // by folder
}

// Look sets the effort of [Recognise].
type Look struct {
	Drafts int   // number of drafts to read, spread evenly over all
	Bytes  int64 // maximum number of bytes to read of each draft, from its beginning
}

// Quick returns the effort for copychief check, a few milliseconds.
func Quick() Look { return Look{Drafts: 96, Bytes: 4 << 10} }

// Thorough returns the effort for copychief init.
func Thorough() Look { return Look{Drafts: 300, Bytes: 1 << 20} }

// Recognise finds the sites of a repository. files is its file tree. drafts are the sorted
// paths of files in it that could be drafts: all of them, or those of a run with some of
// their neighbours.
func Recognise(files fs.FS, drafts []string, look Look) *Recognised {
	r := repository.New(files)
	out := &Recognised{files: r, inherited: map[string][]parse.Inherited{}}
	for _, base := range bases(drafts) {
		if f := siteIn(r, base, out.Sites); f != nil {
			out.Sites = append(out.Sites, f)
		}
	}
	slices.Reverse(out.Sites)
	if n := len(out.Sites); n == 0 || out.Sites[n-1].Base != "." {
		f := &Found{Instance: *generator.Unknown(".")}
		findHosts(r, &f.Instance)
		out.Sites = append(out.Sites, f)
	}
	for _, f := range out.Sites {
		f.Resolve()
		f.Exclusions, f.Switched = exclusion.Read(r, &f.Instance), exclusion.Switched(r, f.Base)
	}
	survey.Versions(r, drafts, func(draft string) *generator.Instance { return &out.For(draft).Instance })
	surveyDrafts(out, r, drafts, look)
	return out
}

// surveyDrafts reads a sample of the drafts of each site.
func surveyDrafts(r *Recognised, files *repository.Files, drafts []string, look Look) {
	of := map[*Found][]string{}
	for _, d := range drafts {
		f := r.For(d)
		of[f] = append(of[f], d)
	}
	for _, f := range r.Sites {
		if own := of[f]; len(own) > 0 {
			f.Result = survey.Read(files, &f.Instance, own, max(8, look.Drafts*len(own)/len(drafts)), look.Bytes)
		}
	}
}

// For returns the site that a draft belongs to: the deepest one that contains it.
func (r *Recognised) For(name string) *Found {
	for _, f := range r.Sites {
		if holdsPath(f, name) {
			return f
		}
	}
	return r.Sites[len(r.Sites)-1]
}

// holdsPath reports whether a path is in the folder of the site, or in a folder outside of it
// that the configuration names.
func holdsPath(f *Found, name string) bool {
	if f.Base == "." || strings.HasPrefix(name, f.Base+"/") {
		return true
	}
	return slices.ContainsFunc(f.Content, func(dir string) bool {
		return dir != "." && strings.HasPrefix(name, dir+"/")
	})
}

// Read returns the names of the files by which the sites were recognised, sorted.
func (r *Recognised) Read() []string { return r.files.Asked() }

// Inherited returns the metadata that a draft inherits from its site, given the path of
// the draft. Metadata from closer folders comes first.
func (r *Recognised) Inherited(f *Found, name string) []parse.Inherited {
	if r.files == nil {
		return nil
	}
	dir := path.Dir(name)
	if all, ok := r.inherited[dir]; ok {
		return all
	}
	all := f.InheritedIn(r.files, dir)
	r.inherited[dir] = all
	return all
}

// bases returns the parent folders of drafts in which a site may begin, outermost first.
func bases(drafts []string) []string {
	seen := map[string]bool{".": true}
	all := []string{"."}
	for _, d := range drafts {
		for dir := path.Dir(d); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if strings.Count(dir, "/") < deepest && !foreign(dir) {
				all = append(all, dir)
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(depth(a)-depth(b), strings.Compare(a, b))
	})
	return all[:min(len(all), mostBases)]
}

// foreign reports whether a folder holds themes and packages by other people.
func foreign(dir string) bool { return place.InPackage(dir+"/") || place.BelowVendor(dir+"/x/") }

// depth returns the number of folders in a path.
func depth(dir string) int {
	if dir == "." {
		return 0
	}
	return 1 + strings.Count(dir, "/")
}

// siteIn returns the site in a folder, or nil if none begins there. around lists the sites
// found in parent folders. No site begins inside their content folders, nor in folders of
// theirs that contain templates, fragments or assets, such as the example site of a theme.
// Weak markers do not count inside another site.
func siteIn(files *repository.Files, base string, around []*Found) *Found {
	inside := false
	for _, a := range around {
		if !holdsPath(a, base+"/x") {
			continue
		}
		inside = true
		facts := placed(a)
		if slices.ContainsFunc(facts.Content, func(dir string) bool { return dir != facts.Base && (base == dir || strings.HasPrefix(base, dir+"/")) }) {
			return nil
		}
		switch place.KindOf(facts, base+"/x.md") {
		case lint.KindTemplate, lint.KindFragment, lint.KindAsset:
			return nil
		default:
		}
	}
	g := generator.Find(files, base, inside)
	if g == nil {
		return nil
	}
	g.Rewritten = g.Rewritten || hasOwnIDs(files, g) || isOnePage(files, g)
	findHosts(files, g)
	return &Found{Instance: *g}
}

// placed returns the facts about a site as they will be after [generator.Instance.Resolve].
func placed(f *Found) *lint.Site {
	c := f.Instance
	c.Resolve()
	return &c.Site
}
