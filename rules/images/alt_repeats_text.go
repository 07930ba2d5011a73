package images

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
)

//go:embed alt_repeats_text.txtar
var altRepeatsTextDocs string

// AltRepeatsText flags an alt text that screen readers read out twice.
var AltRepeatsText = &lint.Rule{
	Name:     "alt-repeats-text",
	Family:   lint.ImagesFamily,
	Summary:  "an alternative text repeats the caption or a sentence beside the image",
	Severity: lint.Advice,
	Markup:   true,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "W3C, Images Tutorial: decorative images (an image whose text is beside it)",
		URL:    "https://www.w3.org/WAI/tutorials/images/decorative/",
	},
	Habit: lint.Habit{Does: "repeat the text beside an image as its alternative", Of: lint.ImagePart},
	Docs:  altRepeatsTextDocs,
	New:   func() lint.Checker { return &altRepeatsText{Words: 3} },
}

type altRepeatsText struct {
	Words int `yaml:"words" doc:"words an alternative must have to be compared with the text around the image; a caption is always compared"`
}

// Check compares each alt text with the caption and the nearest sentences: in the block before the
// image, around it and after it. The headline may be repeated: it names the picture of a dish or a book.
func (r *altRepeatsText) Check(p *lint.Pass) {
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		alt := image.Alt.Plain()
		if alt == "" || image.Decorative || image.Origin == lint.ImageMeta {
			continue
		}
		what, where := r.twin(p.Doc, image, alt)
		if what == "" || names(p.Doc, i) {
			continue
		}
		f := lint.Finding{
			Span:     place(image),
			Message:  fmt.Sprintf("Alt text repeats %s; say what the image adds, or leave it empty", what),
			Together: "%d alt texts repeat other text; say what each image adds, or leave them empty",
		}
		if where.End > 0 {
			f.Related = []lint.Related{{Span: where, Message: "the same words"}}
		}
		p.Report(f)
	}
}

// names reports whether the alt text of image i is all that a link has: without it, the link
// has no name. A link to a larger copy of the picture is not counted as one.
func names(d *lint.Document, i int) bool {
	return slices.ContainsFunc(d.Links, func(l lint.Link) bool {
		return l.Image == i && path.Ext(l.Target.String()) != path.Ext(d.Images[i].Target.String()) && strings.TrimFunc(l.Text.String(), border) == ""
	})
}

// twin returns what an alt text repeats, worded for a message, and its span.
func (r *altRepeatsText) twin(d *lint.Document, image *lint.Image, alt string) (what string, where lint.Span) {
	if c := image.Caption; c.Len() > 0 && sameWords(alt, c.Plain()) {
		return "the caption", placeOf(c)
	}
	if strings.Count(alt, " ")+1 < r.Words {
		return "", lint.Span{}
	}
	from := sort.Search(len(d.Blocks), func(k int) bool { return d.Blocks[k].Span.End > image.Span.Start })
	to := min(len(d.Blocks), from+2)
	for k := max(0, from-1); k < to; k++ {
		if what, where = repeated(d, k, image.Span.Start, alt); what != "" {
			return what, where
		}
	}
	return "", lint.Span{}
}

// beside is how many sentences before and after an image are compared.
const beside = 3

// repeated looks for an alt text among the sentences of block k that are nearest to an
// offset in the source.
func repeated(d *lint.Document, k, offset int, alt string) (what string, where lint.Span) {
	b := &d.Blocks[k]
	if b.Kind == lint.Code || d.Headline().Placed() && d.Headline().All() == b.Text.All() || b.Text.Len()+8 < len(alt) {
		return "", lint.Span{}
	}
	sentences := language.ProseOf(d).SentencesIn(k)
	at := b.Text.At(offset)
	next := sort.Search(len(sentences), func(i int) bool { return int(sentences[i].Start) > at })
	for _, s := range sentences[max(0, next-beside):min(len(sentences), next+beside)] {
		if !sameWords(alt, b.Text.Slice(int(s.Start), int(s.End))) {
			continue
		}
		switch b.Kind {
		case lint.Caption:
			what = "the caption"
		case lint.Heading:
			what = "the heading beside it"
		case lint.Paragraph, lint.Item, lint.Cell, lint.Term, lint.Code:
			what = "a sentence beside it"
		}
		return what, b.Text.Span(int(s.Start), int(s.End))
	}
	return "", lint.Span{}
}

// sameWords reports whether two texts differ only in case, typography and the punctuation
// at their ends. Length and first letter rule out nearly every pair.
func sameWords(a, b string) bool {
	a, b = strings.TrimFunc(a, border), strings.TrimFunc(b, border)
	if a == "" || b == "" || len(a) > len(b)+16 || len(b) > len(a)+16 {
		return false
	}
	if a[0]|b[0] < utf8.RuneSelf && a[0]|0x20 != b[0]|0x20 {
		return false
	}
	return strings.EqualFold(a, b) || token.Fold(a) == token.Fold(b)
}

func border(r rune) bool {
	return r == lint.Object || unicode.IsSpace(r) || unicode.IsPunct(r)
}

func placeOf(t lint.Text) lint.Span {
	if t.Placed() {
		return t.All()
	}
	return lint.Span{}
}
