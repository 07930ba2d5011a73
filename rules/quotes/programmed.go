package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
)

// programmed reports whether the line of a mark is code that has lost its fence, a pattern or a field
// of data: there the mark is syntax and needs no counterpart.
func programmed(d *lint.Document, s pairing.Stray) bool {
	at := place(d, s)
	src := d.Source.Bytes
	from, to := at.Start, at.End
	for from > 0 && src[from-1] != '\n' {
		from--
	}
	for to < len(src) && src[to] != '\n' {
		to++
	}
	line := strings.TrimLeft(string(src[from:to]), " \t>-*#")
	before := string(src[from:at.Start])
	return isPattern(line) || isCommand(line) || isField(line) ||
		strings.HasSuffix(before, "=") || strings.HasSuffix(before, "\\")
}

// isPattern reports whether a line contains signs of a regular expression.
func isPattern(line string) bool {
	return containsAny(line, "(?:", `[^"`, "[^'", `[^\`, "[^ ]", "[^/", "[^,", "[^<", "[^>", "/^", "$/", `\d`, `\w`, `\s`, ".*)", ".+)", "]*", "]+", "]?")
}

// isCommand reports whether a line is a command of a shell or a statement that prints text.
func isCommand(line string) bool {
	first, _, _ := strings.Cut(line, " ")
	switch first {
	case "echo", "printf", "print", "puts", "export", "curl", "grep", "sudo", "git", "npm", "docker":
		return true
	}
	return containsAny(line, "$(", "${", " && ", " || ", "://$")
}

// isField reports whether a line is a field of data: a name in lower case, a colon, and a value in
// marks.
func isField(line string) bool {
	name, value, found := strings.Cut(line, ":")
	return found && name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") == "" && strings.HasPrefix(strings.TrimLeft(value, " "), `"`)
}

func containsAny(line string, signs ...string) bool {
	for _, sign := range signs {
		if strings.Contains(line, sign) {
			return true
		}
	}
	return false
}
