// Package layout sets text for a terminal: a [Page] with colours, wrapped to a width in
// columns; source lines with marks below the words ([Snippet]); and lines of diffs.
//
// Widths are those of grapheme clusters, which takes a library and some time. In return, tables
// and marks are straight under Chinese, emoji and combining accents.
package layout
