package headings

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// endMatter are headings of what follows an article rather than belongs to it.
var endMatter = [...]string{
	"about the author", "about the authors", "about the writer", "about us",
	"acknowledgements", "acknowledgments", "bibliography", "citations",
	"connect with the author", "correction", "corrections", "credits",
	"endnotes", "footnotes", "further reading", "further resources",
	"image credits", "more from the author", "photo credits", "read more",
	"read next", "recommended reading", "references", "related", "related articles",
	"related posts", "related reading", "related stories", "see also", "sources",
	"sources and further reading", "works cited",
}

// bodyEnd returns the index of the first heading that opens the end matter of an
// article (references, a note on the author), or the number of blocks. Headings
// from there on say nothing about how the article is built.
func bodyEnd(d *lint.Document) int {
	for i, b := range d.Headings() {
		if b.Level > 1 && opensEndMatter(b.Text.String()) {
			return i
		}
	}
	return len(d.Blocks)
}

func opensEndMatter(text string) bool {
	const longest = 32
	if len(text) > longest {
		return false
	}
	text = strings.TrimRight(strings.TrimSpace(text), ":.")
	for _, name := range endMatter {
		if len(name) == len(text) && strings.EqualFold(name, text) {
			return true
		}
	}
	return false
}
