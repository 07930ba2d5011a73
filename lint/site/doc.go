// Package site recognises the sites in a repository: which static site generator builds
// them, and what that means for links, metadata and languages.
//
// [Recognise] goes through the folders that drafts are in, from the root down. Package
// generator decides by markers whether a site begins there and applies its configuration;
// package exclusion reads which drafts are left out; package survey learns from a sample of
// the drafts what the configuration does not say, such as the names of metadata fields. The
// result is plain data: a [lint.Site] for the rules, and the field names, language and
// inherited metadata that the parser needs. Packages place and locale answer questions about
// the path of a draft from it.
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
