package links

import (
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// dividing returns the blocks that divide a document: its headings, and paragraphs in bold that are headings
// of references.
func dividing(d *lint.Document) []int {
	all := []int{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == lint.Heading || b.Kind == lint.Paragraph && len(b.Marks) > 0 && b.Marks[0].Kind == lint.MarkStrong &&
			b.Marks[0].Start == 0 && b.Marks[0].End == b.Text.Len() && headsReferences(b.Text.Plain()) {
			all = append(all, i)
		}
	}
	return all
}

// isRecordOfSources reports whether the name of a file says that it records where texts and pictures are
// from.
func isRecordOfSources(d *lint.Document) bool {
	name := strings.ToLower(strings.NewReplacer("-", " ", "_", " ").Replace(lint.SlugOf(d.Source.Path)))
	_, is := wordpack.Shared().Table("source-records")[name]
	return is
}

// isReference reports whether a link belongs to a list of references: it is in a footnote or under a heading
// for references.
func isReference(d *lint.Document, l *lint.Link, headings []int) bool {
	if l.Block == lint.None {
		return false
	}
	if d.Blocks[l.Block].Footnote {
		return true
	}
	k := sort.SearchInts(headings, l.Block+1)
	if k == 0 {
		return false
	}
	return headsReferences(d.Blocks[headings[k-1]].Text.Plain())
}

// headsReferences reports whether a heading is one of references, or ends in one: “Some further reading”.
func headsReferences(heading string) bool {
	heading = strings.ToLower(strings.TrimRight(heading, ":. "))
	known := wordpack.Shared().Table("reference-headings")
	for {
		if _, is := known[heading]; is {
			return true
		}
		_, rest, found := strings.Cut(heading, " ")
		if !found {
			return false
		}
		heading = rest
	}
}
