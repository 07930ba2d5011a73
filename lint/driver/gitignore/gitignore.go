// Package gitignore knows which paths of a work tree git ignores.
//
// It reads what git reads: the .gitignore of each folder, info/exclude of the repository
// (in a linked work tree that of the repository it is linked to), and the user's own
// file, which core.excludesFile names or which lies at $XDG_CONFIG_HOME/git/ignore.
//
// The trade: it matches patterns itself, so that a run needs no process, and no git. Only
// where a configuration mentions excludesFile, or includes another, git is asked for the
// value, since nothing else reads its configuration as it does. Of configurations for the
// whole system it looks at /etc/gitconfig and what GIT_CONFIG_SYSTEM names; core.ignoreCase
// is not honoured, and neither is what GIT_DIR says.
package gitignore

import (
	"context"
	"path"
	"path/filepath"
)

// Matcher knows which paths of a tree git ignores. It reads the .gitignore of each folder
// when a path in it is asked about, which suits a walk. It is not safe for use by several
// goroutines.
//
// A folder that is ignored must not be asked about further down: git, too, never
// looks into it, so that nothing in it can be taken back by a negation.
type Matcher struct {
	root    string // absolute; of the repository, or where the walk began
	folders map[string][]pattern
	exclude []pattern // info/exclude
	user    []pattern // core.excludesFile
}

// New returns a matcher for the tree below a folder, an absolute path. In one that is no
// repository, the .gitignore files count all the same, as they do before git init.
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

// Ignored reports whether git ignores a file or folder below the root. The last
// pattern of the deepest file that matches decides.
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
