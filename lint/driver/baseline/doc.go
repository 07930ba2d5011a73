// Package baseline remembers the findings that a repository had when it took
// copychief up, so that only new ones count.
//
// A baseline is a file of entries, one a line: the path of a draft, a rule, what
// stands for the words at the place, and how often that occurs. There is no line
// number in it, so that edits elsewhere and a paragraph that moves within its draft
// leave a finding known; the second occurrence of the same words is new. Paths are
// relative to the folder of the file and have slashes, so that it means the same from
// any folder and on any system.
//
// A [Filter] sets the known findings of a run aside. After the run it says which
// entries match nothing any more, and writes the file anew: with what was found, or
// without what has gone. Only entries that the run could have matched are touched:
// those of drafts that were wholly read, for rules that looked at them, and those of
// drafts that are gone from folders that were searched.
//
// A draft that was renamed keeps its findings known: where it has no entries and
// those of a draft that is gone fit it, they count for it.
//
// The trade: an edit within four words of a known finding makes it a new one. Whoever
// touches a sentence is asked to mend it.
package baseline
