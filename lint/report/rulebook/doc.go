// Package rulebook reports the rules themselves: a list of all, and the page of one, whole or
// in brief. The pages are those of package docs, set for a terminal.
//
// The trade-off: Markdown in a page is simplified rather than rendered, so that it stays
// readable without colour and in any width.
package rulebook
