package anchor

import (
	"bytes"
	"regexp"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
)

// ownID reports whether a document defines an id in its source, in any syntax for custom
// ids.
func ownID(d *lint.Document, id string) bool { return ownIDIn(d.Source.Bytes, d.Templates, id) }

// Gives reports whether the source of a draft gives an element or a heading an id, in any syntax.
func Gives(source []byte, id string) bool { return ownIDIn(source, nil, id) }

// mostBefore is how many bytes before an id on its line are read: a line may be as long as the
// draft.
const mostBefore = 1 << 10

// ownIDIn reports whether an id is defined where it occurs as a whole word.
func ownIDIn(source []byte, tags []lint.Span, id string) bool {
	return occurs(source, id, func(before, after string, at int) bool {
		return named(before, after) || argument(before, after, tags, at)
	})
}

// occurs reports whether an id occurs as a whole word with something on its line before and after it.
func occurs(source []byte, id string, is func(before, after string, at int) bool) bool {
	if id == "" {
		return false
	}
	word := []byte(id)
	for from := 0; ; {
		i := bytes.Index(source[from:], word)
		if i < 0 {
			return false
		}
		i += from
		from = i + 1
		end := i + len(id)
		if end < len(source) && isWord(source[end]) {
			continue
		}
		start := max(i-mostBefore, 0)
		start += bytes.LastIndexByte(source[start:i], '\n') + 1
		stop := end + max(bytes.IndexByte(source[end:], '\n'), 0)
		if stop == end && bytes.IndexByte(source[end:], '\n') < 0 {
			stop = len(source)
		}
		before, after := string(source[start:i]), string(source[end:stop])
		if is(before, after, i) {
			return true
		}
	}
}

func isWord(c byte) bool {
	return c == '-' || c == '_' || c >= 0x80 || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// attributes matches the text before an id that is the value of an attribute, an option or
// a field. A template expression may come before the id.
var attributes = regexp.MustCompile("(?i)(?:\\b|[a-z_-])(?:id|name|anchor|label|slug)\\s*[=:]\\s*[\\\\{\"'`(]*(?:[^\"'`]*(?:\\}\\}|%\\}|%>|\\}|\\?>)[-_.]?)?$")

// named reports whether the text around an id on its line defines it.
func named(before, after string) bool {
	if attributes.MatchString(before) {
		return true
	}
	trimmed := strings.TrimSpace(before)
	switch {
	case trimmed == "(" && strings.HasPrefix(after, ")="): // MyST
		return true
	case strings.HasPrefix(trimmed, ":name:"), strings.HasPrefix(trimmed, ":label:"): // options of directives
		return true
	case strings.HasSuffix(before, "$$ ("): // a formula of MyST
		return strings.HasPrefix(after, ")")
	case strings.HasSuffix(strings.TrimRight(before, " "), "{/*"): // MDX, without a number sign
		return strings.HasPrefix(strings.TrimLeft(after, " "), "*/}")
	case strings.HasSuffix(before, "^") && !strings.HasSuffix(before, "[^"): // Obsidian
		return strings.TrimSpace(after) == ""
	case strings.HasSuffix(before, `\label{`), strings.HasSuffix(before, `\hypertarget{`), strings.HasSuffix(before, ".. _"):
		return true
	case strings.HasSuffix(before, "[["), strings.HasSuffix(before, "[#"): // AsciiDoc
		return strings.HasPrefix(after, "]")
	}
	return inBraces(before)
}

// inBraces reports whether an id is inside an open attribute list and marked as an id:
// {#id}, {: .class #id}, {% #id %}, {/* #id */}, \{#id\}.
func inBraces(before string) bool {
	rest, is := strings.CutSuffix(before, "#")
	if !is {
		return false
	}
	open := strings.LastIndexByte(rest, '{')
	if open < 0 || strings.IndexByte(rest[open:], '}') >= 0 || strings.Contains(rest[open:], "](") {
		return false
	}
	return strings.IndexByte("{ :%*\t", rest[len(rest)-1]) >= 0
}

// prefixed reports whether a template tag has an id as the value of an argument to which
// the template adds a prefix: {{% def id="term" %}} for def-term.
func prefixed(d *lint.Document, id string) bool {
	for _, cut := range [...]string{"-", "_", ":", "."} {
		_, rest, is := strings.Cut(id, cut)
		if !is || rest == "" || !bytes.Contains(d.Source.Bytes, []byte(rest)) {
			continue
		}
		for _, tag := range d.Templates {
			text := d.Source.Slice(tag)
			if i := strings.Index(text, rest); i > 0 && attributes.MatchString(text[:i]) && (i+len(rest) == len(text) || !isWord(text[i+len(rest)])) {
				return true
			}
		}
	}
	return false
}

// argument reports whether an id is an entire argument of a template tag: {{< anchor "id"
// >}}.
func argument(before, after string, tags []lint.Span, at int) bool {
	k := sort.Search(len(tags), func(k int) bool { return tags[k].End > at })
	if k == len(tags) || tags[k].Start >= at || before == "" {
		return false
	}
	return strings.IndexByte("\"' (`", before[len(before)-1]) >= 0 && (after == "" || strings.IndexByte("\"' )`%}>", after[0]) >= 0)
}

// titled calls add with each title or label of a component or directive from which an id may be
// made: title="...", label: '...', heading={"..."}.
func titled(source []byte, add func(title string)) {
	for i := 0; i < len(source); {
		n := bytes.IndexAny(source[i:], "=:")
		if n < 0 {
			return
		}
		i += n + 1
		if !titles(source[:i-1]) {
			continue
		}
		if title, end := argumentAt(source, i); title != "" {
			add(title)
			i = end
		}
	}
}

// argumentAt returns the quoted or braced argument at an offset and the offset after it, or "" if
// there is none on the line.
func argumentAt(source []byte, i int) (value string, end int) {
	for i < len(source) && isSpace(source[i]) {
		i++
	}
	open := i
	for i < len(source) && isOpening(source[i]) {
		i++
	}
	if i == open {
		return "", 0
	}
	n := bytes.IndexAny(source[i:], "\"'{}\n")
	if n <= 0 || source[i+n] == '{' || source[i+n] == '\n' {
		return "", 0
	}
	return string(source[i : i+n]), i + n + 1
}

func isOpening(c byte) bool { return c == '"' || c == '\'' || c == '{' }

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' && c != '\v' }

// titles reports whether a text ends with the name of an argument that may become a heading or a
// label with an id.
func titles(before []byte) bool {
	end := len(before)
	for end > 0 && isSpace(before[end-1]) {
		end--
	}
	start := end
	for start > 0 && end-start <= len("question") && isNameByte(before[start-1]) {
		start--
	}
	switch strings.ToLower(string(before[start:end])) {
	case "title", "label", "heading", "header", "summary", "question", "term", "caption":
		return true
	}
	return false
}

func isNameByte(c byte) bool {
	return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// tabs matches the first line of a tab of Python-Markdown: === "Title".
var tabs = regexp.MustCompile(`(?m)^[ \t]*===[!+]*[ \t]+"([^"\n]+)"`)
