package site

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// What is looked at at most. A repository has more drafts than a look needs, and a
// broken or hostile one must not hold it up.
const (
	mostBases = 100 // folders that may hold a site
	deepest   = 4   // levels down of such a folder
)

// Recognised is what a repository was recognised as.
type Recognised struct {
	Sites []*Found // those furthest down first; the last is for everything else

	files     *repository
	inherited map[string][]parse.Inherited // by folder
}

// Look says how closely a repository is looked at.
type Look struct {
	Drafts int   // that are looked into, spread evenly over all
	Bytes  int64 // of each, from its head
}

// Quick is the look of a check: it costs some milliseconds.
func Quick() Look { return Look{Drafts: 96, Bytes: 4 << 10} }

// Thorough is the look of copychief init.
func Thorough() Look { return Look{Drafts: 300, Bytes: 1 << 20} }

// Recognise finds the sites of a repository. files is its tree; drafts are paths in it,
// in order, of the files that could be drafts: all of them, or those that a run is about
// with some of their neighbours.
func Recognise(files fs.FS, drafts []string, look Look) *Recognised {
	r := newRepository(files)
	out := &Recognised{files: r, inherited: map[string][]parse.Inherited{}}
	all := Generators()
	for _, base := range bases(drafts) {
		if f := r.site(base, all, out.Sites); f != nil {
			out.Sites = append(out.Sites, f)
		}
	}
	slices.Reverse(out.Sites)
	if n := len(out.Sites); n == 0 || out.Sites[n-1].Base != "." {
		g := none()
		f := start(&g, ".", "")
		r.hosts(f)
		out.Sites = append(out.Sites, f)
	}
	for _, f := range out.Sites {
		f.settle()
	}
	out.survey(r, drafts, look)
	return out
}

// For returns the site that a draft belongs to: the one furthest down around it.
func (r *Recognised) For(name string) *Found {
	for _, f := range r.Sites {
		if f.holds(name) {
			return f
		}
	}
	return r.Sites[len(r.Sites)-1]
}

// holds reports whether a path lies in the folder of the site, or in one that its
// configuration names beside it.
func (f *Found) holds(name string) bool {
	if f.base == "." || strings.HasPrefix(name, f.base+"/") {
		return true
	}
	return slices.ContainsFunc(f.Content, func(dir string) bool {
		return dir != "." && strings.HasPrefix(name, dir+"/")
	})
}

// bases returns the folders around drafts in which a site may be, those furthest up
// first.
func bases(drafts []string) []string {
	seen := map[string]bool{".": true}
	all := []string{"."}
	for _, d := range drafts {
		for dir := path.Dir(d); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if strings.Count(dir, "/") < deepest {
				all = append(all, dir)
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(depth(a)-depth(b), strings.Compare(a, b))
	})
	return all[:min(len(all), mostBases)]
}

// depth returns the number of folders on the way to a path.
func depth(dir string) int {
	if dir == "." {
		return 0
	}
	return 1 + strings.Count(dir, "/")
}

// site returns the site in a folder, or nil where none begins there. around are those
// found further up: what is no article of theirs, such as the example in a theme, is no
// site of its own, and a mark that is often there by chance does not make one in them.
// Nor does a site begin in the folders of their pages.
func (r *repository) site(base string, all []Generator, around []*Found) *Found {
	inside := false
	for _, a := range around {
		if !a.holds(base + "/x") {
			continue
		}
		inside = true
		facts := placed(a)
		if slices.ContainsFunc(facts.Content, func(dir string) bool { return dir != facts.Base && (base == dir || strings.HasPrefix(base, dir+"/")) }) {
			return nil
		}
		switch KindOf(facts, base+"/x.md") {
		case lint.KindTemplate, lint.KindFragment, lint.KindAsset:
			return nil
		default:
		}
	}
	for _, test := range []func(*Generator) string{
		func(g *Generator) string { return r.marker(base, g.Markers) },
		func(g *Generator) string { return r.dependency(base, g.Dependencies) },
		func(g *Generator) string {
			if inside {
				return ""
			}
			return r.marker(base, g.Weak)
		},
	} {
		for i := range all {
			if marker := test(&all[i]); marker != "" {
				own := byName(all[i].Name) // it is going to be changed
				f := start(&own, base, marker)
				if f.generator.configure != nil {
					f.generator.configure(f, r.configuration(f))
				}
				f.mainLanguage(r.configuration(f))
				r.hosts(f)
				return f
			}
		}
	}
	return nil
}

// placed returns the facts of a site that is not settled yet as they will be.
func placed(f *Found) *lint.Site {
	c := *f
	c.settle()
	return &c.Site
}

// marker returns the file of a folder that is one of the markers, or "".
func (r *repository) marker(base string, markers []Marker) string {
	for i := range markers {
		m := &markers[i]
		name := r.match(base, m.File)
		if name == "" {
			continue
		}
		beside := func(n string) bool { return r.match(base, n) != "" }
		if len(m.Beside) > 0 && !slices.ContainsFunc(m.Beside, beside) {
			continue
		}
		if len(m.Keys) > 0 {
			s := r.setting(name)
			if !slices.ContainsFunc(m.Keys, func(key string) bool { return s[key] != "" }) {
				continue
			}
		}
		if len(m.Words) > 0 {
			text := string(r.read(name))
			if !slices.ContainsFunc(m.Words, func(word string) bool { return strings.Contains(text, word) }) {
				continue
			}
		}
		return name
	}
	return ""
}

// dependency returns the package.json of a folder that names one of the packages, or "".
func (r *repository) dependency(base string, packages []string) string {
	name := path.Join(base, "package.json")
	if _, there := r.list(base)["package.json"]; !there {
		return ""
	}
	s := r.setting(name)
	for _, p := range packages {
		if s["dependencies."+p] != "" || s["devdependencies."+p] != "" {
			return name
		}
	}
	return ""
}

// configuration returns the settings of the site. Hugo's may be in a file for each of
// their groups; where the marker says nothing, the configuration may have been found
// some other way.
func (r *repository) configuration(f *Found) settings {
	if f.Marker == "" {
		return settings{}
	}
	s := r.setting(f.Marker)
	dir := path.Dir(f.Marker)
	switch {
	case path.Base(f.Marker) == "package.json":
		return settings{}
	case strings.HasSuffix(dir, "config/_default"):
		s = s.with("", settings{})
		for _, group := range [...]string{"languages", "markup", "frontmatter", "module", "params"} {
			for _, extension := range [...]string{".toml", ".yaml", ".yml", ".json"} {
				if name := path.Join(dir, group+extension); r.exists(name) {
					s = s.with(group+".", r.setting(name))
				}
			}
		}
	case path.Base(f.Marker) == "pelicanconf.py":
		s = s.with("", r.setting(path.Join(dir, "publishconf.py")))
	}
	return s
}
