package html

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
)

// quickTokens appends the tokens of src[start:end], as appendTokens does, if all of it
// is simple HTML: text, complete tags with quoted values, comments. ok is false at the
// first sign of anything else, and at an element whose content is not HTML. Nearly all
// HTML inside Markdown is a few simple tags; the tokenizer allocates four kilobytes for
// each piece.
func quickTokens(tokens []token, src []byte, start, end int) (_ []token, ok bool) {
	for at := start; at < end; {
		n := bytes.IndexByte(src[at:end], '<')
		if n < 0 {
			n = end - at
		}
		t := token{start: at, end: at + n}
		if n == 0 {
			if t, ok = quickTag(src[:end], at); !ok {
				return tokens, false
			}
		}
		tokens = append(tokens, t)
		at = t.end
	}
	return tokens, true
}

// quickTag reads the tag or comment that begins at offset at.
func quickTag(src []byte, at int) (t token, ok bool) {
	if bytes.HasPrefix(src[at:], []byte("<!--")) {
		return quickComment(src, at)
	}
	t = token{start: at, kind: startToken}
	name := at + 1
	if name < len(src) && src[name] == '/' {
		t.kind = endToken
		name++
	}
	i := name
	for i < len(src) && scan.IsAlphanumeric(src[i]) {
		i++
	}
	if i == name || src[name] <= '9' {
		return t, false
	}
	if t.kind == startToken {
		i = quickAttributes(src, i)
	}
	for i < len(src) && scan.IsHTMLSpace(src[i]) {
		i++
	}
	if t.kind == startToken && i+1 < len(src) && src[i] == '/' {
		t.closed = true
		i++
	}
	if i >= len(src) || src[i] != '>' {
		return t, false
	}
	t.end = i + 1
	t.name, t.attributes = tagName(src, name, t.end)
	t.attributes = t.attributes && t.kind == startToken
	return t, t.kind == endToken || !rawText(t.name)
}

// quickAttributes returns the offset after the attributes that begin at offset i, if
// they are simple.
func quickAttributes(src []byte, i int) int {
	for {
		at := i
		for at < len(src) && scan.IsHTMLSpace(src[at]) {
			at++
		}
		name := at
		for at < len(src) && (scan.IsAlphanumeric(src[at]) || src[at] == '-' || src[at] == '_' || src[at] == ':') {
			at++
		}
		if name == i || at == name {
			return i
		}
		if i = at; i+1 < len(src) && src[i] == '=' && (src[i+1] == '"' || src[i+1] == '\'') {
			n := bytes.IndexByte(src[i+2:], src[i+1])
			if n < 0 {
				return i
			}
			i += n + 3
		}
	}
}

// quickComment reads a comment that contains no double hyphen.
func quickComment(src []byte, at int) (t token, ok bool) {
	from := at + len("<!--")
	n := bytes.Index(src[from:], []byte("--"))
	if n < 1 || src[from] == '-' || src[from] == '>' || !bytes.HasPrefix(src[from+n:], []byte("-->")) {
		return t, false
	}
	return token{start: at, end: from + n + len("-->"), kind: commentToken}, true
}
