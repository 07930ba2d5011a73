package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Value is something that was found, and where.
type Value struct{ Value, Where string }

// Found is one site that was recognised.
type Found struct {
	lint.Site

	Title  string       // of the generator, for a reader; "" for none
	Marker string       // the file that gave it away; "" where nothing did
	Names  parse.Fields // by role, the names to look for: those of drafts here before the usual ones
	Fields []Field      // which of them the sampled drafts have
	Unused []string     // fields that play no role, the most frequent first

	HostsFrom []Value // the hosts with where they were said
	Language  Value   // of drafts that do not say; empty where nothing says it
	Read      int     // drafts that were looked into

	base      string
	static    []string // that may be served from the root, the likeliest first
	article   []string // folders with articles
	moved     bool     // the configuration names the folder of the content
	generator *Generator
}

// Field says which names of metadata fields play a role.
type Field struct {
	Role     lint.Role
	Names    []string // as written in the drafts, the preferred first
	Articles int      // that have one of them
	Own      bool     // copychief does not look for one of the names by itself
}

// start returns what a generator says of a site in a folder.
func start(g *Generator, base, marker string) *Found {
	f := &Found{Site: g.Site, Title: g.Title, Marker: marker, base: base, generator: g}
	f.Generator, f.Base = g.Name, base
	f.Names = generatorNames(g)
	f.static, f.article = slices.Clone(g.Static), slices.Clone(g.Articles)
	return f
}

// content says that the pages of the site are in a folder, in place of the usual one.
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

// articles says that a folder holds articles.
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

// mainLanguage takes the language from under the names that most configurations give it.
func (f *Found) mainLanguage(s settings) {
	for _, key := range [...]string{"languagecode", "defaultcontentlanguage", "lang", "locale", "language", "defaultlocale"} {
		if tag := languageTag(s[key]); tag != "" && f.Language.Value == "" {
			f.Language = Value{tag, f.Marker}
		}
	}
}

// languageTag returns what is a language tag in the form "pt-BR"; "" for anything else.
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

// local reports whether a path stays in the folder it is relative to.
func local(name string) bool {
	return name != ".." && !strings.HasPrefix(name, "../") && !strings.HasPrefix(name, "/")
}

// settle turns the paths of the site into those of the files.
func (f *Found) settle() {
	f.Content = f.inside(f.Content)
	f.static = f.inside(f.static)
	f.article = f.inside(f.article)
	f.Links.Prefixes = slices.Clone(f.Links.Prefixes)
	for i := range f.Links.Prefixes {
		f.Links.Prefixes[i].Folders = f.inside(f.Links.Prefixes[i].Folders)
	}
	slices.SortStableFunc(f.Links.Prefixes, func(a, b lint.Prefix) int { return len(b.Text) - len(a.Text) })
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
	f.tongues()
}

// inside returns folders of the site as folders of the files; those that lead out are
// left away, and so are repetitions.
func (f *Found) inside(folders []string) (out []string) {
	for _, dir := range folders {
		if dir = path.Join(f.base, dir); local(dir) && !slices.Contains(out, dir) {
			out = append(out, dir)
		}
	}
	return out
}

// tongues makes folders of the languages that the configuration names, below the
// content and the usual folders of translations.
func (f *Found) tongues() {
	if len(f.Languages) < 2 {
		f.Languages = nil
		return
	}
	for _, tag := range f.Languages {
		for _, dir := range append([]string{path.Join(f.base, "i18n")}, f.Content...) {
			f.Tongues = append(f.Tongues, lint.Tongue{Folder: path.Join(dir, tag), Language: tag})
		}
	}
}

// Digest stands for all that drafts of the site are read and checked by. It is the same
// as long as that is; "" for no site.
func (f *Found) Digest() string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf("%+v %v %q", f.Site, f.Names, f.Language.Value) // maps are printed in the order of their keys
}
