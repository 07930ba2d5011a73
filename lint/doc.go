// Package lint is the contract of copychief: what a draft is, what a rule is,
// and what a rule may say.
//
// Eight types matter most. A [Document] is one parsed draft: a flat list of blocks in
// source order, plus indexes of its metadata, links and images. [Text] is prose as a
// reader sees it, with a table that maps every byte to the source. A [Rule] describes
// what it looks for and makes a checker, which examines a document through a [Pass] and
// reports a [Finding], possibly with a [Fix]. A [Fact] is derived data that several rules
// share, computed once per document. A [Page] is the small summary of a document that
// rules about a whole site work on.
//
// The package imports only the standard library and does no I/O. Positions are
// half-open byte ranges of the source ([Span]) everywhere; lines and columns are
// computed once, when a finding is reported. Nothing here searches the source
// for text: spans come from the parser.
//
// The trade-off: a flat list of blocks cannot express every nesting that Markdown
// allows (a table in a list in a quotation), but every rule so far is a simple loop
// over it, and looking something up needs no tree walk.
package lint
