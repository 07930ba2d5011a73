package images

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
)

//go:embed missing_alt.txtar
var missingAltDocs string

// MissingAlt flags an image that says nothing to a reader who cannot see it.
var MissingAlt = &lint.Rule{
	Name:     "missing-alt",
	Family:   lint.ImagesFamily,
	Summary:  "an image has no alternative text",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 1.1.1 Non-text Content (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#non-text-content",
	},
	Docs: missingAltDocs,
	New:  func() lint.Checker { return &missingAlt{} },
}

type missingAlt struct{}

// Check looks at every image of the body. An empty alternative is a decision in
// HTML; in Markdown it is mostly something left out, so that one is milder.
func (missingAlt) Check(p *lint.Pass) {
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		switch {
		case image.Decorative || image.Alt.Plain() != "" || image.Origin == lint.ImageMeta:
		case !image.HasAlt:
			p.Report(lint.Finding{
				Span:    image.Span,
				Message: fmt.Sprintf("Image %s has no alt text; say what it shows, or mark it decorative", named(image)),
			})
		default:
			p.Report(lint.Finding{
				Severity: lint.Warning,
				Span:     image.Span,
				Message:  fmt.Sprintf("Image %s has an empty alt text; say what it shows, or mark it decorative", named(image)),
			})
		}
	}
}

// named returns how a message calls an image.
func named(image *lint.Image) string {
	if name := fileName(image.Target.Plain()); name != "" && name != "." && name != "/" {
		return "“" + short(name, 24) + "”"
	}
	return "here"
}
