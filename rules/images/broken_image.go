package images

import (
	_ "embed"
	"fmt"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
)

//go:embed broken_image.txtar
var brokenImageDocs string

// BrokenImage flags an image whose file is not there.
var BrokenImage = &lint.Rule{
	Name:     "broken-image",
	Family:   lint.ImagesFamily,
	Summary:  "an image names a local file that is not there",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "HTML Living Standard, 4.8.3 The img element: src must reference an image",
		URL:    "https://html.spec.whatwg.org/multipage/embedded-content.html#the-img-element",
	},
	Needs: []lint.Need{lint.NeedsFiles},
	Docs:  brokenImageDocs,
	New:   func() lint.Checker { return &brokenImage{} },
}

type brokenImage struct{}

// Check looks for the file of each image of the body. It never goes to the network.
func (brokenImage) Check(p *lint.Pass) {
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		name := localFile(image.Target.String())
		if name == "" || image.Origin == lint.ImageMeta || !decidable(p, image, name) || resolve.File(p, name) != resolve.Missing {
			continue
		}
		span := image.Span
		if image.Target.Placed() {
			span = image.Target.All()
		}
		p.Report(lint.Finding{
			Span:    span,
			Shared:  name,
			Message: fmt.Sprintf("Image “%s” is not there; correct the path or add the file", lint.Shorten(name, 48)),
		})
	}
}

// localFile returns the path that an image's target names on the own site, or ""
// where it names another host, is made by a template tag, or has no extension that is
// an image's: a server may make it up.
func localFile(target string) string {
	if strings.HasPrefix(target, "//") || strings.ContainsAny(target, ":\\") || strings.ContainsRune(target, lint.Object) || strings.Contains(target, "{{") {
		return ""
	}
	target = resolve.Path(target)
	switch strings.ToLower(path.Ext(target)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff", ".ico":
		return target
	}
	return ""
}

// decidable reports whether it can be known where the file would have to be. A path
// from the root, and one that a template tag is given, lead to folders that the
// site's generator decides about: those must be known.
func decidable(p *lint.Pass, image *lint.Image, name string) bool {
	if name[0] == '/' || image.Origin == lint.ImageTemplate {
		return p.Site != nil && len(p.Site.Static) > 0
	}
	return true
}
