package parse

import (
	"bytes"
	"unicode"

	"github.com/copychief/copychief/lint/parse/scan"
)

// lineKind says what a line of a paragraph is.
type lineKind uint8

const (
	proseLine lineKind = iota
	neutralLine
	codeLine    // an assignment, an import: prose now and then begins like one
	certainLine // a declaration, a call or a statement with its punctuation
)

// lineOf judges a line by its first word and its last character.
func lineOf(line []byte) lineKind {
	if len(line) == 0 || hasAnyPrefix(line, "{", ":::", "//", "# ", "/*", "*/", "[^") && len(line) > 1 {
		return neutralLine
	}
	if len(bytes.Trim(line, "{}()[];,")) == 0 {
		return codeLine
	}
	word, rest, _ := bytes.Cut(line, []byte(" "))
	switch string(word) {
	case "const", "let", "var":
		if bytes.IndexByte(rest, '=') > 0 {
			return certainLine
		}
	case "def", "function", "func", "fn", "public", "private", "static", "class", "struct":
		if c := line[len(line)-1]; (c == '{' || c == ':' || c == ';') && (bytes.IndexByte(line, '(') > 0 || c == '{') {
			return certainLine
		}
	case "import", "from", "use", "using", "package", "return", "#include":
		if len(rest) > 0 && named(rest) {
			return codeLine
		}
	case "$":
		return codeLine
	case "if", "for", "while", "elif", "with", "else", "try", "except":
		c := line[len(line)-1]
		if (c == ':' || c == '{') && bytes.ContainsAny(line, "=<>()[]_{") {
			return certainLine
		}
		if c == ':' && (len(rest) == 0 || string(word) == "for" && bytes.Contains(rest, []byte(" in ")) && bytes.Count(rest, []byte(" ")) == 2) {
			return codeLine
		}
	}
	return statement(line, word, rest)
}

// statement judges a line by its punctuation.
func statement(line, word, rest []byte) lineKind {
	last := line[len(line)-1]
	switch {
	case bytes.HasPrefix(rest, []byte("= ")) || bytes.HasPrefix(rest, []byte("+= ")) || bytes.HasPrefix(rest, []byte(":= ")):
		if last != '.' && named(word) {
			return codeLine
		}
	case last == ';' && bytes.ContainsAny(line, "=()[]{}") && !bytes.Contains(line, []byte("](")) && !isClause(line):
		return certainLine
	case last == '{' && bytes.ContainsAny(line, "=()<>:."):
		return certainLine
	case last == ')' && called(line):
		return certainLine
	case line[0] == '"' && bytes.Contains(line, []byte(`": `)) && (last == ',' || last == '"' || last == '{' || last == '['):
		return codeLine
	}
	return proseLine
}

// fewestWords is the minimum number of consecutive words in a line of prose that ends in a
// semicolon. SQL statements have a few words in a row.
const fewestWords = 8

// isClause reports whether a line that ends in a semicolon is a clause of an enumeration, as in
// contracts: “(b) marketing;”, “the owner of the boat keeps the list (or a copy of it);”.
func isClause(line []byte) bool {
	if bytes.ContainsAny(line, "={}[]<>") {
		return false
	}
	if n := bytes.IndexByte(line, ')'); line[0] == '(' && n > 1 && n <= len("(viii") && n+1 < len(line) && line[n+1] == ' ' {
		return true
	}
	run := 0
	for word := range bytes.FieldsSeq(line) {
		if run++; !isPlain(bytes.TrimRight(word, ",;")) {
			run = 0
		}
		if run == fewestWords {
			return true
		}
	}
	return false
}

// isPlain reports whether a word has letters only, with hyphens and apostrophes inside.
func isPlain(word []byte) bool {
	for _, r := range string(word) {
		if !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' {
			return false
		}
	}
	return len(word) > 0
}

// named reports whether every word is a name of a program: letters, digits, underscores and
// full stops inside, with the punctuation that occurs between names.
func named(words []byte) bool {
	n := 0
	for word := range bytes.FieldsSeq(words) {
		word = bytes.Trim(word, ",;'\"{}*<>()")
		if n++; n > 8 || bytes.HasSuffix(word, []byte(".")) {
			return false
		}
		for _, c := range word {
			if !scan.IsAlphanumeric(c) && bytes.IndexByte([]byte("_.$/@-[]:'\""), c) < 0 {
				return false
			}
		}
	}
	return n > 0 && (n < 2 || bytes.ContainsAny(words, "_.;'\"{*<,") || n <= 3)
}

// called reports whether a line is a call: a name without spaces, and parentheses around
// the rest.
func called(line []byte) bool {
	open := bytes.IndexByte(line, '(')
	if open < 1 || bytes.IndexByte(line[:open], '[') >= 0 && line[0] == '[' {
		return false
	}
	for _, c := range line[:open] {
		if !scan.IsAlphanumeric(c) && c != '_' && c != '.' && c != '$' && c != ':' {
			return false
		}
	}
	return true
}

func hasAnyPrefix(line []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if bytes.HasPrefix(line, []byte(p)) {
			return true
		}
	}
	return false
}
