package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// closer is the delimiter that ends a kind of tag.
type closer uint8

const (
	closeOutput    closer = iota // {{ … }}
	closeAngle                   // {{< … >}}
	closePercent                 // {{% … %}}
	closeStatement               // {% … %}
	closeNote                    // {# … #}
	closeHTML                    // <!-- … -->
	closeRaw
	closeComment
	closePercents // %% … %%
	closeERB      // <% … %>
	closeKramdown // {::comment} … {:/comment}
	closeDollars  // $$ … $$
	closeStyle    // <style> … </style>
	closeScript   // <script> … </script>
	closePre      // <pre> … </pre>
	closeToolkit  // [% … %]
	closeSVG      // <svg> … </svg>
	closeMath     // <math> … </math>
	closeBlade    // {!! … !!}
	closeInclude  // {! … !}
	closeRemark   // {>> … <<}
	closeDeleted  // {-- … --}
	closeReplaced // {~~ … ~> … ~~}
	closeDiv      // <div class="mermaid"> … </div>
	closeCode     // <d-code> … </d-code>, of Distill
	closeFormula  // <d-math> … </d-math>
	closerCount
)

var closers = [closerCount]string{"}}", ">}}", "%}}", "%}", "#}", "-->", "endraw", "endcomment", "%%", "%>", "{:/", "$$", "</style>", "</script>", "</pre>", "%]", "</svg>", "</math>", "!!}", "!}", "<<}", "--}", "~~}", "</div>", "</d-code>", "</d-math>"}

// paragraph returns the end of the paragraph around i: the next blank line.
func (m *masker) paragraph(i int) int {
	if i >= m.end {
		m.end = scan.ParagraphEnd(m.src, scan.NextLine(m.src, i))
	}
	return m.end
}

// brace masks a tag that opens with a brace, if there is one.
func (m *masker) brace() {
	start := m.at
	m.at++
	if m.mdx {
		if end := balancedEnd(m, start); end > 0 {
			m.add(start, end, start+1, end-1)
			if m.src[start+1] == '/' && m.src[start+2] == '*' {
				m.tags[len(m.tags)-1].Kind = Note
			}
		}
		return
	}
	if start+2 >= len(m.src) {
		return
	}
	switch m.src[start+1] {
	case '{':
		switch m.src[start+2] {
		case '<':
			m.shortcode(start, closeAngle)
		case '%':
			m.shortcode(start, closePercent)
		default:
			maskMustache(m, start)
		}
	case '%':
		m.statement(start)
	case '#':
		if !maskAttributes(m, start) && !maskSvelte(m, start) {
			m.note(start)
		}
	case ':':
		if !maskSvelte(m, start) && !maskExtension(m, start) {
			maskAttributes(m, start)
		}
	case '/':
		if !m.jsComment(start) {
			maskSvelte(m, start)
		}
	case '@':
		maskSvelte(m, start)
	default:
		if !maskDialect(m, start) {
			maskAttributes(m, start)
		}
	}
}

// shortcode masks {{< … >}} or {{% … %}}, and the code between a pair of them.
func (m *masker) shortcode(start int, c closer) {
	if m.tag(start, 3, c) {
		markCodePair(m, len(m.tags)-1)
	}
}

// tag masks a tag from start to its closer, which must be in the same paragraph.
func (m *masker) tag(start, open int, c closer) bool {
	limit := m.paragraph(start)
	end := m.find(start+open, limit, c)
	if end < 0 {
		return false
	}
	if after := m.outsideStrings(start+open, limit, closers[c]); after > 0 {
		end = after
	}
	m.add(start, end, start+open, end-len(closers[c]))
	return true
}

// longest is the maximum number of bytes of a statement with blank lines in its arguments.
const longest = 16 << 10

// long masks a statement whose arguments contain blank lines: {% include x.html a="…" %}.
// If another statement opens before it closes, it is text.
func (m *masker) long(start int) bool {
	inner := m.src[start+2 : min(len(m.src), start+longest)]
	n := bytes.Index(inner, []byte(closers[closeStatement]))
	if m.budget -= len(inner); m.budget < 0 || n < 0 || bytes.Contains(inner[:n], []byte("{%")) {
		return false
	}
	from := start + 2
	m.add(start, from+n+len(closers[closeStatement]), from, from+n)
	return true
}

// find returns the end of the first closer in [from, limit), or -1. It remembers that
// there is none.
func (m *masker) find(from, limit int, c closer) int {
	if from >= limit || from < m.none[c] {
		return -1
	}
	k := bytes.Index(m.src[from:limit], []byte(closers[c]))
	if k < 0 {
		m.none[c] = limit
		return -1
	}
	return from + k + len(closers[c])
}

// outsideStrings returns the end of the first closer outside string literals, or -1. An
// apostrophe inside a word does not open a string.
func (m *masker) outsideStrings(from, limit int, closer string) int {
	for i := from; i < limit && m.budget > 0; i++ {
		m.budget--
		switch c := m.src[i]; {
		case c == closer[0] && bytes.HasPrefix(m.src[i:limit], []byte(closer)):
			return i + len(closer)
		case (c == '"' || c == '\'' || c == '`') && !scan.IsAlphanumeric(m.src[i-1]):
			k := stringEnd(m.src[i:limit])
			if k < 0 {
				m.budget -= limit - i
				return -1
			}
			m.budget -= k
			i += k - 1
		}
	}
	return -1
}

// stringEnd returns the length of the string literal at the beginning of s, or -1.
func stringEnd(s []byte) int {
	for i := 1; i < len(s); i++ {
		if s[i] == '\\' && s[0] != '`' {
			i++
		} else if s[i] == s[0] {
			return i + 1
		}
	}
	return -1
}

// statement masks {% … %}. It does not mask the content between raw and endraw; it
// masks comment and endcomment together with the content between them.
func (m *masker) statement(start int) {
	if !m.tag(start, 2, closeStatement) && !m.long(start) {
		return
	}
	var c closer
	switch m.tags[len(m.tags)-1].pair {
	case "raw", "verbatim":
		c = closeRaw
	case "comment":
		c = closeComment
	default:
		n := len(m.tags) - 1
		markCodePair(m, n)
		called(m, &m.tags[n])
		return
	}
	after := m.at
	for {
		k := m.find(after, len(m.src), c)
		if k < 0 {
			return
		}
		after = k
		open := k - len(closers[c])
		for open > 0 && (m.src[open-1] == ' ' || m.src[open-1] == '-') {
			open--
		}
		end := bytes.Index(m.src[k:min(len(m.src), k+40)], []byte("%}"))
		if open < 2 || m.src[open-1] != '%' || m.src[open-2] != '{' || end < 0 {
			continue
		}
		if c == closeComment {
			t := &m.tags[len(m.tags)-1]
			t.Span.End, t.Kind = k+end+2, Note
		} else {
			m.add(open-2, k+end+2, open, k+end)
		}
		m.at = k + end + 2
		return
	}
}

// note masks {# … #}, unless it is a heading attribute: {#id}.
func (m *masker) note(start int) {
	if m.src[start+2] != ' ' && m.attribute(start) {
		return
	}
	if end := m.find(start+2, len(m.src), closeNote); end > 0 {
		m.add(start, end, end, end)
		m.tags[len(m.tags)-1].Kind = Note
	}
}

// jsComment masks a comment of MDX, {/* … */}, on one line: sites may read .md files as MDX, and some give
// headings their ids in such comments.
func (m *masker) jsComment(start int) bool {
	if m.o.Format != lint.Markdown || m.src[start+2] != '*' {
		return false
	}
	const closing = "*/}"
	n := bytes.Index(m.src[start:scan.LineEnd(m.src, start)], []byte(closing))
	if n < 0 {
		return false
	}
	end := start + n + len(closing)
	m.add(start, end, start+1, end-1)
	m.tags[len(m.tags)-1].Kind = Note
	return true
}

// attribute reports whether the next closing brace is on the line of start and does not
// close a template comment.
func (m *masker) attribute(start int) bool {
	if m.curly < start {
		k := bytes.IndexByte(m.src[start:], '}')
		if k < 0 {
			k = len(m.src)
		}
		m.curly = start + k
		m.curlyLine = scan.LineEnd(m.src, start)
	} else if m.curlyLine < start {
		m.curlyLine = scan.LineEnd(m.src, start)
	}
	return m.curly < m.curlyLine && m.src[m.curly-1] != '#'
}

// angle skips an HTML comment and masks a JSX tag.
func (m *masker) angle() {
	if m.mdx && maskJSX(m) || m.found&signComponent != 0 && maskComponent(m) {
		return
	}
	if m.found&signERB != 0 && maskERB(m) {
		return
	}
	if bytes.HasPrefix(m.src[m.at:], []byte("<!--")) {
		if end := m.find(m.at+4, len(m.src), closeHTML); end > 0 {
			m.at = end
			return
		}
	}
	if m.found&signRaw != 0 && skipRaw(m) {
		return
	}
	m.at++
}
