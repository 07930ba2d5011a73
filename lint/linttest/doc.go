// Package linttest runs the examples of a rule, which are both its documentation and its
// tests.
//
// The txtar of a rule has an explanation in Markdown, followed by files:
//
//	bad/NAME.md            a draft that the rule must flag
//	bad/NAME.md.findings   what it says: LINE:COL-LINE:COL SEVERITY MESSAGE, one per line
//	good/NAME.md           a draft that it must not flag; good/trap-… is one that a
//	                       naive version of the rule would
//	fixed/NAME.md          the draft after the first fix of each finding
//	sources/NAME.txt       a text that the drafts of all examples quote from
//	config/NAME.yml        the .copychief.yml of the example NAME, good or bad
//
// If bad/NAME/ is a folder, its files form a site: the drafts are checked together, other
// files can be linked to, and bad/NAME.findings lists the findings of all drafts with their
// paths. Drafts may have any format: .md, .html, .txt.
//
// The examples run through the engine, as real drafts do, with no other rule turned on, and
// with 1 January 2030 as the date. With -update, the findings and fixed files are
// rewritten; review the diff.
//
// The trade-off: an example records the exact messages, so changing the wording of a rule
// changes its examples, but the documentation always shows what the rule really says.
package linttest
