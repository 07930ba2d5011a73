// Package clause reads the grammar of a paragraph around a quotation, as far as the search for
// speakers needs it: words, punctuation and whole quotations ([Cut]), the noun phrases among them
// that may name somebody, which words are verbs, and what the subject of a verb is ([SubjectOf]).
//
// It works with the classes of words in package cue and with their positions, piece by piece; every
// search is limited to [Reach] pieces. What neither settles is put to a model of parts of speech,
// at most [Questions] times per document.
//
// The trade-off: there is no tree of the sentence. A noun phrase is what looks like one from where
// it begins, so the functions know little about sentences that are put together in unusual ways.
package clause
