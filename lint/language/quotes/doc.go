// Package quotes finds the quotations of a document and the speaker of each.
//
// [Of] returns all quotations of a document in order; it computes them once. Only paragraphs that
// contain quotation marks are examined. Each is split into words, punctuation and whole quotations,
// of which package clause reads the grammar. Package attribution looks for the speaker beside a
// quotation; one without an attribution of its own takes that of a neighbour: in the same sentence,
// in the same paragraph, or in the paragraph before (carry.go). Whether the words are speech at all
// is for speech.go.
//
// Two more questions have packages of their own: referent, whom “she” means, and transcript, whether
// a document is a record of speech.
//
// The trade-off: it works with lists of verbs and nouns (package cue) and the positions of words
// rather than with a language model, which would take longer than the rest of a run. A model
// (package tagger) settles only two questions: whether a single word at the beginning of a sentence
// is a name, if nothing else in the document answers that, and whether a word such as "voices"
// after an unknown word is a verb. One document in twenty needs the model.
//
// Paragraphs are split into words a second time (clause.Cut), although language.ProseOf has
// already segmented them. The reason is not speed: splitting the 3,300 paragraphs of the test
// corpora that contain quotations takes about as long either way (0.9 to 1.1 times). The reason is
// where words end. Attribution needs "well-known", "AT&T" and "J.K." as single words, and "1,500"
// and "news.example" including their punctuation; with the words of package language, joined as far
// as possible, 8 of 3,974 quotations get a different speaker or are found where there is none.
//
// The package depends on package pairing for the quotation marks, on package cue for the words
// next to them and on package tagger for parts of speech.
package quotes
