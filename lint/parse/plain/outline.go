package plain

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// The maximum length of a subheading. News style books set subheads in one line of
// print; longer lines without a full stop are decks, captions and titles of other
// articles.
const (
	headingWords = 12
	headingRunes = 90
	dekWords     = 8 // a line directly below the headline with more words is its dek
)

// outline finds the headings among the units. It goes from the last unit to the first,
// since whether a line is a heading depends on what follows.
func (p *plain) outline() {
	if len(p.units) == 0 {
		return
	}
	for i := len(p.units) - 1; i > 0; i-- {
		u := &p.units[i]
		if level := p.marked(i); level > 0 {
			u.kind, u.level = unitText, level
		} else if u.kind == unitText && p.heads(i) {
			u.level = 2
		} else if u.kind == unitItem && p.numberedHeading(i) {
			u.kind, u.level, u.text = unitText, 3, u.start
		}
	}
	at := 0
	for at+1 < len(p.units) && p.units[at].kind == unitText && p.units[at].level == 0 && isTrail(p.text(&p.units[at])) {
		at++
	}
	first := &p.units[at]
	if level := p.marked(at); level > 0 {
		first.kind, first.level = unitText, level
	} else if first.kind == unitText && p.headline(first) {
		first.level = 1
	}
}

// isTrail reports whether a line is the path to a page on its site: Home › Travel › Europe.
func isTrail(line []byte) bool {
	for _, sign := range [...]string{" › ", " » ", " > ", " / ", " → "} {
		if n := bytes.Count(line, []byte(sign)); n > 0 && words(line) <= 4*(n+1) {
			return true
		}
	}
	return false
}

// headline reports whether the first unit is a headline and not the first paragraph of
// a text without one.
func (p *plain) headline(u *unit) bool {
	if u.to-u.from > 2 {
		return false
	}
	l := p.span(u)
	return utf8.RuneCount(p.src[l.Start:l.End]) <= 200
}

// marked returns the level of a heading with explicit markup: number signs, or a line
// of equals signs or dashes directly below it.
func (p *plain) marked(i int) int {
	u := &p.units[i]
	if u.kind != unitText || u.to-u.from != 1 {
		return 0
	}
	line := p.text(u)
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	if n > 0 && n <= 6 && n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		u.text += len(line) - len(bytes.TrimLeft(line[n:], " \t"))
		return n
	}
	if i+1 < len(p.units) && p.units[i+1].kind == unitRule && p.units[i+1].from == u.to && len(line) <= headingRunes {
		if isTableRule(p.text(&p.units[i+1])) {
			return 0
		}
		switch p.src[p.units[i+1].start] {
		case '=':
			return 1
		case '-', '~':
			return 2
		}
	}
	return 0
}

// numberedHeading reports whether a numbered line is a heading and not an item: it is
// short, has no other item next to it, and a longer paragraph follows.
func (p *plain) numberedHeading(i int) bool {
	u := &p.units[i]
	if !u.numbered || u.bare || p.units[i-1].kind == unitItem || !p.looksLikeHeading(u) {
		return false
	}
	return i+1 < len(p.units) && p.units[i+1].kind == unitText && p.longer(u, &p.units[i+1])
}

// heads reports whether text unit i is a subheading: it looks like one, and is followed
// by a longer paragraph, a list, a table, a list of references, or a heading that has one of
// these below it.
func (p *plain) heads(i int) bool {
	u := &p.units[i]
	if i+1 == len(p.units) || !p.looksLikeHeading(u) || p.belongsAbove(i) {
		return false
	}
	next := &p.units[i+1]
	switch {
	case next.kind == unitItem, next.kind == unitText && inColumns(p.text(next)):
		return true
	case next.kind != unitText || isChrome(p.text(next)):
		return false
	case next.level > 0:
		// Without a blank line between them, they are lines of a list: titles of other
		// articles, buttons.
		apart := next.from > u.to || next.level > 2 || p.marked(i+1) > 0
		return apart && (i+2 == len(p.units) || p.units[i+2].level == 0 || p.units[i+2].kind == unitItem)
	}
	return p.longer(u, next) || i+2 < len(p.units) && p.units[i+2].kind == unitLink && p.units[i+2].from <= next.to+1
}

// longer reports whether next is a paragraph that can follow u as its heading.
func (p *plain) longer(u, next *unit) bool {
	own, other := p.span(u), p.span(next)
	return other.Len() > own.Len() && (other.Len() >= 60 || sentenceEnd(p.src[other.Start:other.End]))
}

// belongsAbove reports whether a unit belongs to the previous one or describes the
// article: text after a colon, a repeated headline, a dek or a name below the headline,
// a line below the byline.
func (p *plain) belongsAbove(i int) bool {
	before := p.text(&p.units[i-1])
	own := p.text(&p.units[i])
	if bytes.HasSuffix(before, []byte(":")) || byline(before) {
		return true
	}
	return i == 1 && (bytes.Equal(before, own) || words(own) > dekWords || name(own))
}

// looksLikeHeading judges a unit without its context.
func (p *plain) looksLikeHeading(u *unit) bool {
	if u.to-u.from != 1 {
		return false
	}
	line := p.text(u)
	if u.glued && words(line) < 3 {
		return false
	}
	if len(line) > 4*headingRunes || utf8.RuneCount(line) > headingRunes || words(line) > headingWords {
		return false
	}
	first, _ := utf8.DecodeRune(line)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !unicode.IsTitle(first) && !unicode.Is(unicode.Lo, first) {
		return false
	}
	if !closesHeading(line) || inColumns(line) {
		return false
	}
	return !bytes.ContainsAny(line, "@|") && !bytes.Contains(line, []byte("://")) && !byline(line) && !dated(line) && !labelled(line) && !isTrail(line) && !isChrome(line)
}

// closesHeading reports whether a line ends as headings do. A question can be a
// heading, but not a single word with a question mark, nor a question that refers to
// the text before it.
func closesHeading(line []byte) bool {
	last, size := utf8.DecodeLastRune(line)
	switch last {
	case '”', '’', '"', '\'', ')', '»':
		before, _ := utf8.DecodeLastRune(line[:len(line)-size])
		return unicode.IsLetter(before) || unicode.IsDigit(before)
	case '?', '!':
		first, _, more := bytes.Cut(line, []byte(" "))
		return more && !cues().connectives[string(first)]
	}
	return unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsSymbol(last) || last == '%'
}

// span returns the source span of a unit's text.
func (p *plain) span(u *unit) lint.Span {
	if u.end > 0 {
		return lint.Span{Start: u.text, End: u.end}
	}
	return lint.Span{Start: u.text, End: p.lines[u.to-1].End}
}

func (p *plain) text(u *unit) []byte {
	l := p.span(u)
	return p.src[l.Start:l.End]
}

// sentenceEnd reports whether a line ends like a sentence.
func sentenceEnd(line []byte) bool {
	last, _ := utf8.DecodeLastRune(bytes.TrimRight(line, "\"'”’)"))
	return last == '.' || last == '!' || last == '?' || last == '…' || last == ':'
}

// byline reports whether a line names the author of the article: a cue such as "By" and
// a name.
func byline(line []byte) bool {
	cue, rest, ok := bytes.Cut(line, []byte(" "))
	first, _ := utf8.DecodeRune(rest)
	return ok && cues().bylines[string(cue)] && unicode.IsUpper(first) && words(rest) <= 8
}

// name reports whether a line may consist of a person's name only.
func name(line []byte) bool {
	fields := bytes.Fields(line)
	for _, f := range fields {
		if first, _ := utf8.DecodeRune(f); !unicode.IsUpper(first) {
			return false
		}
	}
	return len(fields) == 2 || len(fields) == 3
}

// dated reports whether a line is a date or a time stamp.
func dated(line []byte) bool {
	if !bytes.ContainsAny(line, "0123456789") || words(line) > 8 {
		return false
	}
	word, _, _ := bytes.Cut(line, []byte(" "))
	if cues().dates[string(bytes.ToLower(bytes.TrimRight(word, ".,:")))] {
		_, last := utf8.DecodeLastRune(line)
		c := line[len(line)-last]
		return c >= '0' && c <= '9' || c == 'm' || c == 'M' || c == 'T'
	}
	return word[0] >= '0' && word[0] <= '9' && bytes.Count(word, []byte("/"))+bytes.Count(word, []byte("-")) == 2
}

// labelled reports whether a line begins with a label: a speaker in capitals, or
// a credit.
func labelled(line []byte) bool {
	label, rest, ok := bytes.Cut(line, []byte(":"))
	if !ok || len(rest) == 0 || rest[0] != ' ' {
		return false
	}
	if cues().labels[string(bytes.ToLower(label))] {
		return true
	}
	return words(label) <= 2 && len(label) > 1 && bytes.Equal(label, bytes.ToUpper(label)) && !bytes.Equal(label, bytes.ToLower(label))
}

// isChrome reports whether a line is a part of the page around an article: a button, an
// advertisement, the number of comments.
func isChrome(line []byte) bool {
	line = bytes.ToLower(bytes.TrimRight(line, "0123456789() :"))
	if cues().chrome[string(line)] {
		return true
	}
	for k := range line {
		if line[k] == ' ' && cues().buttons[string(bytes.TrimRight(line[:k], ":"))] {
			return true
		}
	}
	return cues().buttons[string(line)]
}

// words returns the approximate number of words in a line.
func words(line []byte) (n int) {
	blank := true
	for _, c := range line {
		if b := c == ' ' || c == '\t'; b != blank {
			if blank = b; !b {
				n++
			}
		}
	}
	return n
}
