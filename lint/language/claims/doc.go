// Package claims finds what a draft claims of research and numbers, and whether it says
// where that is from.
//
// A claim is an authority without a name that is said to show something ("studies show"),
// a share of people ("62 percent of voters"), or another figure: a percentage, a large sum,
// a count of people, a comparison, a rank, a record. [Of] looks at the author's own
// sentences only; what somebody says in a quotation is for the speaker to prove. Whether a
// claim is [Claim].Cited depends on its kind: a link, a citation or a named source in the
// paragraph is enough for each; figures, which may be well known, are also let pass where
// the author speaks, where the sentence goes on with the paragraph before, or
// where the figure stands elsewhere with a source. [PollOf] finds the first poll that a
// draft gives shares of, and which of its details it tells.
//
// It is shallow on purpose. Nothing is parsed: a Bloom filter over the keys of words turns
// nearly every word away, and of what remains a few neighbours are read. So a claim in
// unusual words is missed, and a source that is named two paragraphs away may not be seen;
// in return an article costs about as much as reading its keys once, and what is found can
// be explained by pointing at words. The lists of words stand in the language's pack
// (claims.txt and polls.txt); the order of words is that of English.
package claims
