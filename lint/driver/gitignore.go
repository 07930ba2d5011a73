package driver

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// ignoreFileLimit is how many bytes of a .gitignore are read.
const ignoreFileLimit = 1 << 20

// ignorer knows which paths of a tree git ignores. It reads the .gitignore of
// each folder on the way down, which is the order in which a walk needs them.
//
// A folder that is ignored must not be asked about further down: git, too, never
// looks into it, so that nothing in it can be taken back by a negation.
type ignorer struct {
	root    string // absolute; of the repository, or where the walk began
	folders map[string][]ignorePattern
	exclude []ignorePattern // .git/info/exclude
}

func newIgnorer(root string) *ignorer {
	return &ignorer{
		root:    root,
		folders: map[string][]ignorePattern{},
		exclude: readIgnore(filepath.Join(root, ".git", "info", "exclude")),
	}
}

// ignored reports whether git ignores a file or folder below the root. The last
// pattern of the deepest file that matches decides.
func (g *ignorer) ignored(file string, dir bool) bool {
	rel, err := filepath.Rel(g.root, file)
	if err != nil || !filepath.IsLocal(rel) || rel == "." {
		return false
	}
	rel = filepath.ToSlash(rel)
	for folder := path.Dir(rel); ; folder = path.Dir(folder) {
		below := rel
		if folder != "." {
			below = rel[len(folder)+1:]
		}
		if answer, ok := decide(g.patterns(folder), below, dir); ok {
			return answer
		}
		if folder == "." {
			break
		}
	}
	answer, _ := decide(g.exclude, rel, dir)
	return answer
}

func (g *ignorer) patterns(folder string) []ignorePattern {
	p, ok := g.folders[folder]
	if !ok {
		p = readIgnore(filepath.Join(g.root, filepath.FromSlash(folder), ".gitignore"))
		g.folders[folder] = p
	}
	return p
}

func decide(patterns []ignorePattern, rel string, dir bool) (ignored, decided bool) {
	for i := len(patterns) - 1; i >= 0; i-- {
		if p := &patterns[i]; (dir || !p.dirOnly) && p.matches(rel) {
			return !p.negated, true
		}
	}
	return false, false
}

// ignorePattern is one line of a .gitignore.
type ignorePattern struct {
	negated  bool
	dirOnly  bool
	anywhere bool // without a slash: it looks at the name alone
	segments []string
}

func (p *ignorePattern) matches(rel string) bool {
	if p.anywhere {
		return wildmatch(p.segments[0], path.Base(rel))
	}
	return matchSegments(p.segments, strings.Split(rel, "/"))
}

// readIgnore reads the patterns of a file; one that is not there, or is no
// regular file (git does not follow a link either), has none.
func readIgnore(name string) []ignorePattern {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > ignoreFileLimit {
		return nil
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return parseIgnore(content)
}

func parseIgnore(content []byte) (patterns []ignorePattern) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	for line := range strings.SplitSeq(string(content), "\n") {
		if p, ok := parsePattern(strings.TrimSuffix(line, "\r")); ok {
			patterns = append(patterns, p)
		}
	}
	return patterns
}

func parsePattern(line string) (p ignorePattern, ok bool) {
	if strings.HasPrefix(line, "#") {
		return p, false
	}
	line = trimTrailingSpaces(line)
	line, p.negated = strings.CutPrefix(line, "!")
	line, p.dirOnly = strings.CutSuffix(line, "/")
	if line == "" {
		return p, false
	}
	p.anywhere = !strings.Contains(line, "/")
	if p.anywhere {
		p.segments = []string{line}
		return p, true
	}
	p.segments = strings.Split(strings.TrimPrefix(line, "/"), "/")
	return p, true
}

// trimTrailingSpaces cuts spaces off the end, but for one behind a backslash.
func trimTrailingSpaces(s string) string {
	end := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			end = i + 1
		case s[i] != ' ':
			end = i + 1
		}
	}
	return s[:end]
}
