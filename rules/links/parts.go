package links

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/resolve"
)

// The limits for a search in the drafts beside one.
const (
	mostBeside   = 100 // files in the folder
	mostSearched = 20  // fragments
)

// beside holds the drafts in the folder of a draft, and those that a program combines with it
// into one document.
type beside struct {
	p        *lint.Pass
	names    []string
	texts    [][]byte
	headings []map[string]bool // of each, as letters and digits
	parts    []string          // the paths of those that the document is made of
	complete bool              // the document has no other parts
	joined   bool              // a program makes one document of the drafts in the folder
}

// readBeside reads the drafts in the same folder.
func readBeside(p *lint.Pass) *beside {
	b, dir := &beside{p: p}, path.Dir(p.Name)
	if p.Files == nil || p.Name == "" {
		return b
	}
	b.parts, b.complete = resolve.Joined(p)
	for _, part := range b.parts {
		b.read(part)
	}
	entries, _ := fs.ReadDir(p.Files, dir) // of a folder that cannot be read, nothing is known
	if len(entries) > mostBeside {
		return b // a blog, whose posts have little to do with each other
	}
	for _, e := range entries {
		full := path.Join(dir, e.Name())
		if full != p.Name && !slices.Contains(b.parts, full) && languageOf(full) == languageOf(p.Name) {
			b.read(full)
		}
	}
	if len(b.names) > 0 {
		b.joined = len(b.parts) > 0 || joins(p.Files, dir)
	}
	return b
}

// read reads a draft.
func (b *beside) read(full string) {
	if f, ok := lint.FormatOf(full); !ok || !f.Can(lint.LinksByReference) {
		return
	}
	if info, err := fs.Stat(b.p.Files, full); err != nil || !info.Mode().IsRegular() || info.Size() > mostRead {
		return
	}
	if text, err := fs.ReadFile(b.p.Files, full); err == nil {
		text = bodyOf(text)
		headings := map[string]bool{}
		for _, h := range anchor.Headings(text) {
			headings[anchor.Squash(h)] = true
		}
		b.names, b.texts, b.headings = append(b.names, full), append(b.texts, text), append(b.headings, headings)
	}
}

// bodyOf returns a draft without its front matter, where “id” names the page.
func bodyOf(text []byte) []byte {
	for _, mark := range [...]string{"---", "+++"} {
		if rest, is := bytes.CutPrefix(text, []byte(mark+"\n")); is {
			if _, body, closed := bytes.Cut(rest, []byte("\n"+mark)); closed {
				return body
			}
		}
	}
	return text
}

// with returns the names of the drafts with a section that an id names.
func (b *beside) with(id string) (names []string) {
	var styles []lint.IDStyle
	if b.p.Site != nil {
		styles = b.p.Site.HeadingIDs
	}
	for i, name := range b.names {
		part := slices.Contains(b.parts, name) && anchor.InDraft(b.texts[i], id, styles)
		if part || b.headings[i][anchor.Squash(id)] || anchor.Gives(b.texts[i], id) {
			names = append(names, name)
		}
	}
	return names
}

// assembled reports whether one of some drafts is a part of the same document.
func (b *beside) assembled(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return slices.Contains(b.parts, name) })
}

// languageOf returns the tag of a language at the end of the name of a draft: ja in toll.ja.md,
// pt_BR in toll-pt_BR.md. A draft in another language is not part of the same document.
func languageOf(name string) string {
	stem := lint.StemOf(path.Base(name))
	for range 2 { // of the language, and of its region
		cut := strings.LastIndexAny(stem, "-_.")
		if cut < 0 {
			return ""
		}
		if tag := lint.StemOf(path.Base(name))[cut+1:]; isTag(tag) {
			return tag
		}
		stem = stem[:cut]
	}
	return ""
}

// isTag reports whether a word is written like the tag of a language: pt, pt_BR, zh-Hant.
func isTag(word string) bool {
	language, region, has := strings.Cut(strings.ReplaceAll(word, "_", "-"), "-")
	return len(language) == 2 && isLower(language) && (!has || (len(region) == 2 || len(region) == 4) && isLower(strings.ToLower(region)))
}

func isLower(word string) bool { return strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" }

// joins reports whether a readme, a makefile or a workflow has a command that makes one document
// of the drafts in a folder: pandoc -o book.html [0-9]*.md.
func joins(files fs.FS, dir string) bool {
	for _, folder := range [...]string{dir, path.Dir(dir), ".", ".github/workflows"} {
		entries, _ := fs.ReadDir(files, folder) // what cannot be read has no command
		for _, e := range entries {
			if !isRecipe(e.Name()) || folder != ".github/workflows" && isWorkflow(e.Name()) {
				continue
			}
			name := path.Join(folder, e.Name())
			if info, err := fs.Stat(files, name); err != nil || !info.Mode().IsRegular() || info.Size() > mostRead {
				continue
			}
			if text, err := fs.ReadFile(files, name); err == nil && joinsIn(string(text)) {
				return true
			}
		}
	}
	return false
}

// isRecipe reports whether a file may hold the commands that build a document.
func isRecipe(name string) bool {
	lower := strings.ToLower(name)
	switch lower {
	case "makefile", "gnumakefile", "justfile", "rakefile", "package.json", "taskfile.yml", "fabfile.py", "tasks.py":
		return true
	}
	return strings.HasPrefix(lower, "readme") || strings.HasSuffix(lower, ".sh") || strings.HasSuffix(lower, ".mk") || isWorkflow(lower)
}

func isWorkflow(name string) bool {
	return strings.HasSuffix(name, ".yml") || strings.HasSuffix(name, ".yaml")
}

// joinsIn reports whether a text has a command that reads several drafts at once.
func joinsIn(text string) bool {
	text = strings.ReplaceAll(text, "\\\n", " ")
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "pandoc ") && !strings.Contains(line, "cat ") && !strings.Contains(line, "md2pdf") {
			continue
		}
		if strings.Contains(line, "*.md") || strings.Contains(line, "*.markdown") || strings.Contains(line, "md2pdf") || strings.Count(line, ".md ")+strings.Count(line, ".md\n") > 1 {
			return true
		}
	}
	return false
}

// isPart reports whether a draft is one of several with numbers in front of their names, as
// chapters of one document have.
func (b *beside) isPart(name string) bool {
	const fewest = 2 // others
	n := 0
	for _, other := range b.names {
		if path.Dir(other) == path.Dir(name) && numbered(path.Base(other)) {
			n++
		}
	}
	return numbered(path.Base(name)) && n >= fewest
}

// numbered reports whether a name begins with a number: 00-, 01_, 2. .
func numbered(name string) bool {
	rest := strings.TrimLeft(name, "0123456789")
	return rest != name && len(name)-len(rest) < len("2026") && rest != "" && strings.IndexByte("-_. ", rest[0]) >= 0
}
