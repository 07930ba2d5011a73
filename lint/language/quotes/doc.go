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
// It needs package pairing for the marks, and package cue for the words beside them.
package quotes
