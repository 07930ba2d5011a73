package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/address"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// plainWriter writes the units of a plain text through the builder.
type plainWriter struct {
	b      *build.Builder
	tags   []template.Tag // tags that have not been written
	o      *build.Options
	quoted bool
	outer  int
	end    int // end of the last unit
}

// unit writes one unit.
func (w *plainWriter) unit(p *plain, u *unit) {
	if (u.kind == unitQuote) != w.quoted {
		if w.quoted {
			w.endQuote()
		} else {
			_, w.outer = w.b.BeginQuote(u.start)
			w.quoted = true
		}
	}
	w.end = p.span(u).End
	if u.kind == unitRule {
		return
	}
	kind, level := lint.Paragraph, 0
	switch {
	case u.kind == unitItem:
		kind, level = lint.Item, u.level
	case u.kind == unitText && u.level > 0:
		kind, level = lint.Heading, u.level
	}
	w.b.Begin(kind, level, u.start)
	start := u.text
	for i := u.from; i < u.to; i++ {
		l := p.lines[i]
		if i > u.from {
			start = l.Start
			if u.kind == unitQuote {
				start += quoteMark(w.b.Src[l.Start:l.End])
			}
			w.b.Space(p.lines[i-1].End, start)
		}
		w.line(start, min(l.End, w.end))
	}
	w.b.End(w.end)
}

func (w *plainWriter) endQuote() {
	if w.quoted {
		w.b.EndQuote(w.outer, w.end)
		w.quoted = false
	}
}

// line writes a line or a part of it, with template tags as objects.
func (w *plainWriter) line(start, end int) {
	for len(w.tags) > 0 && w.tags[0].Span.Start < end {
		t := w.tags[0].Span
		w.tags = w.tags[1:]
		if t.End <= start {
			continue
		}
		if t.Start >= start {
			w.words(start, t.Start)
			w.b.Object(lint.None, t.Start, min(t.End, end))
		}
		start = min(t.End, end)
		if t.End > end {
			w.tags = append([]template.Tag{{Span: lint.Span{Start: end, End: t.End}}}, w.tags...)
			return
		}
	}
	w.words(start, end)
}

// words writes words, and the addresses among them as links.
func (w *plainWriter) words(start, end int) {
	done := start
	for i := start; i < end; i++ {
		var from, to int
		switch w.b.Src[i] {
		case 'h', 'H', 'w', 'W':
			from, to = i, i+addressLength(w.b.Src[done:end], i-done)
		case '@':
			from, to = emailAround(w.b.Src, done, i, end)
		}
		if to <= i || to <= from {
			continue
		}
		w.b.Verbatim(done, from)
		w.link(from, to)
		done, i = to, to-1
	}
	w.b.Verbatim(done, end)
}

// link writes an address as a link to itself.
func (w *plainWriter) link(from, to int) {
	text := string(w.b.Src[from:to])
	span := lint.Span{Start: from, End: to}
	target := lint.Verbatim(text, from)
	whole := []lint.Run{{Source: span, Whole: true}}
	switch {
	case strings.Contains(text, "://"):
	case strings.Contains(text, "@"):
		target = lint.NewText("mailto:"+text, whole)
	default:
		target = lint.NewText("http://"+text, whole)
	}
	i := w.b.BeginLink(lint.Link{Kind: address.Classify(target.String(), w.o.Hosts), Target: target, Bare: true})
	w.b.Verbatim(from, to)
	w.b.EndLink(i, span)
}

// isAddress reports whether a line consists of one web address.
func isAddress(line []byte) bool {
	n := addressLength(line, 0)
	return n > 0 && len(bytes.Trim(line[n:], ".,;:!?)>")) == 0
}

// addressLength returns the length of the web address that begins at offset i of s, or
// 0. As in GFM, trailing punctuation is not part of it, nor is a closing parenthesis
// whose opening one comes before the address.
func addressLength(s []byte, i int) int {
	rest := s[i:]
	n := 0
	for _, scheme := range [...]string{"https://", "http://", "www."} {
		if len(rest) > len(scheme) && strings.EqualFold(string(rest[:len(scheme)]), scheme) {
			n = len(scheme)
			break
		}
	}
	if n == 0 || wordBefore(s, i) || !scan.IsAlphanumeric(rest[n]) && rest[n] < 0x80 && rest[n] != '[' {
		return 0
	}
	head := n
	depth := 0
	for n < len(rest) && isAddressByte(rest, n) {
		switch rest[n] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return trimAddress(rest[:n], head)
			}
		}
		n++
	}
	return trimAddress(rest[:n], head)
}

// trimAddress returns the length of an address without trailing punctuation, or 0 if no
// host with a dot is left.
func trimAddress(s []byte, head int) int {
	n := len(s)
	for n > head && strings.IndexByte(".,;:!?'*_~]", s[n-1]) >= 0 {
		n--
	}
	host, _, _ := bytes.Cut(s[head:n], []byte("/"))
	if len(host) == 0 || head == len("www.") && bytes.IndexByte(host, '.') < 0 {
		return 0
	}
	return n
}

// isAddressByte reports whether the byte at i can be part of an address: it is not
// white space, a quotation mark, a typographic dash or an ellipsis.
func isAddressByte(s []byte, i int) bool {
	switch c := s[i]; {
	case c <= ' ', c == '<', c == '>', c == '"', c == '`', c == '|', c == '\\', c == '^', c == '{', c == '}', c == 0x7f:
		return false
	case c == 0xe2: // U+2010 to U+206F: general punctuation
		return i+2 >= len(s) || s[i+1] != 0x80 && s[i+1] != 0x81
	case c == 0xc2: // U+00A0, guillemets and the like
		return false
	}
	return true
}

// emailAround returns the bounds of the e-mail address around the @ at offset at of
// src, within [from, to), or zeros if there is none. Both parts have a maximum length,
// so that the time for a line of nothing but @ is linear.
func emailAround(src []byte, from, at, to int) (start, end int) {
	start = at
	for start > from && at-start < 64 && (scan.IsAlphanumeric(src[start-1]) || strings.IndexByte("._%+-", src[start-1]) >= 0) {
		start--
	}
	for start < at && !scan.IsAlphanumeric(src[start]) {
		start++
	}
	end = at + 1
	for end < to && end-at < 254 && (scan.IsAlphanumeric(src[end]) || src[end] == '.' || src[end] == '-') {
		end++
	}
	for end > at+1 && !scan.IsAlphanumeric(src[end-1]) {
		end--
	}
	if start == at || bytes.IndexByte(src[at+1:end], '.') <= 0 {
		return 0, 0
	}
	return start, end
}

// wordBefore reports whether there is a letter or digit directly before offset i.
func wordBefore(s []byte, i int) bool {
	r, _ := utf8.DecodeLastRune(s[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
