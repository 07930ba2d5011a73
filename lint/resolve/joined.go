package resolve

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// The limits for a search for the commands that build a document.
const (
	mostRecipes = 12        // files that are read
	mostCommand = 256 << 10 // bytes of each
	mostParts   = 100       // drafts of a document
	highest     = 6         // folders above that of the draft
)

// Joined returns the other drafts that the commands of the repository make one document of, together
// with the draft of a pass: a makefile, a script or a readme in its folder or one above it calls
// cat or pandoc with them, or they are chapters of one book. complete is false if the document may
// have other parts. There are none if the draft is not joined with another.
func Joined(p *lint.Pass) (parts []string, complete bool) {
	complete = true
	if p.Files == nil || p.Name == "" {
		return nil, true
	}
	if p.Site != nil && p.Site.Book {
		return chapters(p), true
	}
	left := mostRecipes
	for dir, n := path.Dir(p.Name), 0; n <= highest; dir, n = path.Dir(dir), n+1 {
		for _, d := range recipesIn(p.Files, dir, dir, &left) {
			parts, complete = d.join(p, parts, complete)
		}
		if dir != "." {
			continue
		}
		for _, folder := range [...]string{"scripts", "script", "bin", "tools", "build", ".github/workflows"} {
			for _, d := range recipesIn(p.Files, folder, ".", &left) {
				parts, complete = d.join(p, parts, complete)
			}
		}
		break
	}
	return parts, complete
}

// chapters returns the other drafts in the folder of a draft, which is a chapter of a book.
func chapters(p *lint.Pass) (names []string) {
	dir := path.Dir(p.Name)
	entries, _ := fs.ReadDir(p.Files, dir) // a folder that cannot be read has no chapters
	for _, e := range entries {
		if f, draft := lint.FormatOf(e.Name()); draft && f.Can(lint.LinksByReference) && path.Join(dir, e.Name()) != p.Name && len(names) < mostParts {
			names = append(names, path.Join(dir, e.Name()))
		}
	}
	return names
}

// at is a document that is made by a command in a folder.
type at struct {
	*document
	dir string
}

// join adds the parts of the document to others if the draft of a pass is one of them.
func (d at) join(p *lint.Pass, parts []string, complete bool) ([]string, bool) {
	if !slices.ContainsFunc(d.inputs, func(input string) bool { return d.covers(input, p.Name) }) {
		return parts, complete
	}
	for _, input := range d.inputs {
		for _, name := range d.files(p.Files, input) {
			if name != p.Name && len(parts) < mostParts && !slices.Contains(parts, name) {
				parts = append(parts, name)
			}
		}
	}
	return parts, complete && d.complete
}

// covers reports whether an input of the document is a file, or a pattern that it fits.
func (d at) covers(input, name string) bool {
	full := path.Join(d.dir, input)
	is, err := path.Match(full, name)
	return full == name || err == nil && is
}

// files returns the files that an input of the document names.
func (d at) files(files fs.FS, input string) []string {
	full := path.Join(d.dir, input)
	if !fs.ValidPath(full) {
		return nil
	}
	if !strings.ContainsAny(path.Base(full), "*?[") {
		return []string{full}
	}
	entries, _ := fs.ReadDir(files, path.Dir(full)) // a folder that cannot be read has no parts
	var names []string
	for _, e := range entries {
		if name := path.Join(path.Dir(full), e.Name()); d.covers(input, name) {
			names = append(names, name)
		}
	}
	return names
}

// recipesIn returns the documents that the files of a folder make, with names relative to another.
func recipesIn(files fs.FS, folder, from string, left *int) (all []at) {
	entries, _ := fs.ReadDir(files, folder) // what cannot be read has no command
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		if !isRecipe(e.Name(), folder == ".github/workflows") || *left == 0 {
			continue
		}
		if info, err := fs.Stat(files, name); err != nil || !info.Mode().IsRegular() || info.Size() > mostCommand {
			continue
		}
		*left--
		if text, err := fs.ReadFile(files, name); err == nil {
			for _, d := range documents(string(text)) {
				if len(d.inputs) > 1 || len(d.inputs) == 1 && strings.ContainsAny(d.inputs[0], "*?[") {
					all = append(all, at{d, from})
				}
			}
		}
	}
	return all
}

// isRecipe reports whether a file may hold the commands that build a document.
func isRecipe(name string, workflows bool) bool {
	lower := strings.ToLower(name)
	switch lower {
	case "makefile", "gnumakefile", "justfile", "rakefile", "package.json", "taskfile.yml", "fabfile.py", "tasks.py":
		return true
	}
	return strings.HasPrefix(lower, "readme") || strings.HasSuffix(lower, ".sh") || strings.HasSuffix(lower, ".mk") ||
		workflows && (strings.HasSuffix(lower, ".yml") || strings.HasSuffix(lower, ".yaml"))
}
