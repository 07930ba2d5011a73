// Package git asks the git command what has changed: which drafts, which of their
// lines, and what of them is staged; and which files are not on disk.
//
// A comparison takes three or four processes, whatever the number of drafts. One finds
// the work tree and resolves the revision. One compares; its raw records and patches come
// over one pipe, so that names are bytes and need no unquoting. A third lists untracked
// files, or provides staged contents over a pipe that stays open. If the work tree is
// compared, another one lists the configured filters. Independent processes run
// concurrently.
//
// A run that misses a file asks once which files are in git but not on disk (two processes).
//
// The trade-off: changes are exactly what git considers changes, including its renames and
// the attributes of the repository, and it is an error if git is missing or fails.
// Configuration that affects the output (colour, prefixes, context) is overridden with
// flags. No command uses the network, and none writes to the repository.
//
// # Hostile checkouts
//
// Someone may run copychief in a clone or archive from a stranger, so nothing in it may
// make git run a program: neither its configuration (external diffs, textconv, file system
// monitors, hooks, filters, network programs), nor attributes, nor a folder with the
// layout of a repository, nor a submodule. These are turned off, and a work tree in some
// other place is refused.
//
// Filters are turned off even if the user configured them. Everything else that git does
// between the work tree and the repository still applies: line endings, ident and
// working-tree-encoding. For a draft with a filter, this means: staged content is compared
// as stored, as always. A draft in the work tree that is unmodified according to its size
// and times has no changes. One that was modified, or written in the same second as the
// index, is compared, unfiltered, with what the repository stores: lines that the filter
// would alter count as changed, which is all lines if the repository stores something else
// entirely, as with git-lfs and git-crypt.
package git
