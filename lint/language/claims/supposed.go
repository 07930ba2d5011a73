package claims

import (
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// limit reports whether the words before number k make it something that is wanted,
// allowed or named rather than found: "up to 20 percent", "the top 1 percent".
func (p *passage) limit(k int) bool {
	switch before := k - 1; {
	case p.is(before, p.shareTo):
		return p.is(k-2, p.limitUp)
	case p.is(before, p.limitThan):
		return p.is(k-2, p.limitLess)
	default:
		return p.is(before, p.shareBounds) || p.is(before, p.limits)
	}
}

// supposed reports whether a sentence supposes, plans, asks or prescribes what its figures
// say, or sets a price: there is nothing to look up.
func (p *passage) supposed(kind Kind) bool {
	if n := len(p.words); n > 0 && strings.HasPrefix(strings.TrimLeft(p.text[p.words[n-1].End:], "”\"’) "), "?") {
		return true
	}
	for k := range p.words {
		if p.words[k].Voice != language.Author {
			continue
		}
		switch {
		case p.is(k, p.suppositions):
			if k == 0 || !p.is(k, p.suppositionOrMonth) || !hasCapital(p.word(k)[:1]) {
				return true
			}
		case kind == Percentage && p.is(k, p.setRates), kind != Ratio && p.is(k, p.reader):
			return true
		}
	}
	return false
}
