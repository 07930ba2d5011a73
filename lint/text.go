package lint

import (
	"iter"
	"sort"
	"strings"
)

// Object is the placeholder in a [Text] for what a reader sees but does not read: an
// inline image or the output of a template tag. It is not part of any word.
const Object = '\uFFFC'

// Text is prose as a reader sees it (no markup, entities and escapes resolved, soft line
// breaks as a space, hard ones as a line feed), with a table of runs that maps each byte
// to the source. The zero Text is empty.
//
// Offsets into a Text are byte offsets of its string.
type Text struct {
	s    string
	runs []Run
	off  int // a run's At minus its offset in s; parts of a text share one table
}

// Run maps a part of a text to the source. It begins at At and ends at the next run's At
// (or at the end of the text). It is a copy of Source or, if Whole is set, replaces Source
// as a whole (an entity, an escape, a line break with its indentation, a template tag).
type Run struct {
	At     int
	Source Span
	Whole  bool
}

// NewText returns a text of s. Runs must be ascending in At and in Source, and the first
// must begin at 0. A text without runs has no place in the source.
func NewText(s string, runs []Run) Text { return Text{s: s, runs: runs} }

// Verbatim returns a text that is a copy of the source from offset start on.
func Verbatim(s string, start int) Text {
	return Text{s: s, runs: []Run{{Source: Span{start, start + len(s)}}}}
}

// Sub returns the part [i, j) of the text. It shares the table of runs, so a document
// needs only one.
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

// String returns the whole text, including Object characters.
func (t Text) String() string { return t.s }

// Len returns the length in bytes.
func (t Text) Len() int { return len(t.s) }

// Slice returns the bytes [i, j).
func (t Text) Slice(i, j int) string { return t.s[i:j] }

// Plain returns the text on one line for display: without Object characters, with white
// space trimmed and collapsed to single spaces. It does not allocate if the text is plain
// already, as most are.
func (t Text) Plain() string {
	s := t.s
	if s != "" && (s[0] == ' ' || s[len(s)-1] == ' ') {
		s = strings.Trim(s, " ")
	}
	if !isPlain(s) {
		return collapse(s)
	}
	return s
}

// The kinds of bytes for isPlain; all others are plain.
const (
	spaceByte = 1 // plain, unless another one follows
	oddByte   = 2 // a control character, or the first byte of Object, of a no-break space and a few others
)

var plainness = func() (kinds [256]byte) {
	for c := range ' ' {
		kinds[c] = oddByte
	}
	kinds[' '], kinds[0xc2], kinds[0xef] = spaceByte, oddByte, oddByte
	return kinds
}()

// isPlain reports whether a text without spaces around it is sure to be what collapse makes of it. It
// has no branch, which a processor would have to guess at each space.
func isPlain(s string) bool {
	found, last := byte(0), byte(0)
	for i := range len(s) {
		kind := plainness[s[i]]
		found |= kind&oddByte | kind&last
		last = kind
	}
	return found == 0
}

// Blank reports whether [Text.Plain] is empty.
func (t Text) Blank() bool {
	if t.s != "" && t.s[0] > ' ' && t.s[0] < 0xc2 {
		return false // the common case
	}
	return t.Plain() == ""
}

func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == Object || r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0'
	}), " ")
}

// Runs yields the runs that map the text to the source, with At relative to this text. At
// of the first may be negative.
func (t Text) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		for _, r := range t.runs {
			if !yield(Run{r.At - t.off, r.Source, r.Whole}) {
				return
			}
		}
	}
}

// Placed reports whether the text comes from the source; a value given on the command
// line does not.
func (t Text) Placed() bool { return len(t.runs) > 0 }

// Span returns the source span of the bytes [i, j), including any markup between them.
// For an empty range it is the empty span at i, for a text without runs the zero span.
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

// All returns the source span of the whole text.
func (t Text) All() Span { return t.Span(0, len(t.s)) }

// At returns the offset in the text of a source offset: that of the first byte that comes
// from there or from later in the source.
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

// run returns the index of the run that contains byte i.
func (t Text) run(i int) int {
	return max(0, sort.Search(len(t.runs), func(k int) bool { return t.runs[k].At > i+t.off })-1)
}
