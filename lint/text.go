package lint

import (
	"iter"
	"sort"
	"strings"
)

// Object stands in a [Text] for a thing that a reader sees but does not read:
// an inline image or the output of a template tag. It is no part of any word.
const Object = '\uFFFC'

// Text is prose as a reader reads it (no markup, entities and escapes resolved,
// soft line breaks as a space, hard ones as a line feed), with a table of runs
// that leads each byte back to the source. The zero Text is empty.
//
// Offsets into a Text are byte offsets of its string.
type Text struct {
	s    string
	runs []Run
	off  int // what a run's At is ahead of an offset in s: parts share one table
}

// Run says where a stretch of a text comes from. It begins at At and goes on to
// the next run's At (or to the end). It stands in Source to the letter, or, where
// Whole is set, replaces Source as a whole (an entity, an escape, a line break
// with its indentation, a template tag).
type Run struct {
	At     int
	Source Span
	Whole  bool
}

// NewText returns a text over s. Runs must be ascending in At and in Source, and
// the first must begin at 0; a text with a string and no runs has no place.
func NewText(s string, runs []Run) Text { return Text{s: s, runs: runs} }

// Verbatim returns a text that stands in the source to the letter from offset
// start on.
func Verbatim(s string, start int) Text {
	return Text{s: s, runs: []Run{{Source: Span{start, start + len(s)}}}}
}

// Sub returns the part [i, j) of the text. It shares the table of runs, so that
// a document needs only one.
func (t Text) Sub(i, j int) Text {
	p := Text{s: t.s[i:j], off: t.off + i}
	if len(t.runs) > 0 {
		from, to := t.run(i), len(t.runs)
		if j < len(t.s) {
			to = t.run(max(i, j-1)) + 1
		}
		p.runs = t.runs[from:to]
	}
	return p
}

// String returns the whole text, Object characters included.
func (t Text) String() string { return t.s }

// Len returns the length in bytes.
func (t Text) Len() int { return len(t.s) }

// Slice returns the bytes [i, j).
func (t Text) Slice(i, j int) string { return t.s[i:j] }

// Plain returns the text on one line for showing it: without Object characters,
// white space folded to single spaces, none at either end. Most texts are plain
// already and are returned as they are.
func (t Text) Plain() string {
	s := strings.Trim(t.s, " ")
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0xc2:
		case c == ' ' && s[i+1] != ' ', c > 0xc2 && c != 0xef:
		default:
			return folded(s)
		}
	}
	return s
}

// Blank reports whether nothing is left of the text once it is plain.
func (t Text) Blank() bool {
	if t.s != "" && t.s[0] > ' ' && t.s[0] < 0xc2 {
		return false // as most texts are
	}
	return t.Plain() == ""
}

func folded(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == Object || r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0'
	}), " ")
}

// Runs yields the runs of the table that leads back to the source, with At as an
// offset in this text; the first may begin before it.
func (t Text) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		for _, r := range t.runs {
			if !yield(Run{r.At - t.off, r.Source, r.Whole}) {
				return
			}
		}
	}
}

// Placed reports whether the text stands in the source at all; a value given on
// the command line does not.
func (t Text) Placed() bool { return len(t.runs) > 0 }

// Span returns the source of the bytes [i, j): from where byte i begins to where
// byte j-1 ends, markup between them included. An empty range gives the empty
// span at i. A text without runs gives the zero span.
func (t Text) Span(i, j int) Span {
	if len(t.runs) == 0 {
		return Span{}
	}
	i = min(max(i, 0), len(t.s))
	j = min(max(j, i), len(t.s))
	start := t.begin(i)
	if j == i {
		return Span{start, start}
	}
	k := t.run(j - 1)
	r := t.runs[k]
	if t.runs[k].Whole {
		return Span{start, max(start, r.Source.End)}
	}
	return Span{start, max(start, r.Source.Start+j+t.off-r.At)}
}

// All returns the source of the whole text.
func (t Text) All() Span { return t.Span(0, len(t.s)) }

// At returns the offset in the text of a source offset: the first byte that
// comes from there or from behind it.
func (t Text) At(source int) int {
	k := sort.Search(len(t.runs), func(k int) bool { return t.runs[k].Source.End > source })
	if k == len(t.runs) {
		return len(t.s)
	}
	r := t.runs[k]
	if source <= r.Source.Start || t.runs[k].Whole {
		return min(max(r.At-t.off, 0), len(t.s))
	}
	return min(max(r.At-t.off+source-r.Source.Start, 0), len(t.s))
}

func (t Text) begin(i int) int {
	if i == len(t.s) && i > 0 {
		return t.Span(i-1, i).End
	}
	k := t.run(i)
	if t.runs[k].Whole {
		return t.runs[k].Source.Start
	}
	return t.runs[k].Source.Start + i + t.off - t.runs[k].At
}

// run returns the index of the run that holds byte i.
func (t Text) run(i int) int {
	return max(0, sort.Search(len(t.runs), func(k int) bool { return t.runs[k].At > i+t.off })-1)
}
