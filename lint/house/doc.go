// Package house turns the rules that a repository declares in YAML into ordinary rules.
//
// [Load] reads what the configuration at the root says under “house” and the packs that it
// names under “packs”: files of the repository, and packs that ship with the program. Each
// rule is decoded strictly by its kind, checked, and returned as a [lint.Rule]. From there on
// nothing distinguishes it from the rules of the program: it is configured, suppressed,
// explained, cached and reported in the same way. All problems of all files are returned
// together, each with file, line, column and the nearest name, and a set with problems has no
// rules, so that a pack is never half loaded.
//
// This package finds and opens the files, knows the kinds, and wraps each checker so that it
// runs on the drafts that its rule is for. The kinds are in packages of their own: wording
// (phrases, replacements, spellings, glossaries), pattern, capitals, limit, and demand (require, forbid).
// They read their keys through package declaration and look at drafts through packages phrase,
// passage and expression.
//
// Packs are data from a repository and may be hostile: nothing in them is run. Files, bytes,
// rules, phrases and the size of patterns (RE2) are limited, paths must not lead out of the
// repository, and packs may name other packs but not in a circle.
//
// The trade-off: a kind looks for one thing, with one message. A rule that needs two kinds at
// once, such as a word beside a link, has to be written in Go.
package house
