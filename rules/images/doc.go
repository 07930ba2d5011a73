// Package images holds the rules about images and their text alternatives.
package images

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// place returns the words a finding about an image's alternative sits on: the
// alternative where there is one, the image otherwise.
func place(image *lint.Image) lint.Span {
	if image.Alt.Len() > 0 && image.Alt.Placed() {
		return image.Alt.All()
	}
	return image.Span
}

// fileName returns the file name of an image's target without query, folder and
// extension.
func fileName(target string) string {
	target, _, _ = strings.Cut(target, "?")
	target, _, _ = strings.Cut(target, "#")
	base := path.Base(target)
	return strings.TrimSuffix(base, path.Ext(base))
}
