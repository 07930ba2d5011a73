package claims

import (
	"strconv"

	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// vocabulary holds the word lists of a language that the detector uses, under the names that
// claims.txt explains.
type vocabulary struct {
	leads *token.Set // words that begin or mark a claim, other than numbers in digits

	authorities, according, findings, findingAdverbs, knownAuthority, anyAuthority, vagueModifiers, vagueNamed *token.Set

	percent, percentPoints, percentFirst, percentSecond, shareOf, shareBounds, shareTo *token.Set
	ownPeople, ownPlace, ownModifiers, shareEnds, foundIn                              *token.Set
	people, uncounted, counted, countedBetween, functionWords                          *token.Set

	numerals, ratioAhead, ratioIn, ratioEvery, ratioTimes, ratioOf, ratioTwice, ratioAs, ratioMore, ratioLikely *token.Set

	ranks, rankBetween, rankNumber, ordinals, superlatives, recordSince, recordWithin, recordSpans *token.Set

	currencies, limits, limitUp, limitThan, limitLess, suppositions, hypotheticals, suppositionOrMonth, setRates, reader *token.Set

	elections, reporting, author, namedSources, noSourceNames, crediting, inquiries, referring, article, documents, authorsOwn, researching, asking, authorsObject, effects, effectBy, effectAbout *token.Set

	magnitudes                                                            map[string]float64
	shareTerms, ordinalEndings, editorOpenings, sourceLabels, sourceHeads []string
}

var vocabularies = wordpack.NewFact(newVocabulary)

func newVocabulary(p *wordpack.Pack) *vocabulary {
	v := &vocabulary{
		leads:       p.Words("authorities", "according", "claim-numerals", "ratio-twice", "ranks", "superlatives"),
		authorities: p.Words("authorities"), according: p.Words("according"),
		findings: p.Words("findings"), findingAdverbs: p.Words("finding-adverbs"),
		knownAuthority: p.Words("known-authority"), anyAuthority: p.Words("any-authority"),
		vagueModifiers: p.Words("vague-modifiers"), vagueNamed: p.Words("vague-named"),
		functionWords: p.Words("function-words"), documents: p.Words("documents-promised"),
		magnitudes: magnitudesOf(p), shareTerms: p.List("share-terms"), ordinalEndings: p.List("ordinal-endings"),
		editorOpenings: p.Lines("editor-openings"), sourceLabels: p.Lines("source-labels"), sourceHeads: p.Lines("source-headings"),
	}
	v.addFigures(p)
	v.addSources(p)
	return v
}

func (v *vocabulary) addFigures(p *wordpack.Pack) {
	v.percent, v.percentPoints = p.Words("percent"), p.Words("percent-points")
	v.percentFirst, v.percentSecond = p.Words("percent-first"), p.Words("percent-second")
	v.shareOf, v.shareBounds, v.shareTo = p.Words("share-of"), p.Words("share-bounds"), p.Words("share-to")
	v.ownPeople, v.ownPlace, v.ownModifiers = p.Words("people-of-somebody"), p.Words("people-of-place"), p.Words("people-of-own-site")
	v.shareEnds, v.foundIn = p.Words("share-ends"), p.Words("found-in")
	v.people, v.uncounted = p.Words("people"), p.Words("people-uncounted")
	v.counted, v.countedBetween = p.Words("people-counted"), p.Words("counted-between")
	v.numerals = p.Words("claim-numerals")
	v.ratioAhead = p.Words("ratio-in", "ratio-times", "ratio-fractions", "ratio-as")
	v.ratioIn, v.ratioEvery, v.ratioTimes, v.ratioOf = p.Words("ratio-in"), p.Words("ratio-every"), p.Words("ratio-times"), p.Words("ratio-of")
	v.ratioTwice, v.ratioAs, v.ratioMore, v.ratioLikely = p.Words("ratio-twice"), p.Words("ratio-as"), p.Words("ratio-more"), p.Words("ratio-likely")
	v.ranks, v.rankBetween, v.rankNumber, v.ordinals = p.Words("ranks"), p.Words("rank-between"), p.Words("rank-number"), p.Words("ordinals")
	v.superlatives, v.recordSince = p.Words("superlatives"), p.Words("record-since")
	v.recordWithin, v.recordSpans = p.Words("record-within"), p.Words("record-spans")
	v.currencies, v.limits = p.Words("currencies"), p.Words("number-limits")
	v.limitUp, v.limitThan, v.limitLess = p.Words("limit-up"), p.Words("limit-than"), p.Words("limit-less")
	v.suppositions, v.suppositionOrMonth = p.Words("suppositions", "hypotheticals"), p.Words("supposition-or-month")
	v.hypotheticals = p.Words("hypotheticals")
	v.setRates, v.reader = p.Words("set-rates"), p.Words("addressed-reader")
}

func (v *vocabulary) addSources(p *wordpack.Pack) {
	v.elections, v.inquiries = p.Words("elections"), p.Words("inquiries")
	v.reporting, v.author, v.crediting = p.Words("reporting"), p.Words("author-speaking"), p.Words("crediting")
	v.namedSources, v.noSourceNames = p.Words("named-sources"), p.Words("no-source-names")
	v.authorsOwn, v.researching = p.Words("authors-own"), p.Words("researching")
	v.asking, v.authorsObject = p.Words("asking"), p.Words("authors-object")
	v.effects, v.effectBy, v.effectAbout = p.Words("effects"), p.Words("effect-by"), p.Words("effect-about")
	v.referring, v.article = p.Words("referring-back"), p.Words("definite-article")
}

// magnitudesOf reads the factors of the list magnitudes.
func magnitudesOf(p *wordpack.Pack) map[string]float64 {
	factors := map[string]float64{}
	for word, factor := range p.Table("magnitudes") {
		if f, err := strconv.ParseFloat(factor, 64); err == nil {
			factors[word] = f
		}
	}
	return factors
}

// leads finds the words of a document that may begin or mark a claim, in order.
type leads struct {
	v       *vocabulary
	prose   *language.Prose
	keys    []uint64
	word    int     // the next word of the list, or one that has been passed
	figures []int32 // from the next number in digits on
}

// next returns the index of the first such word from index at on, or the number of words.
func (l *leads) next(at int) int {
	for ; ; at++ {
		if l.word < at {
			l.word = l.v.leads.Next(l.keys, at)
		}
		for len(l.figures) > 0 && int(l.figures[0]) < at {
			l.figures = l.figures[1:]
		}
		at = l.word
		if len(l.figures) > 0 {
			at = min(at, int(l.figures[0]))
		}
		if at == len(l.keys) || l.prose.Words[at].Voice == language.Author {
			return at
		}
	}
}

// leading reports whether a word of the author's, given with its key, may begin or mark a claim.
// It rejects most words.
func (v *vocabulary) leading(w *language.Word, key uint64) bool {
	return (w.Shape&language.Figure != 0 || v.leads.Has(key)) && w.Voice == language.Author
}

// passage is a run of words with their keys and the word lists of its language: a sentence, or a
// whole block.
type passage struct {
	text  string // of the block
	words []language.Word
	keys  []uint64
	*vocabulary
}

// word returns word k as it is written.
func (p *passage) word(k int) string { return p.text[p.words[k].Start:p.words[k].End] }

// gap returns the text between word k and the word before it.
func (p *passage) gap(k int) string { return p.text[p.words[k-1].End:p.words[k].Start] }

// is reports whether word k is in a set, ignoring case. An index out of range is in no set.
func (p *passage) is(k int, set *token.Set) bool {
	return k >= 0 && k < len(p.keys) && set.Has(p.keys[k])
}

// small reports whether word k is in a set and is not capitalised.
func (p *passage) small(k int, set *token.Set) bool {
	return p.is(k, set) && !hasCapital(p.word(k))
}

func hasCapital(word string) bool {
	for i := range len(word) {
		if c := word[i]; c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}
