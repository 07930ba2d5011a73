package pairing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordlist"
)

// straight reads a ".
func (s *scanner) straight(at int) int {
	before, after := s.around(at, at+1)
	if before == '=' {
		if end := s.attribute(at); end > 0 {
			return end
		}
	}
	if isValue(s, at) {
		return s.value
	}
	if n := named(s.text, at, before); n > 0 {
		return at + n
	}
	// A digit at the end of inline code is not a measure.
	if (at == 0 || at != s.code) && isInch(s, at, before, after) || isGershayim(s, at, before, after) {
		return at + 1
	}
	if isSlip(s, at, before, after) {
		s.out.Stray = append(s.out.Stray, Stray{Block: s.index, Start: at, End: at + 1, Apostrophe: true})
		return at + 1
	}
	s.crooked = s.crooked || crooked(s.straights%2 == 0, before, after) && !opensFragment(s.text, at)
	s.straights++
	// Inside speech, only a mark between white space and a word opens another quotation: after a
	// dash or a bracket it may just as well end the speech.
	left := !blank(after) && !wordy(before)
	if s.count[Straight]+s.count[Curly] > 0 {
		left = blank(before) && wordy(after)
	}
	if s.alternate {
		left = s.count[Straight] == 0
	}
	markGlyph(s, at, at+1, left, false)
	if left {
		s.push(Straight, at, at+1)
	} else {
		s.close(Straight, at, at+1)
	}
	return at + 1
}

// named returns the length of straight marks that are named rather than used: ("), (" ") and " or ',
// or 0.
func named(text string, at int, before rune) int {
	if before != '(' && before != '（' {
		return besideOther(text, at)
	}
	rest := text[at+1:]
	for _, inner := range [...]string{"", "\"", " \""} {
		if after, ok := strings.CutPrefix(rest, inner); ok && (strings.HasPrefix(after, ")") || strings.HasPrefix(after, "）")) {
			return 1 + len(inner)
		}
	}
	return 0
}

// besideOther returns 1 if the mark at an offset stands apart from words, with another mark one word
// after it: " or '.
func besideOther(text string, at int) int {
	const longest = 16 // bytes of the word between them
	rest, spaced := strings.CutPrefix(text[at+1:min(len(text), at+1+longest)], " ")
	if !spaced || at > 0 && text[at-1] != ' ' {
		return 0
	}
	word, rest, _ := strings.Cut(rest, " ")
	if word == "" || strings.Trim(word, "\"'`,.") != word || rest == "" || rest[0] != '\'' && rest[0] != '`' {
		return 0
	}
	if len(rest) > 1 && rest[1] != ' ' && rest[1] != '.' && rest[1] != ',' && rest[1] != ')' {
		return 0
	}
	return 1
}

// curly reads a “ or a ”.
func (s *scanner) curly(at int, r rune) int {
	end := at + utf8.RuneLen(r)
	if at > 0 && s.text[at-1] == '=' {
		if value := s.curlyAttribute(at, end); value > 0 {
			return value
		}
	}
	if r == '“' {
		s.leftCurly(at)
	} else {
		s.rightCurly(at)
	}
	return end
}

// curlyAttribute returns the end of the value of an attribute in code whose straight marks a
// publishing system has made curly, or 0: both are usually closing ones.
func (s *scanner) curlyAttribute(at, end int) int {
	if at < 2 || !wordy(rune(s.text[at-2])) && strings.IndexByte("*^$~|", s.text[at-2]) < 0 {
		return 0
	}
	n := strings.IndexAny(s.text[end:], "“”")
	if n < 0 || strings.IndexByte(s.text[end:end+n], '\n') >= 0 {
		return 0
	}
	return end + n + len("”")
}

// attribute returns the end of the value whose opening mark follows an equals sign, as in
// name="value", or 0: markup shown as text is not a quotation.
func (s *scanner) attribute(at int) int {
	n := strings.IndexByte(s.text[at+1:], '"')
	if n < 0 || at < 2 || !wordy(rune(s.text[at-2])) {
		return 0
	}
	end := at + 1 + n + 1
	if _, after := s.around(at, end); wordy(after) {
		return 0
	}
	return end
}

// leftSingle reads a ‘, which word processors also insert instead of the apostrophe of ’90s and
// rock ’n’ roll.
func (s *scanner) leftSingle(at int) {
	end := at + len("‘")
	before, after := s.around(at, end)
	markGlyph(s, at, end, true, true)
	if wordy(before) || !opens(before, after) || elided(s.text[end:]) {
		return
	}
	s.push(SingleCurly, at, end)
}

func (s *scanner) rightSingle(at int) {
	end := at + len("’")
	before, after := s.around(at, end)
	markGlyph(s, at, end, false, true)
	s.closeSingle(SingleCurly, at, end, before, after)
}

// single reads a ' or a `: half of a doubled mark, a single mark, an apostrophe or the sign for
// feet.
func (s *scanner) single(at int, r rune) int {
	n := 1
	for at+n < len(s.text) && s.text[at+n] == byte(r) && n < 4 {
		n++
	}
	before, after := s.around(at, at+n)
	switch {
	case r == '`' && n == 2:
		s.push(DoubledSingle, at, at+2)
		s.stack[len(s.stack)-1].ticks = true
	case r == '`':
		s.raw = !s.raw
	case n == 2:
		s.doubled(at, before, after)
	case n == 3 && s.count[DoubledSingle] > 0 && !opens(before, after):
		s.singles(at, before, '\'')
		s.doubled(at+1, '\'', after)
	case n == 3:
		s.doubled(at, before, '\'')
		s.singles(at+2, ' ', after)
	case n == 1:
		if isValue(s, at) {
			return s.value
		}
		s.singles(at, before, after)
	}
	return at + n
}

// doubled reads two straight single marks that are used as a double mark.
func (s *scanner) doubled(at int, before, after rune) {
	left := opens(before, after) && (s.count[DoubledSingle] == 0 || blank(before) && wordy(after))
	if s.own && !s.raw {
		addGlyph(s, at, at+2, true, left, true)
	}
	switch {
	case left:
		s.push(DoubledSingle, at, at+2)
	case s.count[DoubledSingle] > 0:
		s.close(DoubledSingle, at, at+2)
	}
}

func (s *scanner) singles(at int, before, after rune) {
	if unicode.IsNumber(before) && !unicode.IsLetter(after) && s.count[SingleStraight] == 0 {
		return // feet
	}
	left := opens(before, after) && !wordy(before) && before != '\'' && !elided(s.text[at+1:])
	g := markGlyph(s, at, at+1, left, false)
	if left && (wordy(after) || strings.ContainsRune("$£€“\"(…[", after)) {
		s.push(SingleStraight, at, at+1)
		s.stack[len(s.stack)-1].glyph = g
		return
	}
	s.closeSingle(SingleStraight, at, at+1, before, after)
}

// closeSingle closes a single mark if the sign cannot be an apostrophe. After an s it can (the
// writers’ room): then it closes only if no better candidate follows.
func (s *scanner) closeSingle(style Style, at, end int, before, after rune) {
	n := len(s.stack)
	if n == 0 || s.stack[n-1].style != style || blank(before) || wordy(after) || at == s.stack[n-1].end {
		return
	}
	if (before == 's' || before == 'S') && lowerFollows(s.text[end:]) {
		s.stack[n-1].maybe = end
		return
	}
	s.close(style, at, end)
}

// lowerFollows reports whether a lower-case word follows after one space.
func lowerFollows(rest string) bool {
	if len(rest) < 2 || rest[0] != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[1:])
	return unicode.IsLower(r)
}

// elided reports whether the next word is one whose beginning is dropped: ’90s, ’n’, ’em.
func elided(rest string) bool {
	n := 0
	for n < len(rest) && n < 8 && (rest[n] >= 'a' && rest[n] <= 'z' || rest[n] >= 'A' && rest[n] <= 'Z' || rest[n] >= '0' && rest[n] <= '9') {
		n++
	}
	w := rest[:n]
	if slices.Contains(wordlist.All().List("beginning-lost"), w) {
		return true
	}
	return n >= 2 && n <= 3 && unicode.IsDigit(rune(w[0])) && unicode.IsDigit(rune(w[1])) && (n == 2 || w[2] == 's')
}

// elements adds the pairs of HTML q elements.
func (s *scanner) elements() {
	end := 0
	for _, m := range s.marks {
		if m.Kind != lint.MarkQuote || m.End <= m.Start || m.Start < end {
			continue
		}
		end = m.End
		s.out.Pairs = append(s.out.Pairs, Pair{Style: Element, Block: s.index, Start: m.Start, EndBlock: s.index, End: m.End, Closed: true})
	}
}

// finish handles the marks that are still open at the end of a block. The outermost double mark
// may continue in the next block; all others have no partner.
func (s *scanner) finish(b *lint.Block) {
	s.run = lint.None
	for len(s.stack) > 1 {
		s.drop(s.pop())
	}
	if len(s.stack) == 0 {
		return
	}
	o := &s.stack[0]
	double := o.style == Curly || o.style == Straight || o.style == DoubledSingle || o.style == Guillemets
	if double && (b.Kind == lint.Paragraph || b.Kind == lint.Item) && o.maybe == 0 {
		o.carried = true
		s.run, s.runEnd = s.index, len(s.text)
		return
	}
	s.dropLast(s.index, len(s.text))
}

// abandon ends speech that was expected to continue in a later block but did not.
func (s *scanner) abandon() {
	if s.run != lint.None {
		index := s.index
		s.index = s.run
		s.dropLast(s.run, s.runEnd)
		s.index, s.run = index, lint.None
	}
}

// dropLast removes the only open mark, as an unclosed pair up to the end of the block and as a
// stray.
func (s *scanner) dropLast(block, end int) {
	o := s.pop()
	if o.maybe == 0 && o.style != SingleStraight && o.style != SingleCurly {
		s.out.Pairs = append(s.out.Pairs, Pair{Style: o.style, Block: o.block, Start: o.start, EndBlock: block, End: end})
	}
	s.drop(o)
}
