// Package gitignore knows which paths of a work tree git ignores.
//
// It reads what git reads: the .gitignore of each folder, info/exclude of the repository
// (in a linked work tree that of the repository it is linked to), and the user's own
// file, which core.excludesFile names or which is at $XDG_CONFIG_HOME/git/ignore.
//
// The trade-off: it matches patterns itself, so that a run needs neither a process nor git. Only
// if a configuration mentions excludesFile, or includes another file, does it ask git for the
// value, since only git can interpret its configuration fully. Of the system configuration
// it only reads /etc/gitconfig and the file in GIT_CONFIG_SYSTEM. It does not support
// core.ignoreCase and GIT_DIR.
package gitignore

import (
	"context"
	"path"
	"path/filepath"
)

// Matcher knows which paths of a tree git ignores. It reads the .gitignore of a folder when
// it first matches a path in it, which suits a walk. It is not safe for concurrent use.
//
// Do not match paths inside an ignored folder: git never looks into one, so that a negated
// pattern has no effect there.
type Matcher struct {
	root    string // absolute; of the repository, or where the walk starts
	folders map[string][]pattern
	exclude []pattern // info/exclude
	user    []pattern // core.excludesFile
}

// New returns a matcher for the tree in a folder, given by its absolute path. .gitignore
// files count even if the folder is not a repository.
func New(ctx context.Context, root string) *Matcher {
	m := &Matcher{root: root, folders: map[string][]pattern{}}
	if dirs, ok := findRepository(root); ok {
		m.exclude = readOwn(filepath.Join(dirs.common, "info", "exclude"))
		if name := excludesFile(ctx, root, dirs); name != "" {
			m.user = readOwn(name)
		}
	}
	return m
}

// Ignored reports whether git ignores a file or folder in the tree. The last matching
// pattern of the deepest .gitignore decides.
func (m *Matcher) Ignored(file string, dir bool) bool {
	rel, err := filepath.Rel(m.root, file)
	if err != nil || !filepath.IsLocal(rel) || rel == "." {
		return false
	}
	rel = filepath.ToSlash(rel)
	for folder := path.Dir(rel); ; folder = path.Dir(folder) {
		below := rel
		if folder != "." {
			below = rel[len(folder)+1:]
		}
		if answer, ok := decide(m.patterns(folder), below, dir); ok {
			return answer
		}
		if folder == "." {
			break
		}
	}
	if answer, ok := decide(m.exclude, rel, dir); ok {
		return answer
	}
	answer, _ := decide(m.user, rel, dir)
	return answer
}

func (m *Matcher) patterns(folder string) []pattern {
	p, ok := m.folders[folder]
	if !ok {
		p = readTracked(filepath.Join(m.root, filepath.FromSlash(folder), ".gitignore"))
		m.folders[folder] = p
	}
	return p
}
