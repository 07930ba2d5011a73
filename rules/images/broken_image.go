package images

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
)

//go:embed broken_image.txtar
var brokenImageDocs string

// BrokenImage flags an image whose file does not exist.
var BrokenImage = &lint.Rule{
	Name:     "broken-image",
	Family:   lint.ImagesFamily,
	Summary:  "an image names a local file that is not there",
	Severity: lint.Error,
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "HTML Living Standard, 4.8.3 The img element: src must reference an image",
		URL:    "https://html.spec.whatwg.org/multipage/embedded-content.html#the-img-element",
	},
	Needs:     []lint.Need{lint.NeedsFiles},
	Structure: true,
	Habit:     lint.Habit{Does: "show pictures that are not in the repository", Of: lint.ImagePart, Most: true},
	Docs:      brokenImageDocs,
	New:       func() lint.Checker { return &brokenImage{} },
}

type brokenImage struct{}

// Check looks for the file of each image in the body. It never uses the network.
func (brokenImage) Check(p *lint.Pass) {
	if p.Kind == lint.KindVerbatim {
		return // other people wrote it, and nobody here corrects it
	}
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		if backslashed(p, image) {
			p.Report(lint.Finding{
				Span:    image.Target.All(),
				Message: fmt.Sprintf("Path “%s” has backslashes; write “/” for them", lint.Shorten(image.Target.String(), 48)),
			})
			continue
		}
		if isEmpty(p.Doc, image) {
			p.Report(lint.Finding{Span: image.Span, Message: "Image has no address; name its file, or delete it"})
			continue
		}
		name := localFile(image.Target.String())
		if name == "" || image.Origin == lint.ImageMeta || !decidable(p, image, name) {
			continue
		}
		answer := resolve.File(p, name)
		if answer != resolve.Missing && answer != resolve.Deleted {
			continue
		}
		span := image.Span
		if image.Target.Placed() {
			span = image.Target.All()
		}
		f := lint.Finding{
			Span:    span,
			Shared:  name,
			Message: fmt.Sprintf("Image “%s” is not there; %s", lint.Shorten(name, 48), rightPath(p, name)),
		}
		if answer == resolve.Deleted {
			f.Severity = lint.Warning // it may come back before anything is published
			f.Message = fmt.Sprintf("Image “%s” is deleted here, but not in git; put it back or correct the path", lint.Shorten(name, 32))
		}
		p.Report(f)
	}
}

// isEmpty reports whether an image of Markdown has nothing between its brackets: ![](). What a template
// writes there is not known.
func isEmpty(d *lint.Document, image *lint.Image) bool {
	return image.Origin == lint.ImageMarkdown && image.Target.Blank() && strings.HasSuffix(strings.ReplaceAll(d.Source.Slice(image.Span), " ", ""), "]()")
}

// rightPath says which file was meant, if that is certain, or what else to do.
func rightPath(p *lint.Pass, name string) string {
	near := resolve.Suggest(p, name)
	switch {
	case near == "":
		return "correct the path or add the file"
	case path.Dir(near) == path.Dir(path.Clean(name)):
		near = path.Base(near)
	}
	return fmt.Sprintf("“%s” is", lint.Shorten(near, 48))
}

// backslashed reports whether the path of an image in Markdown has backslashes. Markdown
// encodes them, so that a browser cannot take them for slashes, except in kramdown.
func backslashed(p *lint.Pass, image *lint.Image) bool {
	target := image.Target.String()
	if image.Origin != lint.ImageMarkdown || !strings.Contains(target, "\\") || strings.ContainsRune(target, lint.Object) || !image.Target.Placed() {
		return false
	}
	return localFile(strings.ReplaceAll(target, "\\", "/")) != "" && (p.Site == nil || !slices.Contains(p.Site.HeadingIDs, lint.IDKramdown))
}

// localFile returns the path of an image's target on the same site. It returns "" for a
// target on another host, for one built by a template tag, and for one without the
// extension of an image, which a server may generate.
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

// inTag reports whether a template tag makes the target of an image from a name: ![A pear](<%=
// asset_path "pear.png" %>), or writes the part before it: ![A pear]({{base}}pear.png).
// Where the tag looks for the name is unknown.
func inTag(d *lint.Document, image *lint.Image) bool {
	at := image.Target.All()
	k := sort.Search(len(d.Templates), func(k int) bool { return d.Templates[k].End >= at.Start })
	return k < len(d.Templates) && d.Templates[k].Start < at.Start
}

// completed reports whether a template tag writes a part of the target of an image:
// ![A pear](img/{{< meta prefix >}}-pear.png).
func completed(d *lint.Document, image *lint.Image) bool {
	at := image.Target.All()
	k := sort.Search(len(d.Templates), func(k int) bool { return d.Templates[k].Start >= at.Start })
	return k < len(d.Templates) && d.Templates[k].End <= at.End
}

// decidable reports whether the location of the file is known. Paths from the root, and
// arguments of template tags, are relative to folders that the site's generator defines;
// they can be checked only if these folders are known. A relative path in a part of other
// pages is relative to those.
func decidable(p *lint.Pass, image *lint.Image, name string) bool {
	if p.Part() && name[0] != '/' {
		return false
	}
	if image.Origin != lint.ImageTemplate && (completed(p.Doc, image) || name[0] != '/' && inTag(p.Doc, image)) {
		return false
	}
	if name[0] == '/' || image.Origin == lint.ImageTemplate {
		return p.Site != nil && len(p.Site.Static) > 0
	}
	return true
}
