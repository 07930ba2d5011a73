package survey

import (
	"bytes"
	_ "embed"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

//go:embed demonstrations.txt
var demonstrationList string

var demonstrations = sync.OnceValue(func() (words []string) {
	for line := range strings.Lines(demonstrationList) {
		if line[0] != '#' {
			words = append(words, strings.Fields(line)...)
		}
	}
	return words
})

// One post in fewestShown must demonstrate something.
const fewestShown = 3

// findTheme finds out whether the posts of a repository demonstrate a theme or a template: the
// repository is one, and a third of the posts in the sample say that they are examples. Whoever writes
// a blog in a copy of a theme keeps the files of the theme, but not its posts.
func findTheme(files *repository.Files, site *generator.Instance, samples []sample) {
	if !isTheme(files, site.Base) && (site.Base == "." || !isTheme(files, path.Dir(site.Base))) {
		return
	}
	shown, posts := 0, 0
	for i := range samples {
		d := samples[i].doc
		if d.Date() == "" && !strings.Contains(samples[i].name, "_posts/") {
			continue
		}
		posts++
		if demonstrates(d.Meta.Title().Plain()) || strings.Contains(strings.ToLower(string(samples[i].head)), "lorem ipsum") {
			shown++
		}
	}
	site.Demonstrates = posts > 0 && fewestShown*shown >= posts
}

// demonstrates reports whether a title has a word by which posts say that they are examples.
func demonstrates(title string) bool {
	title = strings.ToLower(title)
	for _, word := range demonstrations() {
		word = strings.ReplaceAll(word, "-", " ")
		for at := 0; ; at++ {
			n := strings.Index(title[at:], word)
			if n < 0 {
				break
			}
			at += n
			before, _ := utf8.DecodeLastRuneInString(title[:at])
			if word[0] >= utf8.RuneSelf || !unicode.IsLetter(before) {
				return true
			}
		}
	}
	return false
}

// isTheme reports whether a folder holds a theme or a template for a generator, by the files that
// package it.
func isTheme(files *repository.Files, dir string) bool {
	names := files.List(dir)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		switch {
		case path.Ext(name) == ".gemspec" && packagesLayouts(files.Read(path.Join(dir, name))):
			return true
		case name == "theme.toml" || name == "theme.yaml" || name == "theme.yml":
			if names["layouts"] || names["templates"] {
				return true
			}
		case name == "package.json":
			if packagesTheme(files, path.Join(dir, name)) {
				return true
			}
		}
	}
	return false
}

// packagesTheme reports whether a package.json calls the package a theme or a template of a
// generator, in its name or in a keyword: hexo-theme-ferry, astro-template.
func packagesTheme(files *repository.Files, name string) bool {
	s := files.Settings(name)
	terms := []string{s["name"]}
	for _, key := range s.Keys("keywords.") {
		terms = append(terms, s["keywords."+key])
	}
	return slices.ContainsFunc(terms, func(term string) bool {
		theme, of := false, false
		for word := range strings.FieldsFuncSeq(term, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			switch strings.ToLower(word) {
			case "theme", "themes", "starter", "template", "boilerplate":
				theme = true
			case "jekyll", "hugo", "hexo", "astro", "gatsby", "eleventy", "11ty", "vuepress", "vitepress", "nuxt", "next", "nextjs", "zola", "pelican", "nikola", "docusaurus", "gridsome", "sveltekit":
				of = true
			}
		}
		return theme && of
	})
}

// packagesLayouts reports whether the description of a Ruby package lists layouts for Jekyll among
// the files of the package.
func packagesLayouts(gemspec []byte) bool {
	return bytes.Contains(gemspec, []byte("jekyll")) && bytes.Contains(gemspec, []byte("layouts"))
}
