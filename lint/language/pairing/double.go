package pairing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/script"
	"github.com/copychief/copychief/lint/language/wordlist"
)

// signs reads the signs of a block from an offset on. Straight marks are classified by the
// characters next to them. If that leaves one unpaired although their number is even, as happens
// in scripts without spaces between words, the block is read again with straight marks opening and
// closing alternately.
func (s *scanner) signs(from int) {
	before := s.state()
	s.straights, s.crooked = 0, false
	s.read(from)
	if s.straights == 0 || s.straights%2 != 0 || s.crooked || len(before.stack) > 0 || !s.unpaired(len(s.out.Stray)-before.strays) {
		return
	}
	s.restore(before)
	s.alternate = true
	s.read(from)
	s.alternate = false
}

func (s *scanner) read(from int) {
	for at := nextSign(s.text, from); at < len(s.text); at = nextSign(s.text, at) {
		at = s.sign(at)
	}
}

// unpaired reports whether a straight mark of the block is still open, or is one of its stray marks;
// strays is the number of stray marks in the block.
func (s *scanner) unpaired(strays int) bool {
	for i := range s.out.Stray[len(s.out.Stray)-strays:] {
		stray := &s.out.Stray[len(s.out.Stray)-strays+i]
		if s.text[stray.Start] == '"' {
			return true
		}
	}
	return s.count[Straight] > 0
}

// crooked reports whether a straight mark cannot open or close, as its turn is, because the inner
// side of its quotation is white space. In scripts without spaces between words a space is a slip
// where a letter is on the other side.
func crooked(left bool, before, after rune) bool {
	if left {
		return blank(after) && !ideographic(before)
	}
	return blank(before) && !ideographic(after)
}

// opensFragment reports whether a mark with white space after it opens a fragment of a text that begins
// with a dash: read " – don't do that".
func opensFragment(text string, at int) bool {
	rest := strings.TrimLeft(text[at+1:], " ")
	r, n := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("–—-", r) && len(rest) < len(text)-at-1 && strings.HasPrefix(rest[n:], " ") && strings.Contains(rest, "\"")
}

// state is the part of the scanner that the signs of a block change.
type state struct {
	pairs, strays, glyphs, straights, curled int
	stack                                    []openMark
}

func (s *scanner) state() state {
	o := s.out
	return state{len(o.Pairs), len(o.Stray), len(o.Glyphs), o.Straights, o.Curled, s.stack}
}

// restore goes back to the beginning of a block, where no mark was open.
func (s *scanner) restore(was state) {
	o := s.out
	o.Pairs, o.Stray, o.Glyphs = o.Pairs[:was.pairs], o.Stray[:was.strays], o.Glyphs[:was.glyphs]
	o.Straights, o.Curled = was.straights, was.curled
	s.stack, s.count = s.stack[:0], [styles]int{}
	s.next, s.code, s.raw, s.value = 0, 0, false, 0
}

// leftCurly reads a “, which closes what „ opened, and what “ opened if the writer hit the wrong
// key; otherwise it opens.
func (s *scanner) leftCurly(at int) {
	end := at + len("“")
	before, after := s.around(at, end)
	if s.count[Curly] == 0 && !wordy(after) && isCurlyInch(s, at, end) {
		return
	}
	closes := s.count[Curly] > 0 && !blank(before) && (blank(after) || strings.ContainsRune(".,;:?!)", after))
	if s.lowOpen() {
		closes = !blank(before) && !strings.ContainsRune("([{„", before)
	}
	markGlyph(s, at, end, !closes, true)
	if closes {
		s.close(Curly, at, end)
	} else {
		s.push(Curly, at, end)
	}
}

// lowOpen reports whether the innermost open double mark is „.
func (s *scanner) lowOpen() bool {
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].style == Curly {
			return s.stack[i].low
		}
	}
	return false
}

// rightCurly reads a ”, which closes unless it is a unit of measure; in Swedish and Finnish it
// also opens, as it does in a text in any language but English that does not use “.
func (s *scanner) rightCurly(at int) {
	end := at + len("”")
	if isCurlyInch(s, at, end) {
		return
	}
	before, after := s.around(at, end)
	opening := s.count[Curly]+s.count[Straight] == 0 && s.language != "en" && (opens(before, after) || !blank(after) && ideographic(before)) &&
		strings.Contains(s.text[end:], "”") && (s.language == "sv" || s.language == "fi" || !strings.ContainsAny(s.text, "“„"))
	markGlyph(s, at, end, opening, true)
	if opening {
		s.push(Curly, at, end)
		return
	}
	s.close(Curly, at, end)
}

// guillemet reads a « or a ». Most languages open with «, others with », and some open and close
// with ». Next to white space and without a partner, it is an arrow.
func (s *scanner) guillemet(r rune, at int) {
	end := at + utf8.RuneLen(r)
	before, after := s.around(at, end)
	none := s.count[Guillemets] == 0
	switch {
	case none && isSeparator(s.language, r, before, after):
	case r == '»' && none && (opens(before, after) || script.Spaceless(before) && wordy(after)) && strings.ContainsAny(s.text[end:], "«»"):
		s.push(Guillemets, at, end)
	case r == '»' && none && (blank(before) || blank(after)) && !strings.Contains(s.text, "«"):
	case r == '»':
		s.close(Guillemets, at, end)
	case !none && !blank(before) && !wordy(after):
		s.close(Guillemets, at, end)
	case none && blank(after) && !strings.Contains(s.text[end:], "»") && s.language != "fr":
	default:
		s.push(Guillemets, at, end)
	}
}

// isSeparator reports whether a guillemet that no other opened is an arrow: between two words without
// spaces (north»south) or, if it points to the right, with a space on either side, in a language that
// quotes with other marks.
func isSeparator(language string, r, before, after rune) bool {
	between := wordy(before) && wordy(after) || r == '»' && unicode.IsSpace(before) && unicode.IsSpace(after)
	return between && slices.Contains(wordlist.Of(language).List("separating-signs"), string(r))
}

// ideographic reports whether a character belongs to a script without spaces, or is a Chinese or
// Japanese full stop, comma or bracket.
func ideographic(r rune) bool {
	return script.Spaceless(r) || 0x3000 < r && r <= 0x303f || 0xff01 <= r && r <= 0xff0f || r == '：'
}

// decoration reports whether a block consists of a single mark, displayed large beside or above a
// quotation.
func decoration(b *lint.Block) bool {
	const mostSpace = 8
	s := b.Text.String()
	if len(s) > mostSpace {
		return false
	}
	s = strings.TrimSpace(s)
	return len(s) <= len("“") && utf8.RuneCountInString(s) == 1
}
