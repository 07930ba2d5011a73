// Package quotes finds the quotations of a document and who speaks in each.
//
// [Of] is the door: all quotations of a document, in order, derived once. Only
// paragraphs that hold quotation marks are looked at. Each is cut into words,
// punctuation and whole quotations (pieces.go). Verbs of saying beside a quotation lead
// to the noun phrase that is their subject (speaker*.go, names*.go). A quotation without
// an attribution of its own takes that of a neighbour: in the same sentence, in the same
// paragraph, or in the paragraph before (carry.go).
//
// The trade: lists of verbs and nouns (package cue) and the places of words, rather than
// a model of the language, which would cost more than all the rest of a run. A model
// settles two questions only (model.go): whether a lone word at the beginning of a
// sentence names somebody, if nothing else in the document tells, and whether "voices"
// behind an unknown word is a verb. One document in twenty needs it, and it is loaded
// when the first question is asked. No type of its library leaves the package.
//
// Paragraphs are cut into words here once more (wordEnd), although language.ProseOf has
// segmented them. That is not for speed: cutting the 3,300 paragraphs of the test corpora
// that hold quotations takes as long with either (0.9 to 1.1 times). It is for where words
// end. Attribution needs "well-known", "AT&T" and "J.K." as one word, and "1,500" and
// "news.example" with their marks between; with the words of ProseOf, joined as far as
// possible, 8 of 3,974 quotations have another speaker or are found where none is.
//
// It needs package pairing for the marks, and package cue for the words beside them.
package quotes
