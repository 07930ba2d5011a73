package gitignore

import "strings"

// matchSegments matches a path against a pattern, both split at slashes. A segment of two
// or more stars matches any number of folders; at the end, it matches at least one name.
// It is enough to backtrack to the last such segment, so the time is at most proportional
// to the product of the lengths.
func matchSegments(pattern, name []string) bool {
	p, n := 0, 0
	back, from := -1, 0
	for n < len(name) {
		if p < len(pattern) && isStars(pattern[p]) {
			if p == len(pattern)-1 {
				return true
			}
			back, from = p, n
			p++
			continue
		}
		if p < len(pattern) && wildmatch(pattern[p], name[n]) {
			p++
			n++
			continue
		}
		if back < 0 {
			return false
		}
		from++
		p, n = back+1, from
	}
	return p == len(pattern)
}

func isStars(s string) bool { return len(s) >= 2 && strings.Trim(s, "*") == "" }

// wildmatch matches one name against a glob as git does, byte by byte: *, ?,
// [classes] and backslash escapes.
func wildmatch(glob, name string) bool {
	g, n := 0, 0
	back, from := -1, 0
	for n < len(name) {
		if g < len(glob) && glob[g] == '*' {
			g++
			back, from = g, n
			continue
		}
		if width, ok := matchByte(glob[g:], name[n]); ok {
			g += width
			n++
			continue
		}
		if back < 0 {
			return false
		}
		from++
		g, n = back, from
	}
	return strings.Trim(glob[g:], "*") == ""
}

// matchByte matches the first element of a glob and returns its length.
func matchByte(glob string, c byte) (width int, ok bool) {
	if glob == "" {
		return 0, false
	}
	switch glob[0] {
	case '?':
		return 1, true
	case '\\':
		return 2, len(glob) > 1 && glob[1] == c
	case '[':
		return matchClass(glob, c)
	}
	return 1, glob[0] == c
}

// matchClass matches a bracket expression; an unterminated one matches nothing.
func matchClass(glob string, c byte) (width int, ok bool) {
	i := 1
	negated := i < len(glob) && (glob[i] == '!' || glob[i] == '^')
	if negated {
		i++
	}
	for first := true; i < len(glob); first = false {
		if glob[i] == ']' && !first {
			return i + 1, ok != negated
		}
		if strings.HasPrefix(glob[i:], "[:") {
			if end := strings.Index(glob[i:], ":]"); end > 0 {
				ok = ok || inClass(glob[i+2:i+end], c)
				i += end + 2
				continue
			}
		}
		low, next, valid := classByte(glob, i)
		if !valid {
			return 0, false
		}
		high := low
		if next+1 < len(glob) && glob[next] == '-' && glob[next+1] != ']' {
			if high, next, valid = classByte(glob, next+1); !valid {
				return 0, false
			}
		}
		ok = ok || low <= c && c <= high
		i = next
	}
	return 0, false
}

func classByte(glob string, i int) (c byte, next int, ok bool) {
	if glob[i] == '\\' {
		i++
	}
	if i >= len(glob) {
		return 0, i, false
	}
	return glob[i], i + 1, true
}

// inClass reports whether c is in a POSIX class, for ASCII.
func inClass(name string, c byte) bool {
	lower, upper, digit := 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9'
	graph := '!' <= c && c <= '~'
	switch name {
	case "alnum":
		return lower || upper || digit
	case "alpha":
		return lower || upper
	case "blank":
		return c == ' ' || c == '\t'
	case "cntrl":
		return c < ' ' || c == 0x7f
	case "digit":
		return digit
	case "graph":
		return graph
	case "lower":
		return lower
	case "print":
		return graph || c == ' '
	case "punct":
		return graph && !lower && !upper && !digit
	case "space":
		return c == ' ' || '\t' <= c && c <= '\r'
	case "upper":
		return upper
	case "xdigit":
		return digit || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
	}
	return false
}
