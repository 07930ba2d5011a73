// Package language segments a document into words and sentences, on which all rules about its text
// are built.
//
// [ProseOf] is its entry point: the words of each block with the voice that they belong to (the
// author's, quoted, code), and its sentences. It is a fact about a [lint.Document], computed once, on first
// use; rules never segment anything themselves. [UnitOf] says what lengths are counted in.
//
// Sentences end at a closing punctuation mark, corrected by a list of abbreviations and by what
// follows; only the gaps between words are examined (sentence.go). A sentence does not end inside
// speech that continues, so segmentation depends on package pairing.
//
// The trade-off: nearly all of this is lists and patterns. It is wrong where only the meaning could
// decide ("etc." before a name), and it is fast enough to run on every keystroke.
//
// This package and those below it; each imports only packages that come before it in the list:
//
//	script         how writing systems divide a text
//	detect         the language of a text
//	textwidth      the width of a line in a search result
//	tagger         parts of speech
//	wordlist       the words of each language: text files
//	token          the words of a text; folding, keys and sets of words
//	wordpack       the lists of a language as sets
//	inflect        the stems and the forms of words
//	pronunciation  how words begin, and their syllables
//	cue            the classes of words around quotations
//	pairing        pairs of quotation marks
//	language       words and sentences of a document: this package
//	lexicon        fixed phrases, any number of them in one pass
//	keyphrase      what a document is about
//	metrics        counts and reading ease
//	pagewords      what the rules about a site compare
//	claims         claims and their sources
//	quotes         quotations and their speakers
//
// Offsets are byte offsets in the text of a block, so that the block's own table maps them back to
// the source. No type of a library is exported.
package language
