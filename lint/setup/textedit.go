package setup

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// text is a file as lines, which include the carriage return before the line feed, if any.
type text struct {
	lines []string
	cr    string // "\r" if lines end with CRLF
}

func textFile(content []byte) *text {
	f := &text{}
	if bytes.Contains(content, []byte("\r\n")) {
		f.cr = "\r"
	}
	if len(content) > 0 {
		f.lines = strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")
	}
	return f
}

// bytes returns the content of the file, with a line ending after the last line.
func (f *text) bytes() []byte { return []byte(strings.Join(f.lines, "\n") + "\n") }

// insert puts lines before the one at an index.
func (f *text) insert(at int, lines ...string) {
	for i := range lines {
		lines[i] += f.cr
	}
	if n := len(f.lines); at == n && n > 0 && !strings.HasSuffix(f.lines[n-1], f.cr) {
		f.lines[n-1] += f.cr // the last line had no line ending
	}
	f.lines = slices.Insert(f.lines, at, lines...)
}

// itemLines returns the lines of a list item, with a dash.
func itemLines(indent int, item []string) (lines []string) {
	lead := strings.Repeat(" ", indent)
	for i, line := range item {
		if i == 0 {
			lines = append(lines, lead+"- "+line)
		} else {
			lines = append(lines, lead+"  "+line)
		}
	}
	return lines
}

// appendKey appends a key with a list of one item.
func (f *text) appendKey(key string, item []string) {
	if n := len(f.lines); n > 0 && strings.TrimSpace(f.lines[n-1]) != "" && !strings.HasPrefix(f.lines[n-1], "---") {
		f.insert(n, "")
	}
	f.insert(len(f.lines), append([]string{key + ":"}, itemLines(2, item)...)...)
}

// fill adds an item to an empty list.
func (f *text) fill(key *yaml.Node, name string, item []string) {
	at := key.Line - 1
	if at < 0 || at >= len(f.lines) {
		return
	}
	line := f.lines[at]
	if before, after, ok := strings.Cut(line, "[]"); ok && strings.TrimSpace(before) == name+":" {
		f.lines[at] = strings.TrimRight(before, " ") + after
	}
	f.insert(at+1, itemLines(2, item)...)
}

// appendItem adds an item after the last one of a list, with the same indentation and
// spacing.
func (f *text) appendItem(list *yaml.Node, item []string) {
	last := list.Content[len(list.Content)-1].Line - 1
	if last < 0 || last >= len(f.lines) {
		return
	}
	indent := indentOf(f.lines[last])
	end := last + 1
	for i := end; i < len(f.lines); i++ {
		line := strings.TrimSpace(f.lines[i])
		deeper := indentOf(f.lines[i]) > indent
		if line != "" && !deeper && !strings.HasPrefix(line, "#") {
			break
		}
		if line != "" && deeper {
			end = i + 1
		}
	}
	added := itemLines(indent, item)
	if len(list.Content) > 1 && last > 0 && strings.TrimSpace(f.lines[last-1]) == "" {
		added = append([]string{""}, added...)
	}
	f.insert(end, added...)
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
