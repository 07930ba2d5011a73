package template

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/splice"
)

// arguments holds the arguments of one tag.
type arguments struct {
	name    string // "include image.html" for an include
	list    []argument
	literal lint.Text // the first string literal
}

type argument struct {
	name  string // "" for a positional argument
	value lint.Text
}

// get returns the first argument that matches one of the keys, which are separated by
// vertical bars.
func (a *arguments) get(keys string) (value lint.Text, ok bool) {
	for key := range strings.SplitSeq(keys, "|") {
		position := 0 // of a positional argument
		if len(key) == 1 && '1' <= key[0] && key[0] <= '9' {
			position = int(key[0] - '0')
		}
		byName := position == 0
		for k := range a.list {
			arg := &a.list[k]
			if arg.name == "" {
				position--
			}
			if !byName && arg.name == "" && position == 0 || byName && key != "" && arg.name == key {
				return arg.value, true
			}
		}
	}
	return lint.Text{}, false
}

// named reports whether an argument has one of the keys, which are separated by vertical
// bars.
func (a *arguments) named(keys string) bool {
	for key := range strings.SplitSeq(keys, "|") {
		for k := range a.list {
			if arg := &a.list[k]; arg.name != "" && arg.name == key {
				return true
			}
		}
	}
	return false
}

// argumentsOf reads the content of a tag: a name, then strings, words and name=value
// pairs, with or without commas between them. In a filter after a vertical bar, it only
// uses a string, as the literal if there is none before it. For a tag without a meaning,
// such as most variables and statements, only the literal matters.
func argumentsOf(m *masker, from, to int) arguments {
	l := argumentLexer{src: m.src, at: from, end: to}
	l.trim()
	a := arguments{name: l.name()}
	includes := a.name == "include" || a.name == "render" || a.name == "partial"
	known := includes || m.means(a.name)
	for {
		arg, quoted, ok := l.next()
		if !ok {
			return a
		}
		if quoted && !a.literal.Placed() {
			a.literal = arg.value
		}
		if !known {
			if a.literal.Placed() {
				return a
			}
			continue
		}
		if l.filter {
			continue
		}
		if includes && arg.name == "" && len(a.list) == 0 {
			includes = false
			a.name = "include " + arg.value.String()
			continue
		}
		a.list = append(a.list, arg)
	}
}

type argumentLexer struct {
	src     []byte
	at, end int
	filter  bool // after a vertical bar: what follows belongs to a filter, not to the tag
}

// trim removes the characters that control white space.
func (l *argumentLexer) trim() {
	for l.at < l.end && (l.src[l.at] == '-' || l.src[l.at] == '~' || l.src[l.at] == '+' || scan.IsHTMLSpace(l.src[l.at])) {
		l.at++
	}
	for l.end > l.at && (l.src[l.end-1] == '-' || l.src[l.end-1] == '~' || scan.IsHTMLSpace(l.src[l.end-1])) {
		l.end--
	}
	if l.end > l.at && l.src[l.end-1] == '/' {
		l.end--
	}
}

func (l *argumentLexer) name() string {
	from := l.at
	for l.at < l.end && wordByte(l.src[l.at]) {
		l.at++
	}
	return string(l.src[from:l.at])
}

func wordByte(c byte) bool {
	return scan.IsAlphanumeric(c) || c == '_' || c == '.' || c == '/' || c == '-' || c >= 0x80
}

// next reads an argument; quoted says whether its value is a string.
func (l *argumentLexer) next() (arg argument, quoted, ok bool) {
	for l.at < l.end && !wordByte(l.src[l.at]) && !quoteByte(l.src[l.at]) {
		l.filter = l.filter || l.src[l.at] == '|'
		l.at++
	}
	if l.at >= l.end {
		return arg, false, false
	}
	if quoteByte(l.src[l.at]) {
		arg.value = l.quoted()
		return arg, true, true
	}
	from := l.at
	word := l.name()
	k := l.at
	for k < l.end && scan.IsHTMLSpace(l.src[k]) {
		k++
	}
	if k == l.end || l.src[k] != '=' && l.src[k] != ':' {
		arg.value = lint.Verbatim(word, from)
		return arg, false, true
	}
	arg.name = word
	if k+1 < l.end && l.src[k+1] == '>' { // :alt => "…" in Ruby
		k++
	}
	for k++; k < l.end && scan.IsHTMLSpace(l.src[k]); k++ {
	}
	if l.at = k; k < l.end && quoteByte(l.src[k]) {
		arg.value = l.quoted()
		return arg, true, true
	}
	from = l.at
	arg.value = lint.Verbatim(l.name(), from)
	return arg, false, true
}

func quoteByte(c byte) bool { return c == '"' || c == '\'' || c == '`' }

// quoted reads a string literal and resolves its escapes; an unclosed one extends to
// the end of the tag.
func (l *argumentLexer) quoted() lint.Text {
	n := stringEnd(l.src[l.at:l.end])
	from, to := l.at+1, l.at+n-1
	if n < 0 {
		to = l.end
	}
	raw := l.src[l.at] == '`'
	l.at = min(to+1, l.end)
	w, changed := splice.New(l.src, from), false
	for i := from; i < to; i++ {
		if c := l.src[i]; c == '\\' && !raw && i+1 < to && (quoteByte(l.src[i+1]) || l.src[i+1] == '\\') {
			w.Replace(string(l.src[i+1]), i, i+2)
			changed = true
			i++
		}
	}
	if !changed {
		return lint.Verbatim(string(l.src[from:to]), from)
	}
	w.Flush(to)
	return w.Text()
}
