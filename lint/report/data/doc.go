// Package data reports a result as JSON for programs: one object with everything, one line for
// each finding, or what each rule found. Members may be added in version 1 of the format, but
// not renamed, removed or given another meaning.
//
// The trade-off: all findings are in it, with a status, even those that do not count, so
// programs have to filter. In return they can tell why something does not count.
package data
