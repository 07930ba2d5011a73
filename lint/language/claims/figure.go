package claims

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// A figure is a claim because of its unit: a percentage, a large sum of money, a count of people,
// one in so many, so many times as much, a rank, a record. Dates, small prices, versions and
// ordinals are not figures.

// The smallest numbers that count as claims; smaller ones are mostly prices or something that the
// writer has counted. Both values are conventions.
const (
	largeSum   = 1e6
	largeCount = 1000
)

// figureAt returns the figure in the author's words that the leading word k begins or is the
// center of, if it needs a source; otherwise none.
func figureAt(p *passage, k int) (c Claim) {
	if p.words[k].Shape&language.Figure != 0 {
		if c = measuredAt(p, k); c.Kind != none && k > 0 && isLimit(p, k) {
			return Claim{}
		}
		return c
	}
	if c = ratioAt(p, k); c.Kind == none && p.is(k, p.ranks) {
		c = rankAt(p, k)
	}
	if c.Kind == none && k > 0 && p.is(k, p.superlatives) {
		c = recordAt(p, k)
	}
	return c
}

// measuredAt returns the claim that a number in digits makes.
func measuredAt(p *passage, k int) Claim {
	n, ok := p.number(k)
	if !ok {
		return ratioAt(p, k)
	}
	switch {
	case n.percent:
		if n.value <= 0 || n.value == 100 || n.value == 110 || n.next < len(p.words) && slices.Contains(p.shareTerms, p.word(n.next)) {
			return Claim{}
		}
		if isEffect(p, k) {
			return Claim{Start: n.start, End: n.end, Kind: Effect}
		}
		return Claim{Start: n.start, End: n.end, Kind: Percentage}
	case n.money && n.value >= largeSum:
		return Claim{Start: n.start, End: n.end, Kind: Sum}
	case n.money || n.plain && n.value < 2100:
		return Claim{}
	case n.value >= largeCount:
		if last := countedAt(p, n.next); last > 0 {
			return Claim{Start: n.start, End: int(p.words[last].End), Kind: Count}
		}
	}
	return ratioAt(p, k)
}

// isEffect reports whether the share that begins at word k is the size of an effect: "cuts costs by
// over 70 percent".
func isEffect(p *passage, k int) bool {
	const far = 12 // words up to the verb
	if p.is(0, p.effects) {
		return false // Cut the cost by 80%: what the author has done
	}
	for n := k - 1; n >= max(0, k-4); n-- {
		if p.small(n, p.effectBy) {
			for v := n - 1; v >= max(0, n-far); v-- {
				if p.is(v, p.effects) {
					return true
				}
			}
			return false
		}
		if !p.small(n, p.effectAbout) {
			return false
		}
	}
	return false
}

// countedAt returns the index of the word for the people or companies counted by a number before
// word from ("3,000 low-income families"), or 0 if it counts something else.
func countedAt(p *passage, from int) int {
	for k := from; k < min(len(p.words), from+5); k++ {
		if !p.adjoins(k) || p.words[k].Voice != language.Author {
			return 0
		}
		if p.is(k, p.people) && !p.is(k, p.uncounted) || p.is(k, p.counted) {
			return k
		}
		if p.is(k, p.functionWords) && !p.small(k, p.countedBetween) {
			return 0
		}
	}
	return 0
}

// shareAt returns a claim if word k is a number that is a share of people: "40 per cent of voters",
// "62% of Americans".
func shareAt(p *passage, k int) Claim {
	n := k + 1
	switch {
	case strings.HasPrefix(p.text[p.words[k].End:], "%"):
	case p.is(n, p.percent):
		n++
	case p.is(n, p.percentFirst) && p.is(n+1, p.percentSecond):
		n += 2
	default:
		return Claim{}
	}
	limited := p.is(k-1, p.limits) && (!p.is(k-1, p.findings) || !p.adjoins(k)) // "say, 60 percent", not "they say 60 percent"
	if limited || p.word(k) == "100" || p.is(k-1, p.shareBounds) || p.is(k-1, p.shareTo) || !p.small(n, p.shareOf) {
		return Claim{} // "the top 1 percent of Americans", "shown to 10% of users"
	}
	for n++; n < len(p.words) && n < k+8; n++ {
		if p.words[n].Voice != language.Author {
			return Claim{}
		}
		if strings.ContainsAny(p.gap(n), ",;:") || p.small(n, p.shareEnds) {
			return Claim{} // 10% of its profits with employees
		}
		if p.is(n, p.people) {
			if p.is(n, p.ownPeople) && isOfSomebody(p, n) {
				return Claim{} // 40% of Lund.com visitors, 22% of visitors to Lund.com
			}
			return claimFrom(p, k, n, Share)
		}
		if p.is(n, p.shareTo) || p.is(n, p.vagueNamed) && !p.small(n, p.countedBetween) {
			return Claim{} // 53 percent of incidents to extort companies
		}
		if word := p.word(n); capital(word) && (strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s")) {
			return Claim{} // 8 percent of Lund's customers: Lund's own count
		}
	}
	return Claim{}
}

// isOfSomebody reports whether the people of word k are those of a named place, which has counted them:
// a name or "website" is before them, or after "to", "of" or "on".
func isOfSomebody(p *passage, k int) bool {
	if capital(p.word(k-1)) || p.is(k-1, p.ownModifiers) {
		return true
	}
	return p.small(k+1, p.ownPlace) && k+2 < len(p.words) && capital(p.word(k+2))
}
