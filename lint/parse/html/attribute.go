package html

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// attribute is the name of an attribute that matters for an article.
type attribute uint8

const (
	attrID attribute = iota
	attrName
	attrHref
	attrRel
	attrSrc
	attrDataSrc
	attrSrcset
	attrDataSrcset
	attrAlt
	attrAltBound // an expression of a framework with the alt text, or with all attributes
	attrTitle
	attrRole
	attrAriaHidden
	attrAriaLabel
	attrCite
	attrHidden
	attrOpen
	attrLang
	attrContent
	attrProperty
	attrItemprop
	attrHTTPEquiv
	attrHreflang
	attributeCount
	attrUnknown = attributeCount
)

// attributeOf returns the attribute with a name, in upper or lower case.
func attributeOf(name []byte) attribute {
	var lower [12]byte
	if bytes.HasPrefix(name, []byte("{...")) {
		return attrAltBound
	}
	if len(name) > len(lower) {
		return attrUnknown
	}
	return attributeNamed(string(scan.AppendLower(lower[:0], name)))
}

func attributeNamed(lower string) attribute {
	switch lower {
	case "id":
		return attrID
	case "name":
		return attrName
	case "href":
		return attrHref
	case "hreflang":
		return attrHreflang
	case "rel":
		return attrRel
	case "src":
		return attrSrc
	case "data-src":
		return attrDataSrc
	case "srcset":
		return attrSrcset
	case "data-srcset":
		return attrDataSrcset
	case "alt":
		return attrAlt
	case ":alt", "v-bind:alt", "x-bind:alt", "[alt]", "[attr.alt]", "th:alt", "bind:alt", "ng-attr-alt", "v-bind", "x-bind":
		return attrAltBound
	case "title":
		return attrTitle
	case "role":
		return attrRole
	case "aria-hidden":
		return attrAriaHidden
	case "aria-label":
		return attrAriaLabel
	case "cite":
		return attrCite
	case "hidden":
		return attrHidden
	case "open":
		return attrOpen
	case "lang":
		return attrLang
	case "content":
		return attrContent
	case "property":
		return attrProperty
	case "itemprop":
		return attrItemprop
	case "http-equiv":
		return attrHTTPEquiv
	}
	return attrUnknown
}

// attributes are the attributes of one tag: the span of each value without its
// quotation marks. If a name occurs twice, the first one counts, as in a browser.
type attributes struct {
	b   *build.Builder
	has uint32
	at  [attributeCount]lint.Span
}

// readAttributes reads the attributes of the tag src[start:end], which includes "<" and
// ">".
func readAttributes(b *build.Builder, start, end int) attributes {
	a := attributes{b: b}
	l := newAttributeLexer(b.Src, start, end)
	for {
		name, value, ok := l.next()
		if !ok {
			return a
		}
		if k := attributeOf(b.Src[name.Start:name.End]); k != attrUnknown && a.has&(1<<k) == 0 {
			a.has |= 1 << k
			a.at[k] = value
		}
	}
}

// present reports whether the tag has the attribute, with or without a value.
func (a *attributes) present(k attribute) bool { return a.has&(1<<k) != 0 }

// is reports whether the value is word, ignoring case.
func (a *attributes) is(k attribute, word string) bool {
	return a.present(k) && bytes.EqualFold(bytes.TrimSpace(a.raw(k)), []byte(word))
}

// made reports whether a template tag or an expression produces the value.
func (a *attributes) made(k attribute) bool {
	return a.present(k) && len(template.Overlapping(a.b.Tags, a.at[k])) > 0
}

// raw returns the value as written, with character references unresolved.
func (a *attributes) raw(k attribute) []byte { return a.b.Src[a.at[k].Start:a.at[k].End] }

// text returns the value as a reader sees it: character references resolved, white
// space folded, template tags as Object.
func (a *attributes) text(k attribute) lint.Text {
	if !a.present(k) {
		return lint.Text{}
	}
	return readValue(a.b, a.at[k], valueOptions{fold: true, rules: InAttribute})
}

// target returns the value as an address: character references resolved, white space
// trimmed. A template expression becomes its first string literal, or an Object if it
// has none.
func (a *attributes) target(k attribute) lint.Text {
	if !a.present(k) {
		return lint.Text{}
	}
	return readTarget(a.b, a.at[k])
}

func readTarget(b *build.Builder, span lint.Span) lint.Text {
	for _, t := range template.Overlapping(b.Tags, span) {
		if t.Literal.Len() > 0 {
			return t.Literal
		}
	}
	for span.Start < span.End && scan.IsHTMLSpace(b.Src[span.Start]) {
		span.Start++
	}
	for span.Start < span.End && scan.IsHTMLSpace(b.Src[span.End-1]) {
		span.End--
	}
	return readValue(b, span, valueOptions{rules: InAttribute})
}

// attributeLexer finds the attributes of one tag. It splits a tag in the same places as
// the tokenizer of x/net/html, which returns the attributes but not their positions.
type attributeLexer struct {
	src     []byte
	at, end int // end is the end of the tag before its ">"
}

func newAttributeLexer(src []byte, start, end int) attributeLexer {
	l := attributeLexer{src: src, at: start + 1, end: end}
	if end > start && src[end-1] == '>' {
		l.end--
	}
	for l.at < l.end && !scan.IsHTMLSpace(src[l.at]) && src[l.at] != '/' {
		l.at++
	}
	return l
}

// next returns the spans of a name and its value; both are empty where a tag contains a
// stray slash.
func (l *attributeLexer) next() (name, value lint.Span, ok bool) {
	for {
		l.skip()
		if l.at >= l.end {
			return name, value, false
		}
		if name, value = l.name(), l.value(); !name.Empty() {
			return name, value, true
		}
	}
}

func (l *attributeLexer) skip() {
	for l.at < l.end && scan.IsHTMLSpace(l.src[l.at]) {
		l.at++
	}
}

func (l *attributeLexer) name() lint.Span {
	from := l.at
	for l.at < l.end {
		if c := l.src[l.at]; scan.IsHTMLSpace(c) || c == '/' || c == '>' || c == '=' && l.at > from {
			break
		}
		l.at++
	}
	return lint.Span{Start: from, End: l.at}
}

func (l *attributeLexer) value() lint.Span {
	none := lint.Span{Start: l.at, End: l.at}
	l.skip()
	if l.at >= l.end {
		return none
	}
	if c := l.src[l.at]; c == '/' {
		l.at++
		return none
	} else if c != '=' {
		return none
	}
	l.at++
	l.skip()
	if l.at >= l.end {
		return none
	}
	if quote := l.src[l.at]; quote == '"' || quote == '\'' {
		return l.quoted(quote)
	}
	from := l.at
	for l.at < l.end && !scan.IsHTMLSpace(l.src[l.at]) {
		l.at++
	}
	return lint.Span{Start: from, End: l.at}
}

func (l *attributeLexer) quoted(quote byte) lint.Span {
	from := l.at + 1
	n := bytes.IndexByte(l.src[from:l.end], quote)
	if n < 0 {
		n = l.end - from
	}
	l.at = min(from+n+1, l.end)
	return lint.Span{Start: from, End: from + n}
}
