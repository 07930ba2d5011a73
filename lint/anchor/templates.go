package anchor

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// The limits for a search in the templates of a site.
const (
	mostTemplates   = 600
	templateEntries = 6000
	templateSize    = 64 << 10
	templateBytes   = 4 << 20
)

// Templated is a file tree that keeps the templates of its sites. It records which ids were looked
// for.
type Templated interface {
	// InTemplates is like [Templates.Has] for the templates in some folders.
	InTemplates(folders []string, id string) bool
}

// InTemplates reports whether a template, a component or a program of the site may give a page an
// element with an id. Pages get such elements from their layout: a form, a menu, the comments, the
// numbered figures of a gallery.
func InTemplates(files fs.FS, s *lint.Site, id string) bool {
	if files == nil || s == nil {
		return false
	}
	folders := templateFolders(s)
	if tree, is := files.(Templated); is {
		return tree.InTemplates(folders, id)
	}
	return ReadTemplates(files, folders).Has(id)
}

// layouts are folders with templates and components in sites of any kind, and files in which programs
// configure what a site writes.
var layouts = [...]string{
	"_layouts", "_includes", "_components", "layouts", "layout", "templates", "_templates", "components", "partials", "theme", "views", "_11ty", "config", "lib", "plugins", "_plugins",
	"src/components", "src/layouts", "src/templates", "src/theme", "src/plugins", "src/partials", "source/layouts", "source/partials", "source/_components", "helpers", "app/components", "app/views",
	".vitepress/theme", ".vitepress/components", ".vuepress/theme", ".vuepress/components", "docs/.vitepress/theme", "docs/.vuepress/components", "overrides",
	".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "astro.config.mjs", "astro.config.ts", ".vitepress/config.ts", ".vitepress/config.js", ".vitepress/config.mts", "docusaurus.config.js", "gatsby-node.js", "config.rb", "conf.py",
}

// templateFolders returns the folders and files of a site that hold templates, sorted. A name that
// counts at any depth is looked for where the site and its pages are.
func templateFolders(s *lint.Site) (folders []string) {
	for i := range s.Places {
		place := &s.Places[i]
		if place.Kind != lint.KindTemplate && place.Kind != lint.KindFragment || place.Name != "" {
			continue
		}
		switch {
		case place.Under == "" && place.Folder != "":
			folders = append(folders, place.Folder)
		case place.Under != "" && place.Folder != "":
			folders = append(folders, path.Join(place.Folder, place.Under))
		case place.Under != "":
			for _, content := range append([]string{s.Base, path.Join(s.Base, "src")}, s.Content...) {
				folders = append(folders, path.Join(content, place.Under))
			}
		}
	}
	for _, folder := range layouts {
		folders = append(folders, path.Join(s.Base, folder))
	}
	folders = slices.DeleteFunc(folders, func(folder string) bool { return !fs.ValidPath(folder) || folder == "." })
	slices.Sort(folders)
	return slices.Compact(folders)
}

// Templates are the templates of a site. They are safe for concurrent use.
type Templates struct {
	sources  [][]byte
	programs [][]byte
	data     [][]byte
	filled   [][]string // the literal parts of ids in which templates fill in the rest
	any      bool       // some ids are filled in entirely, from data
	asked    sync.Map   // id -> bool
}

// ReadTemplates reads the templates in some folders, up to the limits. What cannot be read counts as
// empty.
func ReadTemplates(files fs.FS, folders []string) *Templates {
	r := &templateReader{files: files, seen: map[string]bool{}, t: &Templates{}}
	for _, folder := range folders {
		r.folder(folder)
	}
	for _, source := range slices.Concat(r.t.sources, r.t.programs) {
		r.t.filled = append(r.t.filled, templatedIDs(source)...)
	}
	r.t.any = slices.ContainsFunc(r.t.filled, func(parts []string) bool { return strings.Join(parts, "") == "" })
	return r.t
}

// Has reports whether a template may write an element with an id.
func (t *Templates) Has(id string) bool {
	if known, ok := t.asked.Load(id); ok {
		return known.(bool) //nolint:forcetypeassert // the map holds nothing else
	}
	has := filledIn(t.filled, id) || slices.ContainsFunc(t.sources, func(source []byte) bool { return ownIDIn(source, nil, id) }) ||
		slices.ContainsFunc(t.programs, func(source []byte) bool { return writes(source, id) }) ||
		t.any && slices.ContainsFunc(t.data, func(source []byte) bool { return keeps(source, id) })
	t.asked.Store(id, has)
	return has
}

// In programs and data, “name” and “label” rarely mean a place on a page, so only the ids there count.
var (
	assigned = regexp.MustCompile("(?:^|[^A-Za-z0-9_-])(?:id|anchor)[\"']?\\]?\\s*(?:=>?|:|,)\\s*[\"'`]$")
	kept     = regexp.MustCompile("^[\\s{-]*[\"']?(?:id|anchor|slug|key)[\"']?\\s*[:=]\\s*[\"']?$")
)

// writes reports whether a program gives an element an id.
func writes(program []byte, id string) bool {
	return occurs(program, id, func(before, _ string, _ int) bool { return assigned.MatchString(before) })
}

// keeps reports whether data has an id as a value, alone on its line.
func keeps(data []byte, id string) bool {
	return occurs(data, id, func(before, after string, _ int) bool {
		return kept.MatchString(before) && strings.Trim(after, "\"', \t\r") == ""
	})
}

// templateReader reads templates up to the limits.
type templateReader struct {
	files   fs.FS
	t       *Templates
	seen    map[string]bool
	entries int
	read    int
	bytes   int64
}

func (r *templateReader) folder(folder string) {
	_ = fs.WalkDir(r.files, folder, func(name string, d fs.DirEntry, err error) error {
		if r.entries++; r.entries > templateEntries || r.read >= mostTemplates || r.bytes >= templateBytes {
			return fs.SkipAll
		}
		if err != nil || r.seen[name] {
			return nil //nolint:nilerr // the walk goes on without the folder
		}
		r.seen[name] = true
		if d.IsDir() {
			if name != folder && holdsNoTemplates(d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		info, err := d.Info()
		of := r.t.list(name)
		if err != nil || !info.Mode().IsRegular() || info.Size() > templateSize || of == nil {
			return nil //nolint:nilerr // the walk goes on without the file
		}
		if content, err := fs.ReadFile(r.files, name); err == nil {
			*of = append(*of, content)
			r.read++
			r.bytes += int64(len(content))
		}
		return nil
	})
}

// holdsNoTemplates reports whether a folder among templates holds files of other kinds, by its name.
func holdsNoTemplates(name string) bool {
	switch name {
	case "node_modules", "static", "public", "dist", "vendor", "exampleSite", "images", "img", "fonts", "i18n", "__tests__", "test", "tests":
		return true
	}
	return false
}

// list returns the list that a file belongs to, or nil if it is none of the templates.
func (t *Templates) list(name string) *[][]byte {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".md", ".mdx", ".njk", ".liquid", ".astro", ".vue", ".jsx", ".tsx", ".svelte", ".hbs", ".ejs", ".j2", ".jinja", ".jinja2", ".xhtml", ".erb", ".haml", ".slim",
		".pug", ".mako", ".tmpl", ".mustache", ".webc", ".swig", ".twig", ".php":
		return &t.sources
	case ".js", ".mjs", ".cjs", ".ts", ".mts", ".rb", ".py":
		if !strings.HasSuffix(name, ".min.js") {
			return &t.programs
		}
	case ".yml", ".yaml", ".json", ".toml":
		return &t.data
	}
	return nil
}
