package images

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/metrics"
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
	Off:       true, // explained in the documentation of the rule
	Docs:      missingImageDocs,
	New:       func() lint.Checker { return &missingImage{Words: 300} },
}

type missingImage struct {
	Words int `yaml:"words" doc:"an article of no more words needs none"`
}

// Check looks for an image in the body and in the metadata, where any field counts whose name
// mentions an image, then for other visual content.
// Plain text cannot contain images.
func (r *missingImage) Check(p *lint.Pass) {
	d := p.Doc
	m := metrics.Of(d)
	if m.Words <= m.Unit.Of(r.Words) {
		return
	}
	if len(d.Images) > 0 || d.Meta.Get(lint.RoleImage).Value().Len() > 0 || namesImage(d) {
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

// namesImage reports whether a field of the metadata that no role is known of names an
// image: primary_image, bannerCloudinaryId.
func namesImage(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		if f.Value().Blank() || f.Value().String() == "false" || hasPart(f.Name, "alt", "caption", "credit") {
			continue
		}
		if hasPart(f.Name, "image", "banner", "cover", "thumbnail", "hero", "photo", "picture", "illustration", "img") {
			return true
		}
	}
	return false
}

// hasPart reports whether the name of a field has a part that begins with one of the words:
// "image" in primary_image and heroImage, but not "cover" in discovered.
func hasPart(name string, words ...string) bool {
	lower := strings.ToLower(name)
	for _, word := range words {
		i := strings.Index(lower, word)
		if i == 0 || i > 0 && (lower[i] != name[i] || lower[i-1] < 'a' || lower[i-1] > 'z') {
			return true
		}
	}
	return false
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
