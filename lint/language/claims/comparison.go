package claims

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// ratioAt returns the claim that word k begins, such as "one in five voters", "two-thirds of users",
// "three times as likely".
func ratioAt(p *passage, k int) Claim {
	if k+2 >= len(p.words) || !p.small(k+1, p.ratioAhead) {
		return Claim{}
	}
	twice := p.is(k+1, p.ratioAs)
	if twice && !p.is(k, p.ratioTwice) || p.words[k+2].Voice != language.Author || !p.adjoins(k+1) || !p.adjoins(k+2) {
		return Claim{}
	}
	last := 0
	switch {
	case twice:
		last = likelierAt(p, k+1)
	case p.is(k+1, p.ratioTimes):
		if isNumeral(p, k) {
			last = likelierAt(p, k+2)
		}
	case p.is(k+1, p.ratioIn):
		of := k + 2
		for p.small(of, p.ratioEvery) {
			of++
		}
		if of < len(p.words) && isNumeral(p, k) && isNumeral(p, of) {
			last = countedAt(p, of+1)
		}
	case p.small(k+2, p.ratioOf):
		last = countedAt(p, k+3)
	}
	if last == 0 {
		return Claim{}
	}
	return claimFrom(p, k, last, Ratio)
}

// likelierAt returns the index of the last word of "as likely" or "more often" that begins at word
// k, or 0 if word k begins no such phrase.
func likelierAt(p *passage, k int) int {
	if p.small(k, p.ratioMore) && p.small(k+1, p.ratioLikely) {
		return k + 1
	}
	return 0
}

// rankAt returns the claim of "ranks third" and "is ranked No. 4 in the nation"; word k is the verb.
func rankAt(p *passage, k int) Claim {
	for n := k + 1; n < min(len(p.words), k+4); n++ {
		switch c := p.word(n)[0]; {
		case isOrdinal(p, n), strings.HasSuffix(p.text[:p.words[n].Start], "#"), p.is(n-1, p.rankNumber) && c >= '1' && c <= '9':
			return claimFrom(p, k, n, Rank)
		case !p.is(n, p.rankBetween):
			return Claim{}
		}
	}
	return Claim{}
}

// isOrdinal reports whether word k is an ordinal, written out or in figures: "third", "21st".
func isOrdinal(p *passage, k int) bool {
	if p.is(k, p.ordinals) {
		return true
	}
	word := p.word(k)
	return word[0] >= '1' && word[0] <= '9' &&
		slices.ContainsFunc(p.ordinalEndings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// recordAt returns the claim of a superlative with a number: "the lowest rate since 1990", "the
// largest fine in 30 years". Word k is the superlative.
func recordAt(p *passage, k int) Claim {
	const far = 8 // words up to the number
	for n := k + 1; n+1 < min(len(p.words), k+far); n++ {
		if strings.ContainsAny(p.gap(n), ",;:(—–") {
			return Claim{}
		}
		switch next := p.word(n + 1); {
		case p.small(n, p.recordSince):
			if len(next) == 4 && (next[0] == '1' || next[0] == '2') {
				return claimFrom(p, k, n+1, Record)
			}
		case p.small(n, p.recordWithin):
			for last := n + 2; last < min(len(p.words), n+6); last++ {
				if p.small(last, p.recordSpans) {
					return claimFrom(p, k, last, Record)
				}
			}
		}
	}
	return Claim{}
}

// isNumeral reports whether word k is a small number written out or in figures.
func isNumeral(p *passage, k int) bool {
	word := p.word(k)
	if p.is(k, p.numerals) || word == "100" {
		return true
	}
	return len(word) < 3 && word[0] >= '1' && word[0] <= '9' && strings.Trim(word, "0123456789") == ""
}
