// Package drafting holds the rules about what must not be published: notes,
// placeholders and accidents of a draft.
package drafting
