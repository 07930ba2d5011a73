package images

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed missing_image.txtar
var missingImageDocs string

// MissingImage flags a longer article without images.
var MissingImage = &lint.Rule{
	Name:     "missing-image",
	Family:   lint.ImagesFamily,
	Summary:  "a longer article has no image",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; Google's Article markup recommends an image and requires none",
		URL:    "https://developers.google.com/search/docs/appearance/structured-data/article",
	},
	Articles:  true,
	Absence:   "have an image",
	Structure: true,
	Docs:      missingImageDocs,
	New:       func() lint.Checker { return &missingImage{Words: 300} },
}

type missingImage struct {
	Words int `yaml:"words" doc:"an article of no more words needs none"`
}

// Check looks for an image in the body and in the metadata, then for other visual content.
// Plain text cannot contain images.
func (r *missingImage) Check(p *lint.Pass) {
	d := p.Doc
	m := language.MetricsOf(d)
	if m.Words <= m.Unit.Of(r.Words) {
		return
	}
	if len(d.Images) > 0 || d.Meta.Get(lint.RoleImage).Value().Len() > 0 {
		p.Present()
		return
	}
	if !d.Can(lint.HoldsImages) {
		p.Skip("plain text holds no images")
		return
	}
	if embeds(d) {
		p.Present()
		return
	}
	where := "the front matter"
	if d.Can(lint.MetadataInHead) {
		where = "og:image"
	}
	p.Report(lint.Finding{
		Span:    d.Top(),
		About:   d.Head().Join(d.Body()),
		Message: fmt.Sprintf("%d %s and no image; add one, or name the one to share in %s", m.Words, m.Unit.Name, where),
	})
}

// embeds reports whether a draft has visual content other than images: a video, an inline
// drawing, or the output of a template tag.
func embeds(d *lint.Document) bool {
	for _, span := range d.Templates {
		tag := strings.ToLower(d.Source.Slice(span))
		for _, word := range [...]string{"image", "img", "photo", "picture", "figure", "gallery", "carousel", "video", "youtube", "vimeo", "chart", "map", "embed"} {
			if strings.Contains(tag, word) {
				return true
			}
		}
	}
	body := d.Source.Bytes[min(d.Meta.Span.End, len(d.Source.Bytes)):]
	for {
		i := bytes.IndexByte(body, '<')
		if i < 0 {
			return false
		}
		body = body[i+1:]
		for _, element := range [...]string{"iframe", "video", "svg", "canvas", "object", "embed"} {
			if bytes.HasPrefix(body, []byte(element)) {
				return true
			}
		}
	}
}
