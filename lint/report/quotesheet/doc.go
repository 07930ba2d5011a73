// Package quotesheet reports the quotations in drafts: who says what, and whether it is what
// the sources have. A [Sheet] collects them from documents and is written as text, CSV, JSON or
// a checklist in Markdown.
//
// The trade-off: documents are not kept, so the words of every quotation are copied.
package quotesheet
