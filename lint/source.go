package lint

import (
	"bytes"
	"sort"
	"sync"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets of a source: [Start, End).
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span has no bytes. An empty span still has a position.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether offset is inside the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Covers reports whether o is entirely inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Join returns the smallest span that covers both.
func (s Span) Join(o Span) Span { return Span{min(s.Start, o.Start), max(s.End, o.End)} }

// Position is a place as an editor shows it. Both numbers start at 1; columns count
// Unicode code points.
type Position struct{ Line, Column int }

// Source is the text of one draft. Bytes is UTF-8 (decoded if the file holds something
// else) and never changes, so that any number of goroutines may read it.
type Source struct {
	Path  string // as shown to the user, with slashes
	Bytes []byte

	Codec    Codec  // leads back from Bytes to Original; nil if the file holds Bytes as they are
	Original []byte // the file, which never changes either; nil if Codec is

	once  sync.Once
	lines []int // offset at which each line starts

	checkpointsOnce sync.Once
	checkpoints     []checkpoint
}

// NewSource returns a source of content, which the caller must not change.
func NewSource(path string, content []byte) *Source {
	return &Source{Path: path, Bytes: content}
}

// Slice returns the bytes of a span as a string. The span is clipped to the source.
func (s *Source) Slice(span Span) string {
	span = s.Clip(span)
	return string(s.Bytes[span.Start:span.End])
}

// Clip returns the part of span that is inside the source.
func (s *Source) Clip(span Span) Span {
	n := len(s.Bytes)
	start := min(max(span.Start, 0), n)
	return Span{start, min(max(span.End, start), n)}
}

// Position returns the line and column of a byte offset. A line ends at LF,
// CRLF or a lone CR; a byte order mark does not count as a column.
func (s *Source) Position(offset int) Position {
	s.index()
	offset = min(max(offset, 0), len(s.Bytes))
	line := sort.SearchInts(s.lines, offset+1) - 1
	start := s.lines[line]
	if start == 0 && len(s.Bytes) >= 3 && string(s.Bytes[:3]) == "\ufeff" {
		start = min(3, offset)
	}
	return Position{Line: line + 1, Column: s.runes(start, offset) + 1}
}

// Range returns the positions of both ends of a span, which must be inside the source.
func (s *Source) Range(span Span) (from, to Position) {
	from = s.Position(span.Start)
	if s.Line(from.Line).End < span.End || span.Len() > stride || from.Line == 1 {
		return from, s.Position(span.End)
	}
	return from, Position{Line: from.Line, Column: from.Column + utf8.RuneCount(s.Bytes[span.Start:span.End])}
}

// stride is the distance between checkpoints in bytes.
const stride = 4096

// checkpoint is an offset with the number of code points before it.
type checkpoint struct{ offset, runes int }

// runes counts the code points of [start, end). In long lines it uses checkpoints, since
// a line may be as long as the draft.
func (s *Source) runes(start, end int) int {
	if end-start <= stride {
		return utf8.RuneCount(s.Bytes[start:end])
	}
	s.checkpointsOnce.Do(func() {
		at := checkpoint{}
		for at.offset < len(s.Bytes) {
			next := min(at.offset+stride, len(s.Bytes))
			for next < len(s.Bytes) && !utf8.RuneStart(s.Bytes[next]) {
				next++
			}
			s.checkpoints = append(s.checkpoints, at)
			at = checkpoint{next, at.runes + utf8.RuneCount(s.Bytes[at.offset:next])}
		}
	})
	return s.before(end) - s.before(start)
}

// before counts the code points before an offset.
func (s *Source) before(offset int) int {
	k := sort.Search(len(s.checkpoints), func(k int) bool { return s.checkpoints[k].offset > offset }) - 1
	return s.checkpoints[k].runes + utf8.RuneCount(s.Bytes[s.checkpoints[k].offset:offset])
}

// Line returns the span of a line (counted from 1) without its line ending.
func (s *Source) Line(number int) Span {
	s.index()
	if number < 1 || number > len(s.lines) {
		return Span{len(s.Bytes), len(s.Bytes)}
	}
	start, end := s.lines[number-1], len(s.Bytes)
	if number < len(s.lines) {
		end = s.lines[number]
	}
	for end > start && (s.Bytes[end-1] == '\n' || s.Bytes[end-1] == '\r') {
		end--
	}
	return Span{start, end}
}

// Lines returns the number of lines; an empty source has one.
func (s *Source) Lines() int {
	s.index()
	return len(s.lines)
}

func (s *Source) index() {
	s.once.Do(func() {
		s.lines = append(make([]int, 0, bytes.Count(s.Bytes, []byte{'\n'})+1), 0)
		returns := bytes.IndexByte(s.Bytes, '\r') >= 0
		for i := 0; i < len(s.Bytes); i++ {
			if !returns {
				k := bytes.IndexByte(s.Bytes[i:], '\n')
				if k < 0 {
					return
				}
				i += k
			}
			if b := s.Bytes[i]; b == '\n' || b == '\r' && (i+1 == len(s.Bytes) || s.Bytes[i+1] != '\n') {
				s.lines = append(s.lines, i+1)
			}
		}
	})
}
