// Package survey learns from the drafts of a site what its configuration does not say.
//
// [Read] looks at the paths of all drafts and reads the beginnings of a sample. The paths
// show which files are parts of a page or the output of the generator. The sample shows
// which names the metadata fields have: those that are usual, known names that are used in
// their place, and, if most drafts have it, an unknown name whose values look like a title,
// a description or a date. It also shows the site's host, the folders that images are
// served from, and folders with copies of other sites' articles. Layouts are searched for the
// description that a page gets if its draft has none.
//
// The trade-off: a sample costs milliseconds where reading all drafts would cost seconds,
// and what only few drafts have is not noticed. Each conclusion needs a large share of the
// sample, so a site in transition between two habits gets the defaults.
package survey
