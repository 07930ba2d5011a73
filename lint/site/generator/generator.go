package generator

import (
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// generator is a static site generator, with what is true of all sites that it builds. Its
// paths are relative to the folder of the site.
type generator struct {
	Name  string // "hugo": [lint.Site.Generator]
	Title string // "Hugo": for users

	Markers      []marker
	Dependencies []string // packages in package.json by which it is recognised
	Weak         []marker // used only if no stronger marker is found, and not within another site

	Site    lint.Site // the defaults, which the site's configuration may override
	Static  []string  // folders that may be served from the root, the most likely first
	Code    []string  // folders with the site's own code, which may change pages
	Fields  parse.Fields
	Unbuilt []string // settings that list, as globs, files that are not pages
	Output  string   // the setting that names the folder to which pages are written; "" if there is none

	// configure applies the site's configuration to the defaults; it may be nil.
	configure func(*Instance, settings.Map)
	// inherited returns the metadata that drafts in a folder inherit; it may be nil.
	inherited func(*repository.Files, *Instance, string) []parse.Inherited
}

// marker is a file or folder by which a generator is recognised.
type marker struct {
	File   string   // in the folder of the site
	Keys   []string // the file must have one of these settings; empty for any file
	Words  []string // the file must contain one of these; empty for any file
	Beside []string // one of these files or folders must exist as well
}

// scripts returns markers for a configuration that is a program.
func scripts(stem string) (all []marker) {
	for _, extension := range [...]string{".js", ".ts", ".mjs", ".cjs", ".mts", ".cts"} {
		all = append(all, marker{File: stem + extension})
	}
	return all
}

// data returns markers for a configuration in YAML, TOML or JSON. If keys are given, the
// file must contain one of them.
func data(stem string, keys ...string) (all []marker) {
	for _, extension := range [...]string{".toml", ".yaml", ".yml", ".json"} {
		all = append(all, marker{File: stem + extension, Keys: keys})
	}
	return all
}

// files returns markers for files that only need to exist.
func files(names ...string) (all []marker) {
	for _, n := range names {
		all = append(all, marker{File: n})
	}
	return all
}

// in returns places for everything in the given folders.
func in(kind lint.Kind, folders ...string) (all []lint.Place) {
	for _, f := range folders {
		all = append(all, lint.Place{Kind: kind, Folder: f})
	}
	return all
}

// under returns places for everything in folders with these names, at any depth.
func under(kind lint.Kind, names ...string) (all []lint.Place) {
	for _, n := range names {
		all = append(all, lint.Place{Kind: kind, Under: n})
	}
	return all
}

// named returns places for files with these names.
func named(kind lint.Kind, names ...string) (all []lint.Place) {
	for _, n := range names {
		all = append(all, lint.Place{Kind: kind, Name: n})
	}
	return all
}

// places concatenates lists of places.
func places(lists ...[]lint.Place) (all []lint.Place) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// markdownSuffixes returns what the address of a page may leave out of its file name.
func markdownSuffixes(index ...string) []string {
	all := []string{"", ".md", ".mdx", ".markdown", ".html"}
	for _, i := range index {
		all = append(all, "/"+i)
	}
	return all
}

// generators makes each known generator, those with the most reliable markers first. If a
// folder has markers of several, the first one wins.
var generators = [...]func() generator{
	workbench, writerside, mintlify, docusaurus, starlight, astro, vitepress, vuepress, eleventy, zola, hugo, hexo, middleman, bridgetown, jupyterBook, jekyll,
	mkdocs, pelican, nikola, franklin, sphinx, quarto, bookdown, quartz, obsidian, mdbook, docsify, gitbook, gatsby, nuxt, next,
}

// known holds all generators, in that order. They must not be changed.
var known = sync.OnceValue(func() (all []generator) {
	for _, g := range generators {
		all = append(all, g())
	}
	return all
})

// byName returns a new copy of a generator, or of [none] if the name is unknown.
func byName(name string) generator {
	for i, g := range known() {
		if g.Name == name {
			return generators[i]()
		}
	}
	return none()
}

// none applies if the generator is unknown: nothing is concluded from paths, and every
// plausible interpretation of a link is accepted.
func none() generator {
	return generator{
		Site: lint.Site{
			Links: lint.SiteLinks{Suffixes: markdownSuffixes("index.md", "_index.md", "README.md"), Relative: lint.RelativeToEither, Routed: true},
		},
	}
}
