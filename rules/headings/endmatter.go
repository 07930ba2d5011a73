package headings

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// bodyEnd returns the index of the first heading of an article's end matter (references, a
// note on the author), or the number of blocks. Headings of the end matter say nothing
// about the structure of the article.
func bodyEnd(d *lint.Document) int { return bodyEnds.Of(d) }

var bodyEnds = lint.NewFact(func(d *lint.Document) int {
	endMatter := wordpack.Shared().Table("end-matter")
	for i, b := range d.Headings() {
		if b.Level <= 1 {
			continue
		}
		text := strings.TrimRight(strings.TrimSpace(b.Text.String()), ":.")
		if _, opens := endMatter[strings.ToLower(text)]; opens {
			return i
		}
	}
	return len(d.Blocks)
})
