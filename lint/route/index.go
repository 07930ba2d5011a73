package route

import (
	"io/fs"
	"path"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/copychief/copychief/lint"
)

// mostFiles is the maximum number of files of a repository that is searched.
const mostFiles = 100_000

// Page is a file, or a folder, that may be a page.
type Page struct {
	Path   string
	Folder bool
	Date   string // in the name of the file: "2026-05-01"; "" if there is none
}

// Index holds the names of the pages that a site may have. It is safe for concurrent use.
type Index struct {
	files   fs.FS
	pages   map[string][]*Page  // by name, squashed
	beside  map[string]int      // number of drafts in folders with a name, squashed
	years   map[string]int      // number of drafts with a year in their names
	dynamic map[string]bool     // folders with files such as [slug].tsx
	short   map[string][]string // folders called like a language, by the folder that they are in
	drafts  []string
	others  []string // code and data
	partial bool     // there are more files than were read

	values  func() map[string]bool
	mention func() map[string]bool
}

// Build finds the names of the pages in a file tree.
func Build(files fs.FS) *Index {
	x := &Index{files: files, pages: map[string][]*Page{}, beside: map[string]int{}, years: map[string]int{}, dynamic: map[string]bool{}, short: map[string][]string{}}
	n := 0
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error { // what cannot be read is not found
		switch n++; {
		case n > mostFiles:
			x.partial = true
			return fs.SkipAll
		case err != nil, d.IsDir() && name != "." && skipped(d.Name()):
			return fs.SkipDir
		case name != ".":
			x.add(name, d.IsDir())
		}
		return nil
	})
	x.values = sync.OnceValue(func() map[string]bool { return valuesOf(files, x.drafts) })
	x.mention = sync.OnceValue(func() map[string]bool { return mentionsOf(files, x.others) })
	return x
}

// skipped reports whether a folder holds no part of the site.
func skipped(name string) bool {
	return name[0] == '.' && name != ".vitepress" && name != ".vuepress" || name == "node_modules" || name == "bower_components"
}

// add adds a file or a folder.
func (x *Index) add(name string, folder bool) {
	base := path.Base(name)
	_, draft := lint.FormatOf(name)
	if !folder {
		if draft {
			x.drafts = append(x.drafts, name)
			dir := path.Dir(name)
			for strings.HasPrefix(path.Base(dir), "(") { // a group, which addresses leave out
				dir = path.Dir(dir)
			}
			x.beside[Squash(stripped(path.Base(dir)))]++
		} else if !isPage(base) {
			if isText(base) {
				x.others = append(x.others, name)
			}
			return
		}
		if isText(base) {
			x.others = append(x.others, name)
		}
	}
	if folder && (len(base) == 2 || len(base) == 5 && (base[2] == '-' || base[2] == '_')) {
		x.short[path.Dir(name)] = append(x.short[path.Dir(name)], name)
	}
	if strings.HasPrefix(base, "[") || strings.HasPrefix(base, "_.") || strings.HasPrefix(base, "{") {
		x.dynamic[path.Dir(name)] = true
	}
	p := &Page{Path: name, Folder: folder, Date: dated(base)}
	if draft && p.Date != "" {
		x.years[p.Date[:4]]++
	}
	stem := base
	if !folder {
		stem, _, _ = strings.Cut(base[1:], ".") // also .en.md, .html.md
		stem = base[:1] + stem
		full := lint.StemOf(base)
		x.name(full, p)
		x.name(stripped(full), p)
	}
	x.name(stem, p)
	x.name(stripped(stem), p)
}

// name records a name of a page.
func (x *Index) name(name string, p *Page) {
	key := Squash(name)
	if all := x.pages[key]; len(all) == 0 || all[len(all)-1] != p {
		x.pages[key] = append(all, p)
	}
}

// Partial reports whether the repository is too large to know all names in it.
func (x *Index) Partial() bool { return x.partial }

// Named returns the files and folders with a name.
func (x *Index) Named(name string) []*Page {
	if key := Squash(name); key != "" {
		return x.pages[key]
	}
	return nil
}

// Beside returns the number of drafts in folders with a name.
func (x *Index) Beside(folder string) int { return x.beside[Squash(stripped(folder))] }

// InYear returns the number of drafts with a year in their names.
func (x *Index) InYear(year string) int { return x.years[year] }

// Languages returns the folders in a folder that may be called by languages: en, pt-BR.
func (x *Index) Languages(folder string) []string { return x.short[folder] }

// Dynamic reports whether the pages in a folder are made by code, for any name.
func (x *Index) Dynamic(folder string) bool { return x.dynamic[folder] }

// Given reports whether the front matter of a draft has a name as a value or at the end of one.
func (x *Index) Given(name string) bool { return x.values()[Squash(name)] }

// Addressed reports whether the front matter of a draft has a name, or a whole address, where
// addresses are.
func (x *Index) Addressed(name string) bool { return x.values()[asAddress+Squash(name)] }

// Written reports whether code or data have a whole address.
func (x *Index) Written(address string) bool {
	all := x.mention()
	return all == nil || all[asAddress+Squash(address)]
}

// Mentioned reports whether code or data have a name where an address or a text may be.
func (x *Index) Mentioned(name string) bool {
	all := x.mention()
	return all == nil || all[Squash(name)]
}

// Made reports whether code or data have the address of a folder, with a folder above it, as the
// beginning of other addresses: "/foundations/icons/${name}".
func (x *Index) Made(folder string) bool {
	all := x.mention()
	return all == nil || all[folder+"/"]
}

// Squash returns the letters and digits of a name, in lower case and without accents.
func Squash(name string) string {
	plain := true
	for i := 0; i < len(name); i++ {
		if c := name[i]; c >= 0x80 || (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			plain = false
			break
		}
	}
	if plain {
		return name
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(name))
}

// stripped returns a name without the date or the number in front of it: 2026-05-01-ferry,
// 01-ferry, 2.ferry.
func stripped(name string) string {
	if dated(name) != "" {
		name = strings.TrimLeft(name[len("2026-05-01"):], "-_ ")
		return name
	}
	rest := strings.TrimLeft(name, "0123456789")
	if rest != name && rest != "" && strings.ContainsRune("-_. ", rune(rest[0])) {
		if rest = strings.TrimLeft(rest, "-_. "); rest != "" {
			return rest
		}
	}
	return name
}

// dated returns the date that a name begins with, or "".
func dated(name string) string {
	const form = "0000-00-00"
	if len(name) < len(form) {
		return ""
	}
	for i := range len(form) {
		if c := name[i]; form[i] == '0' && (c < '0' || c > '9') || form[i] == '-' && c != '-' && c != '_' {
			return ""
		}
	}
	return strings.ReplaceAll(name[:len(form)], "_", "-")
}

// isPage reports whether generators make pages of files with the extension, besides drafts.
func isPage(base string) bool {
	switch strings.ToLower(path.Ext(base)) {
	case ".astro", ".vue", ".svelte", ".tsx", ".jsx", ".ts", ".js", ".mjs", ".njk", ".liquid", ".hbs", ".pug", ".haml", ".slim", ".erb", ".php", ".ejs",
		".rst", ".adoc", ".asciidoc", ".textile", ".ipynb", ".org", ".html", ".htm", ".webc", ".jinja", ".j2", ".rmd", ".qmd", ".mustache", ".twig", ".svx", ".md", ".mdx":
		return true
	}
	return false
}
