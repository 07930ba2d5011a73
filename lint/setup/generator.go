package setup

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Generator is what builds a site.
type Generator struct {
	Name   string // "Hugo"; "" if unknown
	Marker string // the file by which it was recognised
	Base   string // the folder of the site; "." for the repository itself
}

// kind is a generator that copychief knows: how to recognise it, and its default folders.
type kind struct {
	name       string
	markers    []string
	dependency string   // in package.json
	content    []string // folders with articles
	other      []string // folders without any
	static     []string // folders that may be served from the root, most likely first
}

// kinds returns the generators, those with the most reliable markers first.
func kinds() []kind {
	script := func(stem string) (names []string) {
		for _, extension := range []string{".js", ".ts", ".mjs", ".cjs", ".mts"} {
			names = append(names, stem+extension)
		}
		return names
	}
	return []kind{
		{
			name: "Docusaurus", markers: script("docusaurus.config"), dependency: "@docusaurus/core",
			content: []string{"docs", "blog", "src/pages"},
			other:   []string{"versioned_docs", "static", "src/components", "src/theme", "build"},
			static:  []string{"static"},
		},
		{
			name: "Astro", markers: script("astro.config"), dependency: "astro",
			content: []string{"src/content", "src/pages", "src/data", "content"},
			other:   []string{"src/components", "src/layouts", "public", "dist"},
			static:  []string{"public"},
		},
		{
			name: "Eleventy", markers: append(script("eleventy.config"), ".eleventy.js", ".eleventy.cjs"), dependency: "@11ty/eleventy",
			content: []string{"content", "posts", "blog", "articles", "src/content", "src/posts", "src/blog", "src/articles"},
			other:   []string{"_includes", "_data", "_layouts", "_site", "src/_includes", "src/_data", "src/_layouts", "public", "dist"},
			static:  []string{"public", "static", "src/static", "src/public", "src", "."},
		},
		{
			name:    "Hugo",
			markers: []string{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config/_default/hugo.yaml", "config/_default/config.toml", "config/_default/config.yaml", "config.toml", "config.yaml", "config.yml", "config.json"},
			content: []string{"content"},
			other:   []string{"layouts", "archetypes", "themes", "static", "assets", "data", "public", "resources"},
			static:  []string{"static"},
		},
		{
			name: "Jekyll", markers: []string{"_config.yml", "_config.yaml", "_config.toml"},
			content: []string{"_posts", "_drafts"},
			other:   []string{"_layouts", "_includes", "_data", "_sass", "_site", "assets", "vendor"},
			static:  []string{"."},
		},
	}
}

// generator finds the generator of the site, which may be in the repository itself or in one
// of its folders. If there are several sites, it chooses the one with the most drafts.
func (l *looker) generator(context.Context) {
	l.Generator.Base = "."
	bases := []string{"."}
	entries, _ := fs.ReadDir(l.files, ".") // without entries, only the repository itself is considered
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && e.Name() != "node_modules" && len(bases) < 100 {
			bases = append(bases, e.Name())
		}
	}
	most := -1
	for _, base := range bases {
		for _, k := range kinds() {
			marker := l.marker(base, &k)
			if marker == "" {
				continue
			}
			drafts := 0
			for _, d := range l.drafts {
				if base == "." || strings.HasPrefix(d, base+"/") {
					drafts++
				}
			}
			if drafts > most {
				most = drafts
				l.Generator = Generator{k.name, marker, base}
			}
			break
		}
		if base == "." && l.Generator.Name != "" {
			break // its folders are part of it
		}
	}
	l.readSettings()
}

// marker returns the file in a folder by which a generator is recognised, or "".
func (l *looker) marker(base string, k *kind) string {
	for _, m := range k.markers {
		name := path.Join(base, m)
		if !l.exists(name) {
			continue
		}
		// Other programs also have files with this name.
		if stem := strings.TrimSuffix(m, path.Ext(m)); k.name == "Hugo" && stem == "config" && l.readSetting(name)["baseurl"] == "" {
			continue
		}
		return name
	}
	if k.dependency != "" {
		name := path.Join(base, "package.json")
		s := l.readSetting(name)
		for _, group := range []string{"dependencies.", "devdependencies."} {
			if s[group+k.dependency] != "" {
				return name
			}
		}
	}
	return ""
}

// kind returns the kind of the generator, which is empty if it is unknown.
func (l *looker) kind() kind {
	all := kinds()
	if i := slices.IndexFunc(all, func(k kind) bool { return k.name == l.Generator.Name }); i >= 0 {
		return all[i]
	}
	return kind{}
}

// in converts a path of the site to one of the repository.
func (l *looker) in(name string) string { return path.Join(l.Generator.Base, name) }
