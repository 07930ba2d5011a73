package claims

import (
	"strings"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// pollVocabulary holds a language's word lists about polls, under the names that polls.txt
// explains.
type pollVocabulary struct {
	claims *vocabulary

	polls, exit, pollAhead, pollAfter, pollsters, our, asked, we, by, adjectives *token.Set
	months, monthsOrVerbs, days, periods, periodsCounted                         *token.Set
	sampleBefore, sampleAfter, sampleNot                                         *token.Set

	percentWritten []string
}

var pollVocabularies = wordpack.NewFact(func(p *wordpack.Pack) *pollVocabulary {
	return &pollVocabulary{
		claims: newVocabulary(p),
		polls:  p.Words("polls"), exit: p.Words("poll-exit"), pollAhead: p.Words("poll-ahead"), pollAfter: p.Words("poll-after"), pollsters: p.Words("pollsters"), our: p.Words("poll-our"),
		asked: p.Words("poll-asked"), we: p.Words("poll-we"), by: p.Words("poll-by"), adjectives: p.Words("poll-adjectives"),
		months: p.Words("months"), monthsOrVerbs: p.Words("months-or-verbs"), days: p.Words("days", "weekdays"),
		periods: p.Words("periods"), periodsCounted: p.Words("periods-counted"),
		sampleBefore: p.Words("sample-before"), sampleAfter: p.Words("sample-after"), sampleNot: p.Words("sample-not"),
		percentWritten: p.Lines("percent-written"),
	}
})

// mayHoldShare reports whether a text can contain a share, before its words are read.
func (v *pollVocabulary) mayHoldShare(text string) bool {
	if strings.IndexByte(text, '%') >= 0 {
		return true
	}
	for _, percent := range v.percentWritten {
		if strings.Contains(text, percent) {
			return true
		}
	}
	return false
}

// asks reports whether word k identifies the pollster: a name next to the poll ("Gallup poll", "a
// poll by Gallup"), a name with a verb ("Gallup polled"), or the author ("our poll", "we asked").
func (p *pollPassage) asks(k int) bool {
	switch {
	case p.is(k, p.pollsters):
		for n := max(0, k-4); n < k; n++ {
			if p.is(n, p.our) || capital(p.word(n)) && p.inSentence(n) {
				return true
			}
		}
		return p.conducted(k + 1)
	case p.is(k, p.asked):
		for n := max(0, k-3); n < k; n++ {
			if p.is(n, p.we) || capital(p.word(n)) && !p.determiner(n) {
				return true
			}
		}
		return p.conducted(k + 1)
	}
	return false
}

// conducted reports whether the words from word from on are "by", "from" or "for" and a name.
func (p *pollPassage) conducted(from int) bool {
	for k := from; k+1 < len(p.words) && k < from+4; k++ {
		if !p.is(k, p.by) {
			continue
		}
		for n := k + 1; n < min(len(p.words), k+5); n++ {
			if capital(p.word(n)) {
				return true
			}
		}
		return false
	}
	return false
}

// inSentence reports whether word k is capitalised for a reason other than being the first of its
// sentence.
func (p *pollPassage) inSentence(k int) bool {
	if p.determiner(k) {
		return false
	}
	before := strings.TrimRight(p.text[:p.words[k].Start], " \n\"“‘(")
	return before != "" && strings.IndexByte(".!?:", before[len(before)-1]) < 0 || k+1 < len(p.words)
}

// determiner reports whether word k, possibly capitalised at the start of a sentence, is a mere
// determiner or adjective of a poll: "The poll", "Recent polls".
func (p *pollPassage) determiner(k int) bool {
	return p.is(k, p.functionWords) || p.is(k, p.adjectives)
}

// dates reports whether word k gives a date: a month, a year, or a day relative to the article's
// date.
func (p *pollPassage) dates(k int) bool {
	switch word := p.word(k); {
	case len(word) == 4 && (word[0] == '1' || word[0] == '2') && strings.Trim(word, "0123456789") == "":
		return !strings.HasPrefix(p.text[p.words[k].End:], "%")
	case p.is(k, p.months):
		return capital(word)
	case p.is(k, p.monthsOrVerbs):
		return capital(word) && k > 0
	default:
		return p.is(k, p.days) || p.is(k, p.periods) && p.is(k-1, p.periodsCounted)
	}
}

// samples reports whether word k is the number of respondents: "1,024 adults", "a sample of 900",
// "n = 900".
func (p *pollPassage) samples(k int) bool {
	if c := p.text[p.words[k].Start]; c < '0' || c > '9' {
		return false
	}
	if strings.HasPrefix(p.text[p.words[k].End:], "%") || p.is(k+1, p.percent) {
		return false
	}
	for n := max(0, k-3); n < k; n++ {
		if p.is(n, p.sampleBefore) {
			return true
		}
	}
	for n := k + 1; n < min(len(p.words), k+5); n++ {
		switch {
		case p.is(n, p.sampleNot):
			return false
		case p.is(n, p.people), p.is(n, p.sampleAfter):
			return true
		}
	}
	return false
}
