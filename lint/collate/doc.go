// Package collate compares quotations with the texts that they are taken from, word by
// word. It finds out whether a quotation is verbatim, has only changes that are acceptable
// in quotations, has been altered, or does not occur in the sources.
//
// It works like sequence search: seed, chain, align. All words of the sources are folded
// (case and typography are ignored), hashed, and indexed by pairs of adjacent words
// ([NewLibrary]). The rarest pairs of a quotation are looked up first, and each occurrence
// is extended as far as the words agree, which gives fragments. The best chain of fragments
// in order is the passage that the quotation comes from; an ellipsis may skip any number of
// words. Words between fragments are aligned by edit distance, and every difference is
// judged: an ellipsis may omit words, brackets may replace them, typography does not
// matter, and everything else is an alteration.
//
// The index takes time and memory proportional to the sources. A quotation takes time
// proportional to the occurrences of its rarest pairs of words. These are limited, as is
// all further work, so highly repetitive text reduces accuracy, not speed.
//
// The trade-off: words are compared, not their meaning. “The dog bites” for “the dog bit”
// is an alteration, though an editor may accept it; a sentence taken out of context is
// verbatim, though the speaker may object. In scripts without spaces, each letter counts as
// a word.
//
// The package does no I/O.
package collate
