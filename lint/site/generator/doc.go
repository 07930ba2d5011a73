// Package generator is the table of static site generators: one file for each, with what is
// true of all sites that it builds.
//
// An entry is data: the files by which a generator is recognised, the folders with articles
// and those without, how links, includes and ids of headings are written, and the names of
// metadata fields. A function that reads the site's own configuration may change these
// defaults, and another one finds the metadata that drafts inherit from their folders.
// [Find] looks for the markers of all entries in a folder and returns an [Instance]: the
// facts about one site.
//
// To add a generator, describe it in a file, add it to the list in generator.go, and add a
// small site to testdata of package site. Functions are for what data cannot say.
//
// The trade-off: plugins, themes and code of a site can change everything that is said here.
// Where that is usual, the entry says less rather than more: a missing fact is not known.
package generator
