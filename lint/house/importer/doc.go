// Package importer translates the rules of other programs into packs of house rules.
//
// [Read] looks at the files below a folder and recognises four kinds: styles and
// vocabularies of Vale, dictionaries of prh, tables with two columns, and word lists as
// alex and retext have them. Each style becomes a pack. Messages, links and severities are
// kept. A regular expression that stands for a few words is written out as these words, so
// that they are found with all others in one pass; any other becomes a pattern.
//
// Every rule is loaded again by package house before it counts as translated. What cannot
// be translated is listed with the reason, in the pack itself and in the report, so that
// nothing is lost unnoticed.
//
// The trade-off: expressions that look ahead or behind are translated where they do so at their ends, or
// where a word must not follow, since RE2 has no such thing. Where Vale loses what it finds, or finds words
// inside addresses, the translation does not follow it; the notes of a pack say where that matters.
package importer
