package quotes

import (
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// vocabulary holds the word sets that the search for speakers uses, under the names that
// speakers.txt of package wordlist explains.
type vocabulary struct {
	definite, unknown, belonging, anonymity, named, baseBe, alone, particles, inTheKnow *token.Set

	impersonalBe, passiveBe, third, authorAndReader, clauseBegins, thinking, denying *token.Set

	contrast, contrastAnd, inscription, according, thanks, to, on, that, what, it, vague, and, joining *token.Set

	per, in, of, wording, theirs, claims, adding, agentBy, views, put, origin, with, coordinators *token.Set

	as, articles, indefinite, naming, namedPast, namers, namersBefore, people, told *token.Set

	roleLinks, starting, masculine, feminine *token.Set

	spokespersons, callouts, givenNames, participleEndings, pastEndings, thirdEndings, adverbEndings []string
}

// listed is read once, at the first quotation. It contains the words of all languages, since the
// language of a quotation is not known.
var listed = sync.OnceValue(func() *vocabulary {
	all := wordpack.Shared()
	v := &vocabulary{
		definite: all.Words("speaker-definite-determiners"), unknown: all.Words("speaker-unnamed-though-definite"),
		belonging: all.Words("speaker-belonging"), anonymity: all.Words("speaker-anonymity"), named: all.Words("speaker-named"),
		baseBe: all.Words("speaker-base-be"), alone: all.Words("speaker-standing-alone"), particles: all.Words("speaker-particles"),
		inTheKnow: all.Words("speaker-in-the-know"), impersonalBe: all.Words("speaker-impersonal-be"), passiveBe: all.Words("speaker-passive-be"),
		third: all.Words("speaker-third-persons"), authorAndReader: all.Words("speaker-author-and-reader"),
		clauseBegins: all.Words("speaker-clause-begins"), thinking: all.Words("speaker-thinking"), denying: all.Words("speaker-denying"),
		contrast: all.Words("speaker-contrast"), contrastAnd: all.Words("speaker-contrast-and"), inscription: all.Words("speaker-inscription"),
		according: all.Words("speaker-according-lead"), thanks: all.Words("speaker-thanks"), to: all.Words("speaker-toward"), on: all.Words("speaker-onward"),
		that: all.Words("speaker-that"), what: all.Words("speaker-what"), it: all.Words("speaker-it"), vague: all.Words("speaker-nobody-in-particular"),
		per: all.Words("speaker-per"), theirs: all.Words("speaker-whose-words"), in: all.Words("speaker-in-words"), wording: all.Words("speaker-wording"), of: all.Words("speaker-words-of"),
		claims: all.Words("speaker-claims"), adding: all.Words("speaker-clauses-joined"), agentBy: all.Words("speaker-agent"), views: all.Words("speaker-views"), put: all.Words("speaker-put"), origin: all.Words("speaker-origin"), with: all.Words("speaker-with"), coordinators: all.Words("speaker-coordinators"),
		and: all.Words("speaker-both-of"), joining: all.Words("speaker-joining"), as: all.Words("speaker-as"), articles: all.Words("speaker-articles"),
		indefinite: all.Words("speaker-indefinite-articles"), naming: all.Words("speaker-naming-verbs"), namedPast: all.Words("speaker-named-past"),
		namers: all.Words("speaker-namers"), namersBefore: all.Words("speaker-namers-before"), people: all.Words("speaker-people-who-name"), told: all.Words("speaker-told"),
		masculine: all.Words("speaker-masculine"), feminine: all.Words("speaker-feminine"), starting: all.Words("speaker-starting"), roleLinks: all.Words("speaker-role-links"),
	}
	v.spokespersons, v.callouts, v.givenNames = all.List("speaker-spokespersons-begin"), all.Lines("speaker-callouts"), all.List("speaker-given-names")
	v.thirdEndings = all.List("speaker-third-person-ending")
	v.participleEndings, v.pastEndings, v.adverbEndings = all.List("speaker-opening-participle-endings"), all.List("speaker-past-ending"), all.List("speaker-adverb-ending")
	return v
})

// is reports whether piece i is in a set of words.
func (p *paragraph) is(i int, words *token.Set) bool {
	return p.kind(i) == wordPiece && words.HasWord(p.word(i))
}

// small is like is, but matches only words in lower case.
func (p *paragraph) small(i int, words *token.Set) bool {
	return p.kind(i) == wordPiece && !p.pieces[i].cap && words.HasWord(p.word(i))
}

// endsIn reports whether a word ends in one of several endings.
func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}
