package links

import (
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// number is a number in a text, written in figures, with what belongs to it.
type number struct {
	value      float64
	start, end int  // offsets, currency sign and "million" included
	next       int  // index of the first word behind it
	money      bool // a currency sign or name stands beside it
	percent    bool // a sign or word for per cent stands behind it; next lies behind that
	plain      bool // four digits and no more: it may be a year
}

// numberAt reads the number that word k begins; ok is false where it is none.
func numberAt(text string, words []language.Word, k int) (n number, ok bool) {
	w := words[k]
	if last := text[w.End-1] | 0x20; 'a' <= last && last <= 'z' && strings.IndexByte("bdkmnt", last) < 0 {
		return number{}, false // no magnitude ends so
	}
	digits := text[w.Start:w.End]
	if strings.IndexByte(digits, ',') >= 0 {
		digits = strings.ReplaceAll(digits, ",", "")
	}
	i := 0
	for i < len(digits) && (digits[i] >= '0' && digits[i] <= '9' || digits[i] == '.') {
		i++
	}
	factor := 1.0
	if unit := digits[i:]; unit != "" {
		if factor = magnitude(unit); factor == 1 {
			return number{}, false // 3rd, 4x
		}
	}
	value, err := strconv.ParseFloat(digits[:i], 64)
	if err != nil {
		return number{}, false
	}
	n = number{value: value * factor, start: int(w.Start), end: int(w.End), next: k + 1, plain: len(digits) == 4 && w.End-w.Start == 4 && factor == 1}
	for _, sign := range [...]string{"$", "£", "€", "¥"} {
		if strings.HasSuffix(text[:n.start], sign) {
			n.money = true
			n.start -= len(sign)
			break
		}
	}
	if n.next < len(words) && adjoins(text, words, n.next) {
		if factor := magnitude(text[words[n.next].Start:words[n.next].End]); factor > 1 {
			n.value, n.end, n.next, n.plain = n.value*factor, int(words[n.next].End), n.next+1, false
		}
	}
	n.unit(text, words)
	return n, true
}

// unit reads what stands behind the number: a sign for per cent, a currency.
func (n *number) unit(text string, words []language.Word) {
	rest := strings.TrimLeftFunc(text[n.end:], isGap)
	if strings.HasPrefix(rest, "%") {
		n.percent, n.end = true, len(text)-len(rest)+1
		return
	}
	if n.next >= len(words) || !adjoins(text, words, n.next) {
		return
	}
	word := text[words[n.next].Start:words[n.next].End]
	switch strings.ToLower(word) {
	case "percent", "pct", "percentage":
		n.percent, n.end, n.next = true, int(words[n.next].End), n.next+1
		if word == "percentage" && n.next < len(words) { // points
			n.end, n.next = int(words[n.next].End), n.next+1
		}
	case "per":
		if n.next+1 < len(words) && strings.EqualFold(text[words[n.next+1].Start:words[n.next+1].End], "cent") {
			n.percent, n.end, n.next = true, int(words[n.next+1].End), n.next+2
		}
	case "dollars", "euros", "pounds", "yen", "francs":
		n.money, n.end, n.next = true, int(words[n.next].End), n.next+1
	}
}

// isGap reports whether a character may stand between a number and its unit.
func isGap(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' }

// adjoins reports whether nothing but a space or a hyphen stands before word k.
func adjoins(text string, words []language.Word, k int) bool {
	switch text[words[k-1].End:words[k].Start] {
	case " ", "-", "\u00a0", "\u202f", "\n":
		return true
	}
	return false
}

// magnitude returns the factor that a word or letter behind a number stands for, or 1.
func magnitude(word string) float64 {
	switch word {
	case "k", "K", "thousand":
		return 1e3
	case "m", "M", "mn", "mm", "million":
		return 1e6
	case "b", "B", "bn", "billion":
		return 1e9
	case "t", "T", "tn", "trillion":
		return 1e12
	}
	return 1
}

// numeral reports whether a word is a small number written out or in figures.
func numeral(word string) bool {
	switch strings.ToLower(word) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred", "100", "dozen":
		return true
	}
	return len(word) > 0 && len(word) < 3 && word[0] >= '1' && word[0] <= '9' && (len(word) == 1 || word[1] >= '0' && word[1] <= '9')
}
