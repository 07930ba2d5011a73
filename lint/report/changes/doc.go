// Package changes reports what the program changes in files: the fixes that it made or would
// make, as a list or as a diff, and the entries of a baseline.
//
// The trade-off: a diff for a program has the bytes of the drafts as they are, and a diff on a
// terminal is escaped, so what is copied from a terminal may not apply.
package changes
