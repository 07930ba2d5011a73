package pairing

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// scanner pairs marks. Its stack contains the open marks of the current block, outermost first;
// count is the number of open marks per style, so that a closing mark without a partner is
// recognised without a search. Every open mark is pushed once and popped once, which keeps hostile
// input linear.
type scanner struct {
	out   *Marks
	stack []openMark
	count [styles]int

	run    int // last block so far of speech that is not closed yet, or lint.None
	runEnd int // length of that block's text
	dash   int // the last block of dialogue that began with a dash, or lint.None

	index int
	text  string
	own   bool // whether the block is the author's prose
	marks []lint.Mark
	next  int  // index of the next mark
	code  int  // end of the code marks seen so far
	raw   bool // after an unclosed backtick
	value int  // end of the last string of a program

	language  string // primary subtag of the document's language
	alternate bool   // straight marks open and close alternately, whatever the neighbouring characters
	straights int    // number of straight double marks so far in the block
	crooked   bool   // whether one of them cannot open or close in its turn
}

// openMark is an opening mark without its closing mark so far.
type openMark struct {
	style      Style
	block      int
	start, end int
	glyph      int // index into Marks.Glyphs, or lint.None: an unpaired straight single mark is an apostrophe
	maybe      int // end of a mark that closes this one unless a better candidate follows, or 0
	carried    bool
	ticks      bool // it is two backticks, which can also begin code
	low        bool // it is „, which “ closes
}

// signs is true for each byte that may begin a mark: " ' ` and the lead bytes of curly marks and
// guillemets.
var signs = [256]bool{'"': true, '\'': true, '`': true, 0xE2: true, 0xC2: true}

// nextSign returns the offset of the first byte of signs at or after offset at, or the length of
// the text. It looks at eight bytes at a time.
func nextSign(text string, at int) int {
	const each = 0x0101010101010101
	for ; at+8 <= len(text); at += 8 {
		eight := swar.Load(text, at)
		// The lowest set bit is the first byte from " to ', or equal to `, or above ASCII; higher
		// bits may be wrong.
		low, back := eight&^swar.HighBits, eight^'`'*each
		straight := (low + (0x80-'"')*each) &^ (low + (0x80-'\''-1)*each)
		found := (straight | (back-each)&^back | eight) & swar.HighBits
		if found == 0 {
			continue
		}
		first := at + bits.TrailingZeros64(found)>>3
		if signs[text[first]] {
			return first
		}
		at = first + 1 - 8
	}
	for at < len(text) && !signs[text[at]] {
		at++
	}
	return at
}

func (s *scanner) block(d *lint.Document, i int, b *lint.Block) {
	if s.run != lint.None && (b.Kind == lint.Caption || s.interrupts(d, i)) {
		// A picture between two paragraphs of a speech does not end it.
		apart := scanner{out: s.out, run: lint.None, dash: lint.None, language: s.language}
		apart.block(d, i, b)
		return
	}
	s.index, s.text, s.own = i, b.Text.String(), b.Prose()
	s.marks, s.next, s.code, s.raw, s.value = b.Marks, 0, 0, false, 0
	if s.run != lint.None {
		s.resume(d, i)
	}
	first := len(s.out.Pairs)
	s.signs(s.skipOpening())
	s.elements()
	readDialogue(s, d, i, first)
	s.finish(b)
}

// interrupts reports whether block i is between two paragraphs of a speech without being part of
// it: a picture, a subheading, a pull quote, an address or a short line such as "Read more",
// followed by a paragraph that opens with the mark of the speech again.
func (s *scanner) interrupts(d *lint.Document, i int) bool {
	const most = 3 // blocks in between
	run, style := &d.Blocks[s.run], s.stack[0].style
	for k := i; k < min(len(d.Blocks), i+most); k++ {
		b := &d.Blocks[k]
		text := b.Text.String()
		if b.Kind == run.Kind && b.Quote == run.Quote {
			if got, n := leading(text); n > 0 && got == style {
				return k > i
			}
			if !fleeting(text) {
				return false
			}
		}
	}
	return false
}

// fleeting reports whether a paragraph is too short to be the author's text between two
// quotations: a label, an address, or just a picture.
func fleeting(text string) bool {
	const words, bytes = 8, 80
	text = strings.TrimSpace(text)
	return len(text) <= bytes && strings.Count(text, " ") < words && !strings.ContainsAny(text, "“”\"«»") && !strings.HasSuffix(text, ".")
}

// resume decides whether the speech of the block before continues here: it does if the block opens
// with the same mark again, or is the same paragraph.
func (s *scanner) resume(d *lint.Document, i int) {
	run, b := &d.Blocks[s.run], &d.Blocks[i]
	if run.Kind == b.Kind && run.Quote == b.Quote && s.opensWith(s.stack[0].style) || s.run == i-1 && goesOn(d, i) {
		return
	}
	s.abandon()
}

func (s *scanner) opensWith(style Style) bool {
	got, n := leading(s.text)
	return n > 0 && got == style
}

// skipOpening returns the length of the mark that opens a paragraph of speech again.
func (s *scanner) skipOpening() int {
	if len(s.stack) == 0 {
		return 0
	}
	style, n := leading(s.text)
	if s.own && n > 0 && style != Guillemets {
		addGlyph(s, 0, n, style != Curly, true, true)
	}
	return n
}

// leading returns the style and length of the double mark that a text begins with.
func leading(text string) (Style, int) {
	for _, c := range [...]struct {
		sign  string
		style Style
	}{{"“", Curly}, {"„", Curly}, {"”", Curly}, {"\"", Straight}, {"''", DoubledSingle}, {"``", DoubledSingle}, {"«", Guillemets}, {"»", Guillemets}} {
		if strings.HasPrefix(text, c.sign) {
			return c.style, len(c.sign)
		}
	}
	return Straight, 0
}

// sign reads the mark that begins at a byte of signs and returns where to continue.
func (s *scanner) sign(at int) int {
	r, n := utf8.DecodeRuneInString(s.text[at:])
	if r == utf8.RuneError || s.inCode(at) {
		return at + n
	}
	switch r {
	case '"':
		return s.straight(at)
	case '“', '”':
		return s.curly(at, r)
	case '\'', '`':
		return s.single(at, r)
	case '„':
		markGlyph(s, at, at+n, false, true)
		s.push(Curly, at, at+n)
		s.stack[len(s.stack)-1].low = true
	case '«', '»':
		s.guillemet(r, at)
	case '‘':
		s.leftSingle(at)
	case '’':
		s.rightSingle(at)
	}
	return at + n
}

// inCode reports whether offset at, which never decreases, is in inline code.
func (s *scanner) inCode(at int) bool {
	for s.next < len(s.marks) && s.marks[s.next].Start <= at {
		m := s.marks[s.next]
		if m.Kind == lint.MarkCode || m.Kind == lint.MarkKeyboard {
			s.code = max(s.code, m.End)
		}
		s.next++
	}
	return at < s.code
}

// around returns the characters on both sides of [start, end); 0 at an edge.
func (s *scanner) around(start, end int) (before, after rune) {
	if start > 0 {
		before, _ = utf8.DecodeLastRuneInString(s.text[:start])
	}
	if end < len(s.text) {
		after, _ = utf8.DecodeRuneInString(s.text[end:])
	}
	return before, after
}

// opens reports whether a mark between two characters looks like an opening one.
func opens(before, after rune) bool {
	return !blank(after) && (blank(before) || strings.ContainsRune("([{—–-/‘“'\"…", before)) && after != 0
}

func blank(r rune) bool { return r == 0 || unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (s *scanner) push(style Style, start, end int) {
	if reopens(s, style, start) {
		return
	}
	s.count[style]++
	s.stack = append(s.stack, openMark{style: style, block: s.index, start: start, end: end, glyph: lint.None})
}

// close pairs a closing mark with the innermost open mark of its style. If there is none, it
// closes a double mark of the other typography (“…" is a typing slip, not two strays); if there is
// none of those either, the mark is stray.
func (s *scanner) close(style Style, start, end int) {
	if s.count[style] == 0 {
		switch {
		case style == Curly && s.count[Straight] > 0:
			style = Straight
		case style == Straight && s.count[Curly] > 0:
			style = Curly
		default:
			s.out.Stray = append(s.out.Stray, Stray{Block: s.index, Start: start, End: end})
			return
		}
	}
	for {
		top := s.pop()
		if top.style == style {
			s.pair(top, end, true)
			return
		}
		s.drop(top)
	}
}

func (s *scanner) pop() openMark {
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	s.count[top.style]--
	return top
}

func (s *scanner) pair(o openMark, end int, closed bool) {
	s.out.Pairs = append(s.out.Pairs, Pair{
		Style: o.style, Block: o.block, Start: o.start,
		EndBlock: s.index, End: end, Depth: len(s.stack), Closed: closed,
	})
}

// drop removes an open mark that has no partner.
func (s *scanner) drop(o openMark) {
	if o.ticks {
		forgetGlyph(s, o)
	}
	switch {
	case o.maybe > 0:
		s.pair(o, o.maybe, true)
	case o.style == SingleStraight || o.style == SingleCurly:
		addApostrophe(s, o)
	case o.style == DoubledSingle: // possibly an empty string in code
	default:
		s.out.Stray = append(s.out.Stray, Stray{Block: o.block, Start: o.start, End: o.end, Opening: true})
	}
}
