package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inColumns reports whether a line is a row of a table that is set with spaces or tabs: somewhere
// in it, words are separated by more than one space or by a tab. Two spaces after a sentence or a
// number at the beginning are a habit of typing.
func inColumns(line []byte) bool {
	line = bytes.TrimSpace(line)
	for i := 0; i < len(line); i++ {
		if line[i] != ' ' && line[i] != '\t' {
			continue
		}
		end := i
		for end < len(line) && (line[end] == ' ' || line[end] == '\t') {
			end++
		}
		before := line[:i]
		last, _ := utf8.DecodeLastRune(before)
		numbered := !bytes.ContainsAny(before, " \t") && isNumber(before)
		if wide := end-i > 1 || line[i] == '\t'; wide && !numbered && !strings.ContainsRune(".?!:)…”\"", last) {
			return true
		}
		i = end
	}
	return false
}

// isNumber reports whether a word is a number or the like of a chapter: “3”, “II”, “A1”.
func isNumber(word []byte) bool {
	return bytes.IndexFunc(word, unicode.IsLower) < 0 && len(word) <= 6
}

// isTableRule reports whether a line of dashes has gaps, as below the heads of columns.
func isTableRule(line []byte) bool {
	return len(line) > 0 && line[0] == '-' && bytes.Contains(line, []byte("-- ")) && bytes.Contains(line, []byte(" --"))
}
