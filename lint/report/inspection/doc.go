// Package inspection reports what the linter reads in drafts, without checking them: metadata,
// measures, the outline, links, images and quotations ([Inspection]), where a declared rule
// looks ([Selected]), and what a report for people shows beside findings ([SheetOf]).
//
// The trade-off: documents are not kept, so everything is copied out of them at once, whether
// or not it is written.
package inspection
