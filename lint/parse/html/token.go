package html

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tokenKind says what a token of HTML is.
type tokenKind uint8

const (
	textToken tokenKind = iota
	rawToken            // the content of script, style, title and their like
	startToken
	endToken
	commentToken
)

// token is one tag, comment or piece of text with its position. It is small: all tokens
// of a page are stored in one slice, which is processed once to find the article and
// once to read it.
type token struct {
	start, end int
	name       atom.Atom // name of a tag; 0 if it is not an HTML element
	kind       tokenKind
	attributes bool // whether a start tag has any
	closed     bool // whether a start tag ends in "/>"
}

// appendTokens appends the tokens of src[start:end] to tokens. Every byte before an
// unclosed tag at the end belongs to exactly one token: the tokenizer's raw bytes add
// up to the input, so all offsets are exact.
func appendTokens(tokens []token, src []byte, start, end int) []token {
	known := len(tokens)
	tokens, ok := quickTokens(tokens, src, start, end)
	if ok {
		return tokens
	}
	return tokenize(tokens[:known], src, start, end)
}

// tokenize appends tokens as appendTokens does, but always with the tokenizer of the
// library, which accepts any input.
func tokenize(tokens []token, src []byte, start, end int) []token {
	z := html.NewTokenizer(bytes.NewReader(src[start:end]))
	at := start
	raw := false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return tokens
		}
		t := token{start: at, end: at + len(z.Raw())}
		at = t.end
		switch kind {
		case html.TextToken:
			if raw {
				t.kind = rawToken
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t.kind = startToken
			t.name, t.attributes = tagName(src, t.start+1, t.end)
			t.closed = kind == html.SelfClosingTagToken
		case html.EndTagToken:
			t.kind = endToken
			t.name, _ = tagName(src, t.start+2, t.end)
		default:
			t.kind = commentToken
		}
		raw = t.kind == startToken && rawText(t.name)
		tokens = append(tokens, t)
	}
}

// tagName returns the name that begins at offset at in a tag, and whether anything
// other than the end of the tag follows it.
func tagName(src []byte, at, end int) (name atom.Atom, more bool) {
	i := at
	for i < end && !scan.IsHTMLSpace(src[i]) && src[i] != '/' && src[i] != '>' {
		i++
	}
	more = end-i > 1
	var lower [16]byte
	if i-at > len(lower) {
		return 0, more
	}
	return atom.Lookup(scan.AppendLower(lower[:0], src[at:i])), more
}

// singleTag reads src[start:end] as one tag; ok is false if it is not a tag.
func singleTag(src []byte, start, end int) (t token, ok bool) {
	if end-start < 3 || src[start] != '<' || src[end-1] != '>' {
		return t, false
	}
	t = token{start: start, end: end}
	name := start + 1
	switch src[name] {
	case '/':
		t.kind = endToken
		name++
	case '!', '?':
		t.kind = commentToken
		return t, true
	default:
		t.kind = startToken
	}
	if c := src[name] | 0x20; c < 'a' || c > 'z' {
		return t, false
	}
	t.name, t.attributes = tagName(src, name, end)
	t.closed = src[end-2] == '/'
	return t, true
}

// rawText reports whether the tokenizer returns the whole content of an element as one
// piece of text.
func rawText(name atom.Atom) bool {
	switch name {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Iframe, atom.Noembed,
		atom.Noframes, atom.Noscript, atom.Plaintext, atom.Xmp:
		return true
	}
	return false
}
