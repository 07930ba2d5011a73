// Package baseline records the findings that a repository had when it adopted copychief,
// so that only new ones count.
//
// A baseline is a file of entries, one per line: the path of a draft, a rule, a digest of
// the words at the finding, and how often it occurs. It has no line numbers, so a finding
// remains known when other text changes or its paragraph moves within the draft; another
// occurrence of the same words is new. Paths are relative to the folder of the file and
// have slashes, so that the file works from any folder and on any system.
//
// A [Filter] marks the known findings of a run. After the run it reports stale entries, and
// it can rewrite the file with all current findings, or without the stale ones. It only
// changes entries that the run could have matched: those of drafts that were checked
// completely, for rules that ran on them, and those of drafts that no longer exist, in
// folders that were searched.
//
// The findings of a renamed draft remain known: if it has no entries, and those of a draft
// that no longer exists match its findings, they are used.
//
// The trade-off: an edit within four words of a known finding makes it a new one, so
// whoever edits a sentence has to fix its findings.
package baseline
