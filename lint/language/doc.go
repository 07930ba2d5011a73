// Package language works with words: it finds where words and sentences begin and end, which
// inflected forms belong together, and where a keyphrase occurs.
//
// The results are facts about a [lint.Document], each computed once, on first use: [ProseOf]
// segments words and sentences; [KeyphraseOf] finds the declared keyphrase, and [InferenceOf] the
// one that nobody declared; [MetricsOf] counts. Rules use these facts and never segment anything themselves. Related work has packages of its
// own:
//
//	pairing    pairs quotation marks; a sentence does not end inside speech that
//	           continues, so segmentation depends on it
//	cue        the words around quotations
//	quotes     quotations and their speakers
//	textwidth  the width of a line in a search result
//
// Package quotes imports pairing and cue, and language imports pairing; none of these imports
// quotes.
//
// Words are the tokens of UAX #29 that contain a letter or a digit (word.go). Sentences end at a
// closing punctuation mark, corrected by a list of abbreviations and by what follows; only the
// gaps between words are examined (sentence.go). A [Phrase] compares stems, and a Bloom filter
// over the first letters rejects nearly every word before anything is stemmed; compounds are
// compared in their closed form (phrase_closed.go). A [Lexicon] finds
// any number of fixed phrases in one pass over the hashes of the words.
//
// The word lists of a language are text files in package wordlist, one folder per language (en/,
// de/), and a [Pack] returns them by name. Go code contains no words of a language, so adding a
// language means adding its folder.
//
// The trade-off: nearly all of this is lists and patterns. It is wrong where only the meaning
// could decide ("etc." before a name), and it is fast enough to run on every keystroke.
//
// Offsets are byte offsets in the text of a block, so that the block's own table maps them back to
// the source. No type of a library is exported.
package language
