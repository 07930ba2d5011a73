// Package quotes finds the quotations of a document and the speaker of each.
//
// [Of] returns all quotations of a document in order; it computes them once. Only paragraphs that
// contain quotation marks are examined. Each is split into words, punctuation and whole quotations
// (pieces.go). Verbs of saying next to a quotation lead to the noun phrase that is their subject
// (speaker*.go, names*.go); behind the verb, the name at its end counts, whatever words describe the
// person (speaker_role.go). From a pronoun or a thing in reported speech, the search goes on to whoever
// reports it (speaker_reported.go). A quotation without an attribution of its own takes that of a
// neighbour: in the same sentence, in the same paragraph, or in the paragraph before (carry.go).
//
// The trade-off: it works with lists of verbs and nouns (package cue) and the positions of words
// rather than with a language model, which would take longer than the rest of a run. A model
// (package tagger) settles only two questions: whether a single word at the beginning of a sentence
// is a name, if nothing else in the document answers that, and whether a word such as "voices"
// after an unknown word is a verb. One document in twenty needs the model.
//
// Paragraphs are split into words here a second time (wordEnd), although language.ProseOf has
// already segmented them. The reason is not speed: splitting the 3,300 paragraphs of the test
// corpora that contain quotations takes about as long either way (0.9 to 1.1 times). The reason is
// where words end. Attribution needs "well-known", "AT&T" and "J.K." as single words, and "1,500"
// and "news.example" including their punctuation; with the words of package language, joined as far
// as possible, 8 of 3,974 quotations get a different speaker or are found where there is none.
//
// The package depends on package pairing for the quotation marks, on package cue for the words
// next to them and on package tagger for parts of speech.
package quotes
