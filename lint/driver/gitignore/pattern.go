package gitignore

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
)

// fileLimit is how many bytes a file of patterns may have; a larger one has none.
const fileLimit = 1 << 20

func decide(patterns []pattern, rel string, dir bool) (ignored, decided bool) {
	for i := len(patterns) - 1; i >= 0; i-- {
		if p := &patterns[i]; (dir || !p.dirOnly) && p.matches(rel) {
			return !p.negated, true
		}
	}
	return false, false
}

// pattern is one line of a .gitignore.
type pattern struct {
	negated  bool
	dirOnly  bool
	anywhere bool // without a slash: it looks at the name alone
	segments []string
}

func (p *pattern) matches(rel string) bool {
	if p.anywhere {
		return wildmatch(p.segments[0], path.Base(rel))
	}
	return matchSegments(p.segments, strings.Split(rel, "/"))
}

// readTracked reads the patterns of a .gitignore; one that is not there, or is no
// regular file (git does not follow a link there either), has none.
func readTracked(name string) []pattern { return read(name, os.Lstat) }

// readOwn reads the patterns of a file that is the user's own, which may be a link.
func readOwn(name string) []pattern { return read(name, os.Stat) }

func read(name string, stat func(string) (fs.FileInfo, error)) []pattern {
	info, err := stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > fileLimit {
		return nil
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return parse(content)
}

func parse(content []byte) (patterns []pattern) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	for line := range strings.SplitSeq(string(content), "\n") {
		if p, ok := parsePattern(strings.TrimSuffix(line, "\r")); ok {
			patterns = append(patterns, p)
		}
	}
	return patterns
}

func parsePattern(line string) (p pattern, ok bool) {
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
