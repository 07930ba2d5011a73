// Package fitting determines whether other words would fit a place of a draft.
//
// A [Spot] is a stretch of a text; it knows the words and signs around it, whether a sentence
// begins there, and in English the parts of speech. [Fit] and [Removal] look at what must
// agree with a word: the article before it, the word beside it, the full stop of an
// abbreviation, the capital at the beginning of a sentence.
//
// The trade-off: what surrounds a word is looked at, not parsed. Where it is not certain that
// the words fit, there is no fix or only an unsafe one, so that a draft is never made wrong;
// some right fixes are lost.
package fitting
