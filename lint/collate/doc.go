// Package collate compares quotations with the texts that they are taken from, word by
// word, and says of each whether it is verbatim, verbatim but for what quotations may
// change, altered, or not there at all.
//
// The way is that of sequence search: seed, chain, align. All words of the sources are
// folded (case and typography aside), hashed and indexed by pairs of neighbours
// ([NewLibrary]). Of a quotation, the rarest pairs are looked up first; each place where
// one stands is extended as far as the words agree, which gives fragments. The best
// chain of fragments in order is the passage that the quotation comes from, across the
// words that an ellipsis stands for, however many. What lies between fragments is
// aligned by edit distance, and every difference is judged: an ellipsis may leave words
// out, brackets may replace them, typography counts for nothing, and everything else
// is an alteration.
//
// An index takes time and memory in proportion to the sources; a quotation takes time
// in proportion to the places of its rarest pairs of words, which are capped, as is all
// further work. Text that repeats itself to no end costs accuracy, never time.
//
// The trade: words are compared, and nothing of their meaning. “The dog bites” for “the
// dog bit” is altered, though an editor may forgive it; a sentence taken out of its
// context is verbatim, though the speaker may not. Letters of scripts without spaces
// count as words.
//
// Nothing here does any I/O.
package collate
