// Package route knows the names that the pages of a site may have in their addresses.
//
// A generator makes the address of a page from the path of its file, but also from fields
// in its front matter (slug, permalink, aliases), from a title, from lists of redirects and
// from code. [Build] collects all these names from the files of a repository, without
// knowing the generator: the names of files and folders, with and without a date or a number
// in front; every value in the front matter of drafts; and every word in code and data that is
// written like a part of an address. Names are compared by their letters and digits, without
// accents.
//
// The trade-off: any mention counts, so a page that is named somewhere without being there is
// not missed. But a name that occurs nowhere belongs to no page, whatever the generator
// does. Nothing is read before it is needed, since most links lead somewhere.
package route
