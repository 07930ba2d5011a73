package site

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Generator is a program that builds sites, with what is known of all sites that it
// builds. Its paths are relative to the folder of the site.
type Generator struct {
	Name  string // "hugo": [lint.Site.Generator]
	Title string // "Hugo": for a reader

	Markers      []Marker
	Dependencies []string // packages in package.json that give it away
	Weak         []Marker // that count where nothing plainer is there, and not within another site

	Site     lint.Site // as it is unless the site's configuration says otherwise
	Static   []string  // folders that may be served from the root, the likeliest first
	Articles []string  // folders with articles; of one that begins with an underscore, wherever it is
	Fields   parse.Fields

	// configure adapts the facts to the site's configuration; nil changes nothing.
	configure func(*Found, settings)
	// inherited returns the metadata that the drafts of a folder are given; nil for none.
	inherited func(*repository, *Found, string) []parse.Inherited
}

// Marker is a file or folder that gives a generator away.
type Marker struct {
	File   string   // in the folder of the site
	Keys   []string // settings, one of which the file must have; none for any file
	Words  []string // of which the file must hold one; none for any file
	Beside []string // files or folders, one of which must be there as well
}

// scripts are the names of a configuration that is a program.
func scripts(stem string) (all []Marker) {
	for _, extension := range [...]string{".js", ".ts", ".mjs", ".cjs", ".mts", ".cts"} {
		all = append(all, Marker{File: stem + extension})
	}
	return all
}

// data are the names of a configuration in YAML, TOML or JSON, one of whose keys must
// be in it where keys are given.
func data(stem string, keys ...string) (all []Marker) {
	for _, extension := range [...]string{".toml", ".yaml", ".yml", ".json"} {
		all = append(all, Marker{File: stem + extension, Keys: keys})
	}
	return all
}

// files are markers that need nothing but to be there.
func files(names ...string) (all []Marker) {
	for _, n := range names {
		all = append(all, Marker{File: n})
	}
	return all
}

// in returns places for everything in folders.
func in(kind lint.Kind, folders ...string) (all []lint.Place) {
	for _, f := range folders {
		all = append(all, lint.Place{Kind: kind, Folder: f})
	}
	return all
}

// under returns places for everything in folders of these names, wherever they are.
func under(kind lint.Kind, names ...string) (all []lint.Place) {
	for _, n := range names {
		all = append(all, lint.Place{Kind: kind, Under: n})
	}
	return all
}

// named returns places for files by their names.
func named(kind lint.Kind, names ...string) (all []lint.Place) {
	for _, n := range names {
		all = append(all, lint.Place{Kind: kind, Name: n})
	}
	return all
}

// places puts lists of places together.
func places(lists ...[]lint.Place) (all []lint.Place) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// markdownSuffixes are what the address of a page lacks of the name of its file.
func markdownSuffixes(index ...string) []string {
	all := []string{"", ".md", ".mdx", ".markdown", ".html"}
	for _, i := range index {
		all = append(all, "/"+i)
	}
	return all
}

// Generators returns the generators that are known, those with the plainest marker
// first: where several leave their marks in one folder, the first counts.
func Generators() []Generator {
	return []Generator{
		docusaurus(), starlight(), astro(), vitepress(), vuepress(), eleventy(), zola(), hugo(), hexo(), bridgetown(), jupyterBook(), jekyll(),
		mkdocs(), pelican(), nikola(), sphinx(), quarto(), quartz(), obsidian(), mdbook(), gitbook(), gatsby(), nuxt(), next(),
	}
}

// byName returns the facts of a generator; those of none where the name is unknown.
func byName(name string) Generator {
	for _, g := range Generators() {
		if g.Name == name {
			return g
		}
	}
	return none()
}

// Named returns what is known of all sites of a generator, for one in a folder. It is
// for tests; what a site's own configuration says is not in it.
func Named(generator, base string) *lint.Site {
	g := byName(generator)
	f := start(&g, base, "")
	f.settle()
	return &f.Site
}
