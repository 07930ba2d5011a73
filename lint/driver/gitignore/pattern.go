package gitignore

import (
	"bytes"
	"os"
	"path"
	"strings"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// fileLimit is the maximum size of a file of patterns in bytes; larger files are ignored.
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
	anywhere bool // without a slash: it matches the name alone
	segments []string
}

func (p *pattern) matches(rel string) bool {
	if p.anywhere {
		return wildmatch(p.segments[0], path.Base(rel))
	}
	return matchSegments(p.segments, strings.Split(rel, "/"))
}

// readTracked reads the patterns of a .gitignore. A link has none: git does not follow
// it there either.
func readTracked(name string) []pattern {
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return readOwn(name)
}

// readOwn reads the patterns of a file of the user's own, which may be a link. A file that does
// not exist, is not regular or is too large has none.
func readOwn(name string) []pattern {
	content, err := rootfs.Read(name, nil, fileLimit)
	if err != nil || len(content) > fileLimit {
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

// trimTrailingSpaces removes trailing spaces, except one after a backslash.
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
