package discover

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/gitignore"
	"github.com/copychief/copychief/lint/kind"
)

// unread is a kind of documents that copychief does not read.
type unread struct {
	extensions []string // the most common first
	convert    string   // how to make a draft of one, as the end of a sentence
	// written: people write these in a repository, like Markdown. The others are downloads wherever
	// there are drafts in a text format.
	written bool
	// final: made from something else, so that one in a folder says nothing about drafts.
	final bool
}

// unreadKinds returns the kinds of documents that people may expect to be read.
func unreadKinds() []unread {
	return []unread{
		{extensions: []string{".odt", ".doc", ".rtf", ".fodt", ".wpd", ".dotx", ".dotm", ".dot", ".ott"}, convert: "save them as .docx, or run soffice --convert-to docx FILE"},
		{extensions: []string{".pages"}, convert: "export them from Pages: File, Export To, Word"},
		{extensions: []string{".gdoc"}, convert: "open them in Google Docs: File, Download, Microsoft Word"},
		// Pandoc takes a file for Markdown, with a warning at most, if it does not know the extension.
		{extensions: []string{".rst", ".org", ".textile", ".tex"}, convert: "convert them with pandoc -t gfm -o FILE.md FILE", written: true},
		{extensions: []string{".adoc", ".asciidoc"}, convert: "convert them with npx downdoc FILE", written: true},
		{extensions: []string{".mediawiki"}, convert: "convert them with pandoc -f mediawiki -t gfm -o FILE.md FILE", written: true},
		{extensions: []string{".creole"}, convert: "convert them with pandoc -f creole -t gfm -o FILE.md FILE", written: true},
		{extensions: []string{".typ"}, convert: "convert them with pandoc -f typst -t gfm -o FILE.md FILE (3.2 or later)", written: true},
		{extensions: []string{".dj"}, convert: "convert them with pandoc -f djot -t gfm -o FILE.md FILE (3.2 or later)", written: true},
		{
			extensions: []string{
				".md.j2", ".md.jinja", ".md.jinja2", ".md.hbs", ".md.mustache", ".md.tmpl", ".md.tpl", ".md.gotmpl", ".md.ejs", ".md.eco", ".md.twig", ".md.vm", ".md.in",
				".html.erb", ".html.haml", ".html.slim", ".html.njk", ".html.liquid",
			},
			convert: "check the pages made from these templates", written: true,
		},
		{extensions: []string{".pdf", ".epub"}, convert: "check the document that produced them", final: true},
	}
}

// unreadAs returns the kind of a document by its name, or nil.
func unreadAs(name string) *unread {
	all := unreadKinds()
	for i := range all {
		if all[i].extension(name) != "" {
			return &all[i]
		}
	}
	return nil
}

// extension returns which of the extensions a name ends with, or "".
func (k *unread) extension(name string) string {
	name = strings.ToLower(name)
	for _, ext := range k.extensions {
		if strings.HasSuffix(name, ext) {
			return ext
		}
	}
	return ""
}

// addUnread counts a document that was found in a folder and is not read, unless it is ignored or,
// going by its name, not an article, such as README.rst.
func addUnread(d *discovery, file, shown string, git *gitignore.Matcher) {
	k := unreadAs(file)
	if k == nil || k.final || d.context || git.Ignored(file, false) {
		return
	}
	if is := kind.ByPath(filepath.ToSlash(shown)); is != lint.KindUnknown && is != lint.KindSection {
		return
	}
	if settings, ok := d.settings(file); !ok || settings.Ignore {
		return
	}
	if d.unread == nil {
		d.unread = map[string]int{}
	}
	d.unread[k.extension(file)]++
}

// fewUnread is the minimum number of drafts for each document in another markup that makes these
// documents leftovers.
const fewUnread = 10

// unreadNote says which documents of the folders are not read and how to convert them; "" if
// nobody would expect them to be read. Files of word processors beside drafts in a text format are
// downloads, like those of Word, and a few documents among many drafts are leftovers.
func unreadNote(d *discovery) string {
	drafts, text := 0, false
	for i := range d.found.Drafts {
		if f := &d.found.Drafts[i]; !f.Context && !f.named {
			drafts, text = drafts+1, text || !f.Format.Can(lint.Packed)
		}
	}
	counts, total := maps.Clone(d.unread), 0
	for ext := range counts {
		if k := unreadAs(ext); text && !k.written {
			delete(counts, ext)
		}
		total += counts[ext]
	}
	if total == 0 || text && fewUnread*total < drafts {
		return ""
	}
	kinds := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	})
	var parts, how []string
	of := map[string][]string{} // extensions by advice
	for _, ext := range kinds {
		files := "files"
		if counts[ext] == 1 {
			files = "file"
		}
		parts = append(parts, fmt.Sprintf("%s %s %s", lint.Thousands(counts[ext]), ext, files))
		advice := unreadAs(ext).convert
		if len(of[advice]) == 0 {
			how = append(how, advice)
		}
		of[advice] = append(of[advice], ext)
	}
	for i, advice := range how {
		which := "them"
		if len(how) > 1 {
			which = strings.Join(of[advice], " and ")
		}
		how[i] = "; to check " + which + ", " + advice
	}
	return strings.Join(parts, ", ") + strings.Join(how, "")
}
