// Package lint is the contract of copychief: what a draft is, what a rule is,
// and what a rule may say.
//
// Eight words carry the program. A [Document] is one parsed draft: a flat list
// of blocks in source order, with its metadata, links and images indexed beside
// it. [Text] is prose as a reader reads it, with a table that leads every byte
// back to the source. A [Rule] is a value with one method; it looks at a
// document through a [Pass] and reports a [Finding], perhaps with a [Fix]. A
// [Fact] is knowledge that several rules share, derived once a document. A
// [Page] is the small remainder of a document that rules about a whole site see.
//
// The package imports only the standard library and does no I/O. Positions are
// half-open byte ranges of the source ([Span]) everywhere; lines and columns are
// computed once, when a finding is reported. Nothing here searches the source
// for words: a span is carried from the parser on.
//
// The trade: a flat block list cannot express every nesting that Markdown
// allows (a table in a list in a quotation), but every rule that was ever asked
// for reads as one loop over it, and an index costs no walk.
package lint
