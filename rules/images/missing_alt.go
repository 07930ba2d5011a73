package images

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

//go:embed missing_alt.txtar
var missingAltDocs string

// MissingAlt flags an image without an alt text.
var MissingAlt = &lint.Rule{
	Name:     "missing-alt",
	Family:   lint.ImagesFamily,
	Summary:  "an image has no alternative text",
	Severity: lint.Error,
	Markup:   true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 1.1.1 Non-text Content (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#non-text-content",
	},
	Structure: true,
	Docs:      missingAltDocs,
	New:       func() lint.Checker { return &missingAlt{} },
}

type missingAlt struct{}

// Check looks at every image of the body. An empty alt attribute in HTML is a deliberate
// choice. In Markdown it is usually an omission, so the finding is milder. In a template
// tag it is a choice, too, unless a caption shows that the image conveys something. The
// value of an expression is unknown.
func (missingAlt) Check(p *lint.Pass) {
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		switch {
		case isDummy(p.Doc, image) || describedBefore(p.Doc, i) || isCode(p.Doc, image) || image.Alt.Blank() && (isLicence(p.Doc, image) || describedByTemplate(p, image)):
		case image.Decorative || !image.Alt.Blank() || strings.ContainsRune(image.Alt.String(), lint.Object) || image.Origin == lint.ImageMeta || isMention(image) || isEmpty(p.Doc, image) || isVariable(image) || isMedium(image.Target.String()) || isBadge(p.Doc, image) || besideName(p.Doc, i):
		case p.Doc.ShownAbove(image.Block, image.Span):
		case !image.HasAlt:
			f := lint.Finding{
				Span:     image.Span,
				Message:  fmt.Sprintf("Image %s has no alt text; say what it shows, or mark it decorative", named(image)),
				Together: noAlt,
				Shared:   componentOf(p.Doc, image),
			}
			if image.Origin == lint.ImageTemplate {
				f.Severity = lint.Warning // the template may have a default
			}
			p.Report(f)
		default:
			if image.Origin == lint.ImageTemplate && !captioned(p.Doc, image) {
				continue // somebody wrote alt="", as in HTML
			}
			p.Report(lint.Finding{
				Severity: lint.Warning,
				Span:     image.Span,
				Message:  fmt.Sprintf("Image %s has an empty alt text; say what it shows, or mark it decorative", named(image)),
				Together: noAlt,
				Shared:   cover(p.Doc, i),
			})
		}
	}
}

// isMention reports whether a tag shows nothing, since it has no address: “browsers ignore
// <img> there”.
func isMention(image *lint.Image) bool {
	return image.Origin != lint.ImageTemplate && !image.HasAlt && image.Target.Blank()
}

// noAlt is the message about several images.
const noAlt = "%d images have no alt text; say what each shows, or mark it decorative"

// isBadge reports whether an image with an empty alt text shows the state of a repository,
// or whether it is a part of a card that Ghost makes from a link, with the text beside it.
func isBadge(d *lint.Document, image *lint.Image) bool {
	target := image.Target.String()
	if image.Origin == lint.ImageHTML && strings.Contains(d.Source.Slice(image.Span), "kg-bookmark-") {
		return true
	}
	return image.HasAlt && (strings.Contains(target, "/badge") || strings.Contains(target, "shields.io/"))
}

// isMedium reports whether the target of an image is a video, audio or a document, which
// some publishing systems embed with image syntax.
func isMedium(target string) bool {
	path, _, _ := strings.Cut(target, "#")
	path, _, _ = strings.Cut(path, "?")
	if dot := strings.LastIndexByte(path, '.'); dot >= 0 {
		switch strings.ToLower(path[dot:]) {
		case ".mp4", ".webm", ".mov", ".ogv", ".mp3", ".ogg", ".wav", ".m4a", ".flac", ".pdf":
			return true
		case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif":
			return false
		}
	}
	return href.IsEmbed(target)
}

// isVariable reports whether a template tag that looks like an image names no file: it
// inserts the value of a variable, which may contain an alt text.
func isVariable(image *lint.Image) bool {
	return image.Origin == lint.ImageTemplate && !image.HasAlt && !strings.ContainsAny(image.Target.String(), "./")
}

// captioned reports whether an image has its own caption, or one directly after it.
func captioned(d *lint.Document, image *lint.Image) bool {
	if !image.Caption.Blank() {
		return true
	}
	next := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.Start >= image.Span.End })
	return next < len(d.Blocks) && d.Blocks[next].Kind == lint.Caption
}

// named returns what a message calls an image.
func named(image *lint.Image) string {
	if name := fileName(image.Target.Plain()); name != "" && name != "." && name != "/" {
		return "“" + lint.Shorten(name, 24) + "”"
	}
	return "here"
}
