package kind

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/copychief/copychief/lint"
)

const (
	fewestKeys = 3         // of a mapping
	longestKey = 40        // in bytes
	dataReach  = 256 << 10 // maximum size in bytes of a draft that is read as data
)

// isData reports whether a file with the extension of Markdown holds data for a program: a mapping in
// YAML or TOML, or JSON, from its first line to its last, without the lines that enclose front
// matter.
func isData(d *lint.Document) bool {
	src := bytes.TrimPrefix(d.Source.Bytes, []byte("\ufeff"))
	if d.Format != lint.Markdown || len(src) == 0 || len(src) > dataReach {
		return false
	}
	switch c := src[0]; {
	case c == '{' || c == '[':
		if text := bytes.TrimSpace(src); c == '{' && d.Meta.Title().Len() > 0 || text[len(text)-1] != c+2 { // in ASCII, the closing bracket is two after the opening one
			return false
		}
		return json.Valid(src) || isTOML(src)
	case keyOf(src, ':') != "":
		return isYAML(src)
	case keyOf(src, '=') != "":
		return isTOML(src)
	}
	return false
}

// keyOf returns the key that a line begins with, before a sign, or "".
func keyOf(line []byte, sign byte) string {
	at := bytes.IndexByte(line[:min(len(line), longestKey)], sign)
	if at <= 0 {
		return ""
	}
	key := strings.TrimRight(string(line[:at]), " ")
	if sign == ':' && at+1 < len(line) && strings.IndexByte(" \r\n", line[at+1]) < 0 {
		return "" // an address
	}
	for i := range len(key) {
		c := key[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || (key[i] < '0' || key[i] > '9') && key[i] != '_' && key[i] != '-') {
			return ""
		}
	}
	return key
}

// isYAML reports whether a text is a mapping in YAML: each line has a key of its own, or belongs to a
// key without a value above it. Keys and plain values alone may be the header lines of an
// article that is not written yet, unless their names are those of a program's data.
func isYAML(src []byte) bool {
	keys, nested, plain, open := map[string]bool{}, false, true, false
	for line := range bytes.Lines(src) {
		line = bytes.TrimRight(line, " \t\r\n")
		switch {
		case len(line) == 0, line[0] == '#':
			continue
		case line[0] == ' ', line[0] == '\t', bytes.HasPrefix(line, []byte("- ")):
			if !open {
				return false
			}
			nested = true
			continue
		}
		key := keyOf(line, ':')
		if key == "" || keys[key] {
			return false
		}
		keys[key] = true
		plain = plain && key == strings.ToLower(key) && key != "title" && key != "date"
		value := bytes.TrimSpace(line[bytes.IndexByte(line, ':')+1:])
		open = len(value) == 0 || strings.IndexByte("|>!&", value[0]) >= 0
	}
	return len(keys) >= fewestKeys && (plain || nested && (!keys["title"] || !keys["date"]))
}

// isTOML reports whether each line of a text is an assignment or the name of a table in TOML.
func isTOML(src []byte) bool {
	keys := 0
	for line := range bytes.Lines(src) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0, line[0] == '#', line[0] == '[' && line[len(line)-1] == ']':
			continue
		case keyOf(line, '=') == "":
			return false
		}
		value := bytes.TrimSpace(line[bytes.IndexByte(line, '=')+1:])
		if len(value) == 0 || strings.IndexByte("\"'[{tf-+0123456789", value[0]) < 0 {
			return false
		}
		keys++
	}
	return keys >= fewestKeys
}
