package claims

import (
	"strconv"
	"strings"
)

// number is a number in digits in a text, with its unit.
type number struct {
	value      float64
	start, end int  // offsets, currency sign and "million" included
	next       int  // index of the first word after it
	money      bool // next to a currency sign or name
	percent    bool // a sign or word for percent follows; next is after that
	plain      bool // just four digits: it may be a year
}

// number reads the number that begins at word k; ok is false if there is none.
func (p *passage) number(k int) (n number, ok bool) {
	w := p.words[k]
	digits := p.word(k)
	if strings.IndexByte(digits, ',') >= 0 {
		digits = strings.ReplaceAll(digits, ",", "")
	}
	i := 0
	for i < len(digits) && (digits[i] >= '0' && digits[i] <= '9' || digits[i] == '.') {
		i++
	}
	factor := 1.0
	if unit := digits[i:]; unit != "" {
		if factor, ok = p.magnitudes[unit]; !ok {
			return number{}, false // 3rd, 4x
		}
	}
	value, err := strconv.ParseFloat(digits[:i], 64)
	if err != nil {
		return number{}, false
	}
	n = number{value: value * factor, start: int(w.Start), end: int(w.End), next: k + 1, plain: len(digits) == 4 && w.End-w.Start == 4 && factor == 1}
	for _, sign := range [...]string{"$", "£", "€", "¥"} {
		if strings.HasSuffix(p.text[:n.start], sign) {
			n.money = true
			n.start -= len(sign)
			break
		}
	}
	if n.next < len(p.words) && p.adjoins(n.next) {
		if factor, ok := p.magnitudes[p.word(n.next)]; ok {
			n.value, n.plain = n.value*factor, false
			n.take(p, 1)
		}
	}
	n.unit(p)
	return n, true
}

// unit reads what follows the number: a percent sign, a currency.
func (n *number) unit(p *passage) {
	rest := strings.TrimLeftFunc(p.text[n.end:], isGap)
	if strings.HasPrefix(rest, "%") {
		n.percent, n.end = true, len(p.text)-len(rest)+1
		return
	}
	if n.next >= len(p.words) || !p.adjoins(n.next) {
		return
	}
	switch {
	case p.is(n.next, p.percent):
		n.percent = true
		n.take(p, 1)
	case p.is(n.next, p.percentPoints):
		n.percent = true
		n.take(p, 1)
		if n.next < len(p.words) && p.small(n.next-1, p.percentPoints) { // points
			n.take(p, 1)
		}
	case p.is(n.next, p.percentFirst) && p.is(n.next+1, p.percentSecond):
		n.percent = true
		n.take(p, 2)
	case p.is(n.next, p.currencies):
		n.money = true
		n.take(p, 1)
	}
}

// take includes the next words in the number.
func (n *number) take(p *passage, words int) {
	n.next += words
	n.end = int(p.words[n.next-1].End)
}

// isGap reports whether a character may occur between a number and its unit.
func isGap(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' }

// adjoins reports whether only a space or a hyphen precedes word k.
func (p *passage) adjoins(k int) bool {
	switch p.gap(k) {
	case " ", "-", "\u00a0", "\u202f", "\n":
		return true
	}
	return false
}
