package images

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// besideName reports whether an image of Markdown with an empty alt text is beside words that say what it
// stands for: those of a heading, or of a link that it is a part of. There it decorates, as the arms of a
// town do beside its name.
func besideName(d *lint.Document, i int) bool {
	image := &d.Images[i]
	if image.Origin != lint.ImageMarkdown || !image.HasAlt || image.Block == lint.None {
		return false
	}
	b := &d.Blocks[image.Block]
	if b.Kind == lint.Heading {
		return hasWords(b.Text.String())
	}
	for _, m := range b.Marks {
		if m.Kind != lint.MarkLink || m.Index == lint.None || !d.Links[m.Index].Span.Overlaps(image.Span) {
			continue
		}
		return hasWords(b.Text.Slice(m.Start, m.End))
	}
	return false
}

// hasWords reports whether a text has a letter.
func hasWords(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter)
}
