package images

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed duplicate_alt.txtar
var duplicateAltDocs string

// DuplicateAlt flags two different images with the same alt text.
var DuplicateAlt = &lint.Rule{
	Name:     "duplicate-alt",
	Family:   lint.ImagesFamily,
	Summary:  "two different images have the same alternative text",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "W3C, Images Tutorial: an alternative says what the image says in its place",
		URL:    "https://www.w3.org/WAI/tutorials/images/tips/",
	},
	Habit:     lint.Habit{Does: "repeat alternative texts", Of: lint.ImagePart},
	Structure: true,
	Docs:      duplicateAltDocs,
	New:       func() lint.Checker { return &duplicateAlt{} },
}

type duplicateAlt struct{}

// lookBack is how many earlier images each one is compared with, which keeps the time
// linear for pages with thousands of images.
const lookBack = 64

// Check compares the alt text of each image with earlier ones. Placeholder texts are left
// to other rules, and the output of a template is unknown.
func (duplicateAlt) Check(p *lint.Pass) {
	images := p.Doc.Images
	for i := 1; i < len(images); i++ {
		k := twinBefore(images, i)
		if k < 0 {
			continue
		}
		alt := images[i].Alt.Plain()
		if isFileName(alt) || isPlaceholder(alt) {
			continue
		}
		p.Report(lint.Finding{
			Span:     place(&images[i]),
			Message:  fmt.Sprintf("Alt text “%s” is that of another image; say what tells the two apart", lint.Shorten(alt, 36)),
			Together: "%d alt texts are those of other images; say what tells the images apart",
			Related:  []lint.Related{{Span: place(&images[k]), Message: "the other image"}},
		})
	}
}

// twinBefore returns the first image before i that has the same alt text and another
// picture, or -1.
func twinBefore(images []lint.Image, i int) int {
	image := &images[i]
	alt := image.Alt.String()
	if !legible(alt) || image.Decorative || image.Origin == lint.ImageMeta || image.Target.Len() == 0 {
		return -1
	}
	for k := max(0, i-lookBack); k < i; k++ {
		other := &images[k]
		if strings.EqualFold(other.Alt.String(), alt) && other.Origin != lint.ImageMeta && other.Target.Len() > 0 && !sameImage(image, other) {
			return k
		}
	}
	return -1
}

// legible reports whether a text has visible characters and no template output. White
// space and zero-width characters do not count.
func legible(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) &&
		!strings.ContainsRune(text, lint.Object)
}

// sameImage reports whether two targets are versions of one picture: the same file, or the
// same name in another size, format or colour scheme.
func sameImage(a, b *lint.Image) bool {
	x, y := a.Target.String(), b.Target.String()
	if x == y {
		return true
	}
	if strings.HasPrefix(x, "data:") || strings.HasPrefix(y, "data:") {
		return false
	}
	x, y = picture(fileName(x)), picture(fileName(y))
	return x != "" && x == y
}

// picture removes suffixes that distinguish versions of a picture from a file name:
// "boat-dark", "boat-800x600" and "boat@2x" all become "boat".
func picture(name string) string {
	name = strings.ToLower(name)
	for name != "" {
		i := strings.LastIndexAny(name, "-_.@")
		if i <= 0 || !isVersion(name[i+1:]) {
			return name
		}
		name = name[:i]
	}
	return name
}

func isVersion(s string) bool {
	switch s {
	case "dark", "light", "mobile", "desktop", "small", "medium", "large", "wide", "narrow", "thumb", "thumbnail", "1x", "2x", "3x":
		return true
	}
	w, h, ok := strings.Cut(s, "x")
	if !ok {
		w = strings.TrimSuffix(s, "w") // a width: boat-800w
		return w != s && w != "" && strings.Trim(w, "0123456789") == ""
	}
	return w != "" && h != "" && strings.Trim(w+h, "0123456789") == ""
}
