package claims

import (
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// isLimit reports whether the words before number k make it a goal, a limit or a label rather than a
// finding: "up to 20 percent", "the top 1 percent".
func isLimit(p *passage, k int) bool {
	switch before := k - 1; {
	case p.is(before, p.shareTo):
		return p.is(k-2, p.limitUp)
	case p.is(before, p.limitThan):
		return p.is(k-2, p.limitLess)
	default:
		return p.is(before, p.shareBounds) || p.is(before, p.limits)
	}
}

// isSupposed reports whether the sentence states its claim only as an assumption, plan, question,
// instruction or price, so that there is nothing to look up.
func isSupposed(p *passage, c Claim) bool {
	if n := len(p.words); n > 0 && strings.HasPrefix(strings.TrimLeft(p.text[p.words[n-1].End:], "”\"’) "), "?") {
		return true
	}
	if c.Kind == Share {
		return isSupposedShare(p, c)
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
		case (c.Kind == Percentage || c.Kind == Effect) && p.is(k, p.setRates), c.Kind != Ratio && p.is(k, p.reader):
			return true
		}
	}
	return false
}

// isSupposedShare is like isSupposed for a share of people, but only the words before it count: "it
// would show that 60 percent of firms", but not "60 percent of firms would". Shares of the
// reader's own people are examples, unless the sentence mentions research.
func isSupposedShare(p *passage, c Claim) bool {
	reader, leans := false, false
	for k := range p.words {
		before := int(p.words[k].Start) < c.Start
		switch {
		case before && p.is(k, p.hypotheticals) && (k == 0 || !p.is(k, p.suppositionOrMonth) || !hasCapital(p.word(k))):
			return true
		case p.is(k, p.reader):
			reader = true
		case before && (p.is(k, p.inquiries) || isAuthority(p, k) || p.is(k, p.namedSources)):
			leans = true
		}
	}
	return reader && !leans
}
