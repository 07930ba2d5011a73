// Package site recognises the static site generator of a repository, and knows how each
// generator works.
//
// Each generator is described by data in a file of its own: how to recognise it, which
// folders contain articles and which do not, how links, includes and ids are written, and
// which fields its front matter has. [Recognise] finds the sites in a repository by these
// markers, reads hosts, folders and languages from their configuration, and reads a sample
// of the drafts to learn the names of their metadata fields. The result is plain data: a
// [lint.Site] for the rules, and the field names, language and inherited metadata that the
// parser needs. [KindOf] returns the kind of a draft by its path.
//
// No code of a repository is run. Configurations in YAML, TOML and JSON are parsed.
// Configurations that are programs are searched for a few plain assignments; any other
// code is ignored. Files are read through an [fs.FS], which must not give access to
// anything outside the repository. Long files are read only in part, and only a sample is
// read of many files.
//
// The trade-off: recognition is a guess, and prefers no answer to a doubtful one. Callers
// must be just as careful: a missing fact means "not known", never "no".
package site
