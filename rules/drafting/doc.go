// Package drafting holds the rules about what must not be published: notes, placeholders
// and other remains of a draft.
//
// Most rules search the text for words from the language packs and then look at the
// context of each hit. The trade-off: a rule stays silent where the context is unclear, so
// some remains go unreported.
package drafting
