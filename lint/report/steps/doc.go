// Package steps reports what a command has written into a repository and what to do next: init,
// and the commands that write or import house rules.
//
// The trade-off: commands hand over what they did in words, so the report need not know them,
// and cannot check them.
package steps
