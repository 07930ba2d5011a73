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

// Limits of the search. A sample of the drafts is enough, and a broken or hostile
// repository must not make recognition slow.
const (
	mostBases = 100 // folders that may hold a site
	deepest   = 4   // maximum depth of such a folder
)

// Recognised is the result of [Recognise].
type Recognised struct {
	Sites []*Found // the deepest first; the last one is for all other drafts

	files     *repository
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
	r := newRepository(files)
	out := &Recognised{files: r, inherited: map[string][]parse.Inherited{}}
	all := known()
	for _, base := range bases(drafts) {
		if f := r.site(base, all, out.Sites); f != nil {
			out.Sites = append(out.Sites, f)
		}
	}
	slices.Reverse(out.Sites)
	if n := len(out.Sites); n == 0 || out.Sites[n-1].Base != "." {
		g := none()
		f := start(&g, ".", "")
		findHosts(r, f)
		out.Sites = append(out.Sites, f)
	}
	for _, f := range out.Sites {
		f.resolvePaths()
		f.Exclusions = append(append(unpublishedFiles(r, f), madeFiles(r, f.base)...), exclusionsOf(r, f.base)...)
		if f.base != "." {
			f.Exclusions = append(append(f.Exclusions, madeFiles(r, ".")...), exclusionsOf(r, ".")...)
		}
	}
	markVersions(out, r, drafts)
	surveyNames(out, r, drafts, look)
	return out
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
	if f.base == "." || strings.HasPrefix(name, f.base+"/") {
		return true
	}
	return slices.ContainsFunc(f.Content, func(dir string) bool {
		return dir != "." && strings.HasPrefix(name, dir+"/")
	})
}

// Read returns the names of the files by which the sites were recognised, sorted.
func (r *Recognised) Read() []string { return sortedKeys(r.files.settings) }

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
func foreign(dir string) bool {
	for name := range strings.SplitSeq(dir, "/") {
		switch name {
		case "vendor", "_vendor", "node_modules", "bower_components", "third_party":
			return true
		}
	}
	return false
}

// depth returns the number of folders in a path.
func depth(dir string) int {
	if dir == "." {
		return 0
	}
	return 1 + strings.Count(dir, "/")
}

// site returns the site in a folder, or nil if none begins there. around lists the sites
// found in parent folders. No site begins inside their content folders, nor in folders of
// theirs that contain templates, fragments or assets, such as the example site of a theme.
// Weak markers do not count inside another site.
func (r *repository) site(base string, all []Generator, around []*Found) *Found {
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
				own := generators[i]() // a copy, since it will be changed
				f := start(&own, base, marker)
				if f.generator.configure != nil {
					f.generator.configure(f, r.configuration(f))
				}
				f.mainLanguage(r.configuration(f))
				f.Rewritten = hasOwnIDs(r, f)
				setTypographer(f, r.configuration(f))
				findHosts(r, f)
				return f
			}
		}
	}
	return nil
}

// placed returns the facts about a site as they will be after [Found.resolvePaths].
func placed(f *Found) *lint.Site {
	c := *f
	c.resolvePaths()
	return &c.Site
}

// marker returns the file in a folder that matches one of the markers, or "".
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

// dependency returns the package.json of a folder if it names one of the packages, or "".
func (r *repository) dependency(base string, packages []string) string {
	name := path.Join(base, "package.json")
	if !r.has(base, "package.json") {
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

// configuration returns the settings of the site. Hugo's may be split into one file for
// each group of settings, and Pelican's into one for development and one for publishing.
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
