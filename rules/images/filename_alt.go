package images

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/language/script"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed filename_alt.txtar
var filenameAltDocs string

// FilenameAlt flags an alt text that a camera or a program generated.
var FilenameAlt = &lint.Rule{
	Name:     "filename-alt",
	Family:   lint.ImagesFamily,
	Summary:  "an alternative text is a file name or a placeholder",
	Severity: lint.Warning,
	Markup:   true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, failure F30: text alternatives that are not alternatives",
		URL:    "https://www.w3.org/WAI/WCAG22/Techniques/failures/F30",
	},
	Structure: true,
	Docs:      filenameAltDocs,
	New:       func() lint.Checker { return &filenameAlt{} },
}

type filenameAlt struct{}

// Check looks for alt texts that do not describe the picture.
func (filenameAlt) Check(p *lint.Pass) {
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		alt := image.Alt.Plain()
		if alt == "" || image.Origin == lint.ImageMeta || strings.ContainsRune(image.Alt.String(), lint.Object) || nameOfLink(p.Doc, i, alt) || nameOfDraft(p.Doc, alt) {
			continue
		}
		oneWord := strings.IndexByte(alt, ' ') < 0
		says := !isPlaceholder(alt) && (!oneWord || !isFileName(alt) && !isRawName(alt, fileName(image.Target.Plain())))
		if !says && !p.Doc.ShownAbove(image.Block, image.Span) {
			p.Report(lint.Finding{
				Span:     place(image),
				Message:  fmt.Sprintf("Alt text “%s” is a file name or placeholder; say what the image shows", lint.Shorten(alt, 32)),
				Together: "%d alt texts are file names or placeholders; say what each image shows",
			})
		}
	}
}

// nameOfLink reports whether the alt text of image i, a badge, is the name of what its link leads to.
func nameOfLink(d *lint.Document, i int, alt string) bool {
	k := slices.IndexFunc(d.Links, func(l lint.Link) bool { return l.Image == i })
	if k < 0 {
		return false
	}
	target := strings.TrimRight(d.Links[k].Target.Plain(), "/")
	target = target[strings.LastIndexAny(target, "/#")+1:]
	return anchor.Squash(target) == anchor.Squash(alt) && !isFileName(alt)
}

// nameOfDraft reports whether an alt text is the name of what the draft is about: the words of its headline or
// its slug with capitals, as only a writer gives them.
func nameOfDraft(d *lint.Document, alt string) bool {
	if strings.IndexByte(alt, ' ') >= 0 || alt == strings.ToLower(alt) || isPlaceholder(alt) || isFileName(alt) {
		return false
	}
	name := anchor.Squash(alt)
	return name != "" && (name == anchor.Squash(d.Title().Plain()) || name == anchor.Squash(lint.SlugOf(d.Source.Path)))
}

// isFileName reports whether alt, a single word, ends in the extension of an image.
func isFileName(alt string) bool {
	switch strings.ToLower(path.Ext(alt)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff", ".heic":
		return true
	}
	return false
}

// isRawName reports whether alt, a single word, equals the target's file name and looks
// like one: it has an underscore, a hyphen or, with the same capitals, a digit. “Barley” for
// barley.jpg may be intended, and a name in a script without spaces between words may say what
// is shown.
func isRawName(alt, name string) bool {
	return strings.EqualFold(alt, name) && (strings.ContainsAny(alt, "_-") || alt == name && strings.ContainsAny(alt, "0123456789")) && !strings.ContainsFunc(alt, script.Spaceless)
}

// isPlaceholder reports whether alt is only a word for “image”, with or without a number:
// "image1", "IMG_2034", "screenshot 3".
func isPlaceholder(alt string) bool {
	word := strings.TrimRightFunc(alt, func(r rune) bool {
		return unicode.IsDigit(r) || strings.ContainsRune(" _-.()#:", r)
	})
	listed := placeholders.From(wordpack.Shared())
	if utf8.RuneCountInString(word) > listed.longest {
		return false // most texts
	}
	_, is := listed.words[strings.ToLower(word)]
	return is
}

// placeholderWords are words for “image”, and the number of characters of the longest.
type placeholderWords struct {
	words   map[string]string
	longest int
}

var placeholders = wordpack.NewFact(func(p *wordpack.Pack) placeholderWords {
	all := placeholderWords{words: p.Table("alt-placeholders")}
	for word := range all.words {
		all.longest = max(all.longest, utf8.RuneCountInString(word))
	}
	return all
})
