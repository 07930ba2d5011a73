// Package linttest runs the examples of a rule: they are its documentation and
// its tests at once.
//
// A rule's txtar begins with its explanation in Markdown and goes on with files:
//
//	bad/NAME.md            a draft that the rule must flag
//	bad/NAME.md.findings   what it says: LINE:COL-LINE:COL SEVERITY MESSAGE, a line each
//	good/NAME.md           a draft that it must not flag; good/trap-… is one that a
//	                       naive version of the rule would
//	fixed/NAME.md          the draft after the first fix of each finding
//	sources/NAME.txt       a text that the drafts of all examples quote from
//	config/NAME.yml        the .copychief.yml of the example NAME, good or bad
//
// Where bad/NAME/ is a folder, all files in it make one site: its drafts are
// checked together, and its other files are there to be found; one list of
// findings, bad/NAME.findings, then names the paths. Any format will do: .md,
// .html, .txt.
//
// The examples run through the driver, as a writer's own files would, with only
// the rule in question switched on, on the first day of 2030. With -update the
// findings and fixed files are written anew; read their diff.
package linttest
