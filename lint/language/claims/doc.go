// Package claims finds the claims about research and numbers in a draft, and checks whether each
// has a source.
//
// A claim is an unnamed authority that is said to show something ("studies show"), a share of
// people ("62 percent of voters"), or another figure: a percentage, a large sum, a count of
// people, a comparison, a rank, a record. [Of] examines only the author's own sentences; a claim
// in a quotation is the speaker's responsibility. Whether a claim is [Claim].Cited depends on its
// kind. A link, a citation or a named source in the paragraph is enough for every kind. Figures,
// which may be well known, are also accepted if the author speaks from experience, if the sentence
// continues the paragraph before, or if the same figure occurs elsewhere with a source. [PollOf]
// finds the first poll whose shares a draft reports, and which details of the poll the draft
// gives.
//
// The analysis is shallow on purpose. Nothing is parsed: a Bloom filter over the keys of words
// rejects nearly every word, and for the rest a few neighbouring words are read. The trade-off: a
// claim in unusual words is missed, and a source that is named two paragraphs away may not be
// found; in return, an article costs about as much as reading its keys once, and every finding can
// be explained by pointing at words. The word lists are in the language's pack (claims.txt and
// polls.txt); the word order is that of English.
package claims
