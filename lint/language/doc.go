// Package language knows words: where words and sentences begin and end, which
// forms belong together, and where a keyphrase stands.
//
// All of it is offered as facts about a [lint.Document], each derived once, on
// first use: [ProseOf] segments words and sentences; [KeyphraseOf] finds the declared
// keyphrase; [MetricsOf] counts. Rules ask for facts and never segment anything
// themselves. What is built on it has packages of its own:
//
//	pairing    which quotation marks belong together; a sentence does not end inside
//	           speech that goes on, so segmentation asks for it
//	cue        the words around quotations
//	quotes     quotations and who speaks in them
//	textwidth  how wide a line is in a search result
//
// Imports point from quotes to pairing and cue, and from language to pairing; nothing
// below imports quotes.
//
// Words are the tokens of UAX #29 that hold a letter or a digit (word.go).
// Sentences end where a closing mark says so, corrected by a list of
// abbreviations and by what follows: a gap between two words is all that is looked
// at (sentence.go). A [Phrase] compares stems, and a filter turns nearly every
// word away by its first letters before anything is stemmed. A [Lexicon] finds
// any number of fixed phrases in one pass over the words' hashes.
//
// The words of a language stand in text files of package wordlist, a folder a language
// (en/, de/), and are asked for by the names of their lists through a [Pack]. Nothing in Go names
// a word, so that a language is added by adding its folder.
//
// The trade: nearly all of this is lists and patterns. It is wrong where only meaning
// could tell ("etc." before a name), and it is fast enough to run on every key
// that a writer presses.
//
// Offsets are byte offsets in the text of a block, so that the block's own table
// leads them back to the source. No type of a library leaves the package.
package language
