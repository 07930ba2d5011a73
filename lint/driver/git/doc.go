// Package git asks the git command what has changed: which drafts, which of their
// lines, and what of them is staged.
//
// A comparison takes two or three processes, whatever the number of drafts. One finds
// the work tree and settles the revision; one compares, and its raw records and
// patches come over one pipe, so that names stay bytes and nothing is quoted twice; a
// third lists what git does not know yet, or hands out staged contents over a pipe
// that stays open. Those that do not need each other run side by side.
//
// The trade: git's own idea of a change is taken as it is, with its renames and the
// repository's attributes, and a git that is missing or refuses is an error. What a
// configuration could add to the output is switched off with flags: colour, prefixes,
// context, external programs, file system monitors. Clean filters that the repository's
// own configuration names still run, as they do for whoever uses it. No command reaches
// the network, and none writes to the repository.
package git
