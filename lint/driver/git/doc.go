// Package git asks the git command what has changed: which drafts, which of their
// lines, and what of them is staged.
//
// A comparison takes three or four processes, whatever the number of drafts. One finds
// the work tree and settles the revision; one compares, and its raw records and
// patches come over one pipe, so that names stay bytes and nothing is quoted twice; a
// third lists what git does not know yet, or hands out staged contents over a pipe
// that stays open; where the work tree is compared, one lists the filters there are. Those that do not need each other run side by side.
//
// The trade: git's own idea of a change is taken as it is, with its renames and the
// repository's attributes, and a git that is missing or refuses is an error. What a
// configuration could add to the output is switched off with flags: colour, prefixes,
// context. No command reaches the network, and none writes to the repository.
//
// # What a checkout may not do
//
// Somebody may run copychief in a clone or an unpacked archive that a stranger made, so
// nothing in there may name a program that git then runs: neither the configuration
// (external diffs, textconv, monitors of the file system, hooks, filters, programs for
// the network), nor attributes, nor a folder that is itself laid out as a repository,
// nor a submodule. They are switched off, and a work tree that lies elsewhere is
// refused.
//
// Filters are switched off as well, whoever named them. The rest of what git does
// between the work tree and the repository stays: line endings, ident and
// working-tree-encoding. What follows for a draft with a filter: what is staged is
// compared as the repository stores it, as ever. A draft of the work tree that git knows
// to be untouched, by its size and times, has no changes. One that was touched, or
// written in the very second in which the index was, is compared as it is with what the
// repository stores: lines that the filter would alter count as changed besides those
// that were edited, and all lines do where the repository stores something else
// altogether, as git-lfs and git-crypt do.
package git
