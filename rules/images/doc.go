// Package images holds the rules about images and their alt texts.
//
// Each rule compares alt texts or file names with word lists or with the surrounding text;
// no image is opened. The trade-off: whether an alt text describes the picture correctly
// cannot be checked.
package images

import (
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// place returns the span for a finding about an image's alt text: the alt text if there is
// one, otherwise the image.
func place(image *lint.Image) lint.Span {
	if image.Alt.Len() > 0 && image.Alt.Placed() {
		return image.Alt.All()
	}
	return image.Span
}

// fileName returns the file name of an image's target as a reader knows it, without query, folder, extension and escapes.
func fileName(target string) string {
	target, _, _ = strings.Cut(target, "?")
	target, _, _ = strings.Cut(target, "#")
	base := path.Base(target)
	if plain, err := url.PathUnescape(base); err == nil && utf8.ValidString(plain) {
		base = plain
	}
	return strings.TrimSuffix(base, path.Ext(base))
}
