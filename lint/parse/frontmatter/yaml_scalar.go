package frontmatter

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
	"go.yaml.in/yaml/v4"
)

// scalarReader reads one YAML scalar in the source together with its table of runs. The
// library's value is authoritative: if the two differ, that value replaces the scalar
// as a whole.
type scalarReader struct {
	src  []byte
	i    int // offset up to which the scalar has been read
	to   int
	buf  []byte
	runs []lint.Run
}

// scalar returns the text of a scalar node and its span, which includes quotation marks
// and block indicators. The text of a null is empty.
func (y *yamlReader) scalar(n *yaml.Node) (lint.Text, lint.Span) {
	start := y.properties(y.offset(n))
	s := &scalarReader{src: y.src, i: start, to: y.to}
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		s.quoted('"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		s.quoted('\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		s.block(n.Value)
	default:
		s.plain(n.Value)
	}
	span := lint.Span{Start: start, End: min(max(s.i, start), y.to)}
	switch {
	case n.Value == "" || n.Tag == "!!null" && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0:
		return lint.Text{}, span
	case string(s.buf) != n.Value:
		return lint.NewText(n.Value, []lint.Run{{Source: span, Whole: true}}), span
	}
	return lint.NewText(n.Value, s.runs), span
}

// properties skips an anchor and a tag before a node.
func (y *yamlReader) properties(i int) int {
	for i < y.to && (y.src[i] == '&' || y.src[i] == '!') {
		k := i
		for k < y.to && !strings.ContainsRune(" \t\r\n", rune(y.src[k])) {
			k++
		}
		for k < y.to && strings.ContainsRune(" \t\r\n", rune(y.src[k])) {
			k++
		}
		i = k
	}
	return i
}

// take appends the next n bytes unchanged.
func (s *scalarReader) take(n int) {
	if k := len(s.runs); k == 0 || s.runs[k-1].Whole || s.runs[k-1].Source.End != s.i {
		s.runs = append(s.runs, lint.Run{At: len(s.buf), Source: lint.Span{Start: s.i, End: s.i}})
	}
	s.runs[len(s.runs)-1].Source.End += n
	s.buf = append(s.buf, s.src[s.i:s.i+n]...)
	s.i += n
}

// put appends text that replaces the source up to end.
func (s *scalarReader) put(text string, end int) {
	if text != "" {
		s.runs = append(s.runs, lint.Run{At: len(s.buf), Source: lint.Span{Start: s.i, End: end}, Whole: true})
		s.buf = append(s.buf, text...)
	}
	s.i = end
}

// breaks returns the end of the white space that begins at i and the number of line
// breaks in it.
func (s *scalarReader) breaks(i int) (end, count int) {
	for end = i; end < s.to; end++ {
		switch s.src[end] {
		case '\n':
			count++
		case ' ', '\t', '\r':
		default:
			return end, count
		}
	}
	return end, count
}

// fold reads white space inside a flow scalar: one line break becomes a space, n of
// them become n-1 line feeds.
func (s *scalarReader) fold() {
	end, count := s.breaks(s.i)
	switch count {
	case 0:
		s.take(end - s.i)
	case 1:
		s.put(" ", end)
	default:
		s.put(strings.Repeat("\n", count-1), end)
	}
}

// plain reads an unquoted scalar, which ends where its value ends.
func (s *scalarReader) plain(value string) {
	for len(s.buf) < len(value) && s.i < s.to {
		switch c := s.src[s.i]; c {
		case ' ', '\t', '\r', '\n':
			s.fold()
		default:
			if c != value[len(s.buf)] {
				return
			}
			s.take(1)
		}
	}
}

// quoted reads a scalar in quotation marks, including the closing one.
func (s *scalarReader) quoted(mark byte) {
	if s.i >= s.to || s.src[s.i] != mark {
		return
	}
	for s.i++; s.i < s.to; {
		switch c := s.src[s.i]; {
		case c == mark && mark == '\'' && s.i+1 < s.to && s.src[s.i+1] == mark:
			s.put("'", s.i+2)
		case c == mark:
			s.i++
			return
		case c == '\\' && mark == '"':
			s.escape()
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			s.fold()
		default:
			k := s.i + 1
			for k < s.to && s.src[k] > ' ' && s.src[k] != mark && s.src[k] != '\\' {
				k++
			}
			s.take(k - s.i)
		}
	}
}

// escape reads a backslash and the character that it escapes in double quotation marks.
func (s *scalarReader) escape() {
	if s.i+1 >= s.to {
		s.take(1)
		return
	}
	c := s.src[s.i+1]
	if c == '\n' || c == '\r' {
		end, _ := s.breaks(s.i + 1)
		s.i = end
		return
	}
	if n := strings.IndexByte("xuU", c); n >= 0 {
		digits := [...]int{2, 4, 8}[n]
		end := s.i + 2 + digits
		if end <= s.to {
			if code, err := strconv.ParseUint(string(s.src[s.i+2:end]), 16, 32); err == nil {
				s.put(string(rune(code)), end)
				return
			}
		}
	}
	if k := strings.IndexByte("0abtnvfre N_LP", c); k >= 0 {
		s.put([...]string{"\x00", "\a", "\b", "\t", "\n", "\v", "\f", "\r", "\x1b", " ", "\u0085", "\u00a0", "\u2028", "\u2029"}[k], s.i+2)
		return
	}
	_, size := utf8.DecodeRune(s.src[s.i+1 : s.to])
	s.put(string(s.src[s.i+1:s.i+1+size]), s.i+1+size)
}

// block reads a literal or folded block scalar in parallel with its value. Its final
// line break is not part of the text.
func (s *scalarReader) block(value string) {
	s.i = scan.LineEnd(s.src[:s.to], s.i)
	end, _ := s.breaks(s.i)
	s.i = end
	for len(s.buf) < len(value) && s.i <= s.to {
		switch c := value[len(s.buf)]; {
		case s.i < s.to && s.src[s.i] == c && c != '\n':
			s.take(1)
		case c == '\n' || c == ' ':
			s.blockBreak(value)
		default:
			return
		}
	}
}

// blockBreak reads a line break in a block scalar and the indentation after it. If the
// next line is indented further, the additional spaces stay in the value.
func (s *scalarReader) blockBreak(value string) {
	rest := value[len(s.buf):]
	n := 0
	for n < len(rest) && rest[n] == '\n' {
		n++
	}
	if n == 0 {
		n = 1
	}
	if n == len(rest) {
		s.put(rest, scan.LineEnd(s.src[:s.to], s.i))
		return
	}
	end, count := s.breaks(s.i)
	if count == 0 {
		s.i = s.to + 1 // the value has a line break here and the source has none: give up
		return
	}
	for k := n; k < len(rest) && (rest[k] == ' ' || rest[k] == '\t') && end > s.i && s.src[end-1] == rest[k]; k++ {
		end--
	}
	s.put(rest[:n], end)
}
