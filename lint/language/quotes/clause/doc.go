// Package clause reads the grammar of a paragraph around a quotation, as far as the search for
// speakers needs it: words, punctuation and whole quotations ([Cut]), the noun phrases among them
// that may name somebody, which words are verbs, and what the subject of a verb is ([SubjectOf]).
//
// It works with the classes of words in package cue and with their positions, piece by piece; every
// search is limited to [Reach] pieces. If neither settles a question, a model of parts of speech is
// asked, at most [Questions] times per document.
//
// The trade-off: there is no parse tree. A noun phrase is what looks like one, read from its first
// word, so sentences of unusual structure are often misread.
package clause
