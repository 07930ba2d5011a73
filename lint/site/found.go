package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Value is a value with the place where it was found.
type Value struct{ Value, Where string }

// Found is a recognised site.
type Found struct {
	lint.Site

	Title  string       // name of the generator as shown to users; "" if unknown
	Marker string       // the file by which it was recognised; "" if there is none
	Names  parse.Fields // field names to look for, by role: those of this site, followed by the usual ones
	Fields []Field      // which of them the sampled drafts use
	Unused []string     // fields without a role, the most frequent first

	HostsFrom []Value // the hosts and where they were found
	Language  Value   // of drafts that do not declare one; empty if unknown
	Read      int     // number of drafts read

	base      string
	static    []string // that may be served from the root, the most likely first
	article   []string // folders with articles
	code      []string // files and folders with the site's own code
	moved     bool     // the configuration sets the content folder
	generator *Generator
}

// Field lists the names of metadata fields that play a role.
type Field struct {
	Role     lint.Role
	Names    []string // as written in the drafts: usual names first, each group by frequency
	Articles int      // number of articles that have one of them
	Own      bool     // one of the names is not looked for by default
}

// start returns the generator's defaults for a site in a folder.
func start(g *Generator, base, marker string) *Found {
	f := &Found{Site: g.Site, Title: g.Title, Marker: marker, base: base, generator: g}
	f.Generator, f.Base = g.Name, base
	f.Names = generatorNames(g)
	f.static, f.article = slices.Clone(g.Static), slices.Clone(g.Articles)
	f.code = slices.Clone(g.Code)
	return f
}

// content sets the folder of the site's pages, replacing the default one.
func (f *Found) content(dir string) {
	dir = path.Clean(dir)
	usual := "."
	if g := f.generator.Site.Content; len(g) > 0 {
		usual = g[0]
	}
	if dir == usual || !local(dir) {
		return
	}
	if !f.moved {
		f.Content = nil
	}
	f.moved = true
	f.Content = append(f.Content, dir)
	f.article = append(f.article, dir)
	for _, p := range slices.Clone(f.Places) {
		if p.Folder == usual || strings.HasPrefix(p.Folder, usual+"/") {
			p.Folder = path.Join(dir, strings.TrimPrefix(p.Folder, usual))
			f.Places = append(f.Places, p)
		}
	}
	for i := range f.Links.Prefixes {
		if p := &f.Links.Prefixes[i]; slices.Contains(p.Folders, usual) && !slices.Contains(p.Folders, dir) {
			p.Folders = append([]string{dir}, p.Folders...)
		}
	}
}

// articles records that a folder contains articles.
func (f *Found) articles(dir string) {
	if dir = path.Clean(dir); dir != "." && local(dir) {
		f.article = append(f.article, dir)
		f.Places = append(f.Places, lint.Place{Kind: lint.KindArticle, Folder: dir})
	}
}

// language adds a language of the site, the main one first.
func (f *Found) language(code string) {
	tag := languageTag(code)
	if tag == "" {
		return
	}
	if f.Language.Value == "" {
		f.Language = Value{tag, f.Marker}
	}
	if tag = strings.ToLower(tag); !slices.Contains(f.Languages, tag) {
		f.Languages = append(f.Languages, tag)
	}
}

// mainLanguage reads the main language from the keys that most configurations use.
func (f *Found) mainLanguage(s settings) {
	for _, key := range [...]string{"languagecode", "defaultcontentlanguage", "lang", "locale", "language", "defaultlocale"} {
		if tag := languageTag(s[key]); tag != "" && f.Language.Value == "" {
			f.Language = Value{tag, f.Marker}
		}
	}
}

// languageTag normalises a language tag to the form "pt-BR"; it returns "" for anything
// else.
func languageTag(s string) string {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "_", "-"), ".")
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3) || len(part) < 2 || len(part) > 8 || strings.Trim(part, alphanumeric) != "" {
			return ""
		}
	}
	return s
}

const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// local reports whether a path stays inside the folder that it is relative to.
func local(name string) bool {
	return name != ".." && !strings.HasPrefix(name, "../") && !strings.HasPrefix(name, "/")
}

// resolvePaths converts paths relative to the site into paths in the file tree.
func (f *Found) resolvePaths() {
	f.Content = f.inside(f.Content)
	f.static = f.inside(f.static)
	f.article = f.inside(f.article)
	f.Links.Prefixes = slices.Clone(f.Links.Prefixes)
	for i := range f.Links.Prefixes {
		f.Links.Prefixes[i].Folders = f.inside(f.Links.Prefixes[i].Folders)
	}
	slices.SortStableFunc(f.Links.Prefixes, func(a, b lint.Prefix) int { return len(b.Text) - len(a.Text) })
	f.Appended = f.inside(f.Appended)
	f.Includes = slices.Clone(f.Includes)
	for i := range f.Includes {
		f.Includes[i].Folders = f.inside(f.Includes[i].Folders)
	}
	f.Places = slices.Clone(f.Places)
	for i := range f.Places {
		if p := &f.Places[i]; f.base != "." {
			p.Folder = path.Join(f.base, p.Folder)
		} else if p.Folder == "." {
			p.Folder = ""
		}
	}
	f.languageFolders()
}

// inside converts folders of the site into folders of the file tree, without duplicates
// and without those outside of the tree.
func (f *Found) inside(folders []string) (out []string) {
	for _, dir := range folders {
		if dir = path.Join(f.base, dir); local(dir) && !slices.Contains(out, dir) {
			out = append(out, dir)
		}
	}
	return out
}

// languageFolders adds a folder for each language in the configuration, below the content folder
// and the usual folders for translations.
func (f *Found) languageFolders() {
	if len(f.Languages) < 2 {
		f.Languages = nil
		return
	}
	for _, tag := range f.Languages {
		for _, dir := range append([]string{path.Join(f.base, "i18n")}, f.Content...) {
			f.LanguageFolders = append(f.LanguageFolders, lint.LanguageFolder{Folder: path.Join(dir, tag), Language: tag})
		}
	}
}

// Digest identifies everything about the site that affects how drafts are parsed and
// checked: as long as none of it changes, the digest is the same. It is "" if there is no
// site.
func (f *Found) Digest() string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf("%+v %v %q", f.Site, f.Names, f.Language.Value) // maps are printed in key order
}

// Summary describes in a phrase how a site was recognised: "a Zola site: town.example,
// images and files in assets, tags from taxonomies.tags". It returns "" if nothing was recognised
// that differs from the defaults.
func (f *Found) Summary() string {
	var parts []string
	if len(f.Hosts) > 0 {
		parts = append(parts, strings.Join(f.Hosts, " and "))
	}
	if n := len(f.Languages); n > 1 {
		parts = append(parts, fmt.Sprintf("%d languages", n))
	}
	if dirs := unusualStatic(f); len(dirs) > 0 {
		parts = append(parts, "images and files in "+strings.Join(dirs, " and "))
	}
	shown := 0
	for _, d := range f.Fields {
		if d.Own && shown < mostFields && roleLabels[d.Role] != "" {
			parts = append(parts, roleLabels[d.Role]+" from "+strings.Join(d.Names, " or "))
			shown++
		}
	}
	what := "a site of no known generator"
	switch {
	case f.Title == "" && shown == 0 && len(f.Languages) < 2:
		return ""
	case f.Title != "" && f.Base == ".":
		what = article(f.Title) + " site"
	case f.Title != "":
		what = article(f.Title) + " site in " + f.Base
	}
	if len(parts) == 0 {
		return what
	}
	return what + ": " + strings.Join(parts, ", ")
}
