package frontmatter

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// scalar reads a scalar that ends on its line and returns its end, which includes the
// quotation mark.
func (s *simpleYAML) scalar() (text lint.Text, end int, ok bool) {
	line := scan.LineEnd(s.src[:s.to], s.i)
	if s.i >= line {
		return lint.Text{}, 0, false
	}
	if c := s.src[s.i]; c == '"' || c == '\'' {
		return s.quoted(c)
	}
	if !plainStart(s.src[s.i]) {
		return lint.Text{}, 0, false
	}
	end = line
	for k := s.i; k < line; k++ {
		switch s.src[k] {
		case ':':
			if k+1 == line || s.src[k+1] == ' ' {
				return lint.Text{}, 0, false
			}
		case '#':
			if s.src[k-1] == ' ' {
				end, line = k, k
			}
		}
	}
	end = scan.TrimEnd(s.src, s.i, end)
	text = s.plain(end)
	s.i = end
	return text, end, true
}

// lines reads a scalar. An unquoted one may continue on indented lines without a blank
// line between them.
func (s *simpleYAML) lines() (text lint.Text, end int, ok bool) {
	start, quoted := s.i, !plainStart(s.src[s.i])
	if text, end, ok = s.scalar(); !ok || quoted {
		return text, end, ok
	}
	next := s.continued(end)
	if next < 0 {
		return text, end, true
	}
	r := s.reader(start)
	r.take(end - start)
	for ; next >= 0; next = s.continued(end) {
		if s.i = next; !plainStart(s.src[next]) {
			return text, 0, false
		}
		if _, end, ok = s.scalar(); !ok {
			return text, 0, false
		}
		r.fold()
		r.take(end - next)
	}
	return s.read(r), end, true
}

// reader returns a reader of a scalar of several lines. Each line takes one run for its text and one
// for its end.
func (s *simpleYAML) reader(start int) *scalarReader {
	const usual = 8 // runs
	return &scalarReader{src: s.src, i: start, to: s.to, buf: s.memory.scratch[:0], runs: make([]lint.Run, 0, usual)}
}

// read returns what was read of a scalar of several lines.
func (s *simpleYAML) read(r *scalarReader) lint.Text {
	s.memory.scratch = r.buf
	return lint.NewText(string(r.buf), r.runs)
}

// continued returns the offset on the next line at which a scalar continues whose
// current line ends at offset end, or -1.
func (s *simpleYAML) continued(end int) int {
	i := end
	for i < s.to && (s.src[i] == ' ' || s.src[i] == '\r') {
		i++
	}
	if i == s.to || s.src[i] != '\n' {
		return -1
	}
	margin := i + 1
	for i = margin; i < s.to && s.src[i] == ' '; i++ {
	}
	if i == margin || i == s.to || s.src[i] == '\n' || s.src[i] == '\r' || s.src[i] == '#' {
		return -1
	}
	return i
}

// plain returns the text of an unquoted scalar; the text of a null is empty.
func (s *simpleYAML) plain(end int) lint.Text {
	switch s.text[s.i-s.from : end-s.from] {
	case "null", "Null", "NULL":
		return lint.Text{}
	default:
		return s.verbatim(s.i, end)
	}
}

// verbatim returns a text that is identical to its source.
func (s *simpleYAML) verbatim(start, end int) lint.Text {
	if len(s.runs) == cap(s.runs) {
		s.runs = make([]lint.Run, 0, 2*cap(s.runs))
	}
	s.runs = append(s.runs, lint.Run{Source: lint.Span{Start: start, End: end}})
	k := len(s.runs)
	return lint.NewText(s.text[start-s.from:end-s.from], s.runs[k-1:k:k])
}

// quoted reads a scalar in quotation marks.
func (s *simpleYAML) quoted(mark byte) (text lint.Text, end int, ok bool) {
	inside := s.src[s.i+1 : s.to]
	if n := bytes.IndexByte(inside, mark); n >= 0 && bytes.IndexByte(inside[:n], '\n') < 0 {
		if mark == '"' && bytes.IndexByte(inside[:n], '\\') < 0 || mark == '\'' && (n+1 == len(inside) || inside[n+1] != mark) {
			text = s.verbatim(s.i+1, s.i+1+n)
			s.i += n + 2
			return text, s.i, true
		}
	}
	verbatim := true
	for k := s.i + 1; k < s.to; k++ {
		switch c := s.src[k]; {
		case c == '\n':
			verbatim = false
			if bytes.HasPrefix(s.src[k+1:s.to], []byte("---")) || bytes.HasPrefix(s.src[k+1:s.to], []byte("...")) {
				return text, 0, false
			}
		case c == '\\' && mark == '"':
			verbatim = false
			if k++; k == s.to || s.src[k] != '"' && s.src[k] != '\\' && s.src[k] != 'n' && s.src[k] != 't' {
				return text, 0, false
			}
		case c == mark && mark == '\'' && k+1 < s.to && s.src[k+1] == mark:
			verbatim = false
			k++
		case c == mark && verbatim:
			text = s.verbatim(s.i+1, k)
			s.i = k + 1
			return text, s.i, true
		case c == mark:
			r := &scalarReader{src: s.src, i: s.i, to: k + 1, buf: make([]byte, 0, k-s.i)}
			r.quoted(mark)
			s.i = k + 1
			if len(r.buf) == 0 {
				return lint.Text{}, s.i, true
			}
			return lint.NewText(string(r.buf), r.runs), s.i, true
		}
	}
	return text, 0, false
}

// block reads a literal or folded block scalar whose lines all have the same
// indentation, and goes on to the line after it. Fields ignore trailing white space, so
// the chomping of line breaks does not matter.
func (s *simpleYAML) block() (text lint.Text, end int, ok bool) {
	folded := s.src[s.i] == '>'
	if s.i++; s.i < s.to && (s.src[s.i] == '-' || s.src[s.i] == '+') {
		s.i++
	}
	if !s.restOfLine() {
		return text, 0, false
	}
	start := s.i
	s.spaces()
	indent := s.i - start
	if indent == 0 || s.i == s.to || scan.IsSpace(s.src[s.i]) {
		return text, 0, false
	}
	r := s.reader(s.i)
	for {
		if folded && s.src[r.i] == ' ' {
			return text, 0, false
		}
		end = scan.LineEnd(s.src[:s.to], r.i)
		r.take(end - r.i)
		blank, columns := s.blankLines(end, indent)
		switch {
		case s.i == s.to, columns == 0:
			return s.read(r), end, true
		case columns < indent:
			return text, 0, false
		case folded && blank == 0:
			r.put(" ", s.i+indent)
		case folded:
			r.put(strings.Repeat("\n", blank), s.i+indent)
		default:
			r.put(strings.Repeat("\n", blank+1), s.i+indent)
		}
	}
}

// blankLines goes to the start of the next line that is not blank. It returns the
// number of blank lines before it and the indentation of that line: -1 if a blank line
// has more than indent spaces, which count as text.
func (s *simpleYAML) blankLines(i, indent int) (blank, columns int) {
	for s.i = scan.NextLine(s.src[:s.to], i); s.i < s.to; s.i = scan.NextLine(s.src[:s.to], s.i) {
		columns = 0
		for s.i+columns < s.to && s.src[s.i+columns] == ' ' {
			columns++
		}
		if k := s.i + columns; k < s.to && s.src[k] != '\n' && s.src[k] != '\r' {
			return blank, columns
		}
		if columns > indent {
			return blank, -1
		}
		blank++
	}
	return blank, 0
}

// plainStart reports whether an unquoted scalar can begin with a byte. It excludes all
// bytes that need further checks.
func plainStart(c byte) bool {
	return scan.IsAlphanumeric(c) || c == '/' || c == '(' || c == '$' || c == '.' || c == '_' || c == '<' || c >= 0x80
}
