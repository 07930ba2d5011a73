package images

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

// componentOf identifies the component that made an image in a page that a program wrote: its tag
// without the names of files. On the pages of such a site, the same component shows other
// pictures, such as that of the author.
func componentOf(d *lint.Document, image *lint.Image) string {
	if !d.Can(lint.MetadataInHead) || image.Origin != lint.ImageHTML || !bytes.Contains(d.Source.Bytes, []byte(`name="generator"`)) {
		return ""
	}
	target := image.Target.String()
	tag := d.Source.Slice(image.Span)
	if !strings.Contains(tag, "class=") || strings.Count(tag, target) != 1 {
		return ""
	}
	return strings.Replace(tag, target, path.Dir(target), 1)
}

// cover identifies the place of a picture that opens a Markdown draft, or is alone above a rule
// before all other pictures. If many drafts have one there without a text, it is decoration.
func cover(d *lint.Document, i int) string {
	image := &d.Images[i]
	if i > 0 && d.Images[i-1].Origin != lint.ImageMeta || image.Origin != lint.ImageMarkdown {
		return ""
	}
	if len(d.Blocks) > 0 && d.Blocks[0].Span.Start <= image.Span.Start && image.Span.Start < d.Blocks[0].Span.End && strings.HasPrefix(d.Source.Slice(d.Blocks[0].Span), "![") {
		return "a picture that opens the text"
	}
	before, after := d.Source.Bytes[:image.Span.Start], bytes.TrimLeft(d.Source.Bytes[image.Span.End:], " \t\r\n")
	if bytes.HasSuffix(before, []byte("\n\n")) && (bytes.HasPrefix(after, []byte("---\n")) || bytes.HasPrefix(after, []byte("***\n"))) {
		return "a picture above the first rule"
	}
	return ""
}

// isDummy reports whether an image is a placeholder for one still to come: a grey box of the given
// size, or a part of the skeleton that a page shows while it loads.
func isDummy(d *lint.Document, image *lint.Image) bool {
	for _, host := range [...]string{"placehold.co", "placeholder.com", "placehold.it", "dummyimage.com", "placekitten.com", "picsum.photos", "placeimg.com", "fakeimg.pl"} {
		if a, ok := href.Parse(image.Target.String()); ok && a.Under(host) {
			return true
		}
	}
	const near = 200 // bytes, for the tags of the elements around it
	around := d.Source.Slice(lint.Span{Start: max(0, image.Span.Start-near), End: image.Span.Start})
	if open := strings.LastIndexByte(around, '<'); image.Origin == lint.ImageHTML && open >= 0 {
		tag := around[open:]
		return strings.Contains(tag, "skeleton") && !strings.HasPrefix(tag, "</")
	}
	return false
}

// describedBefore reports whether the draft shows the same picture with an alternative text too: a
// demonstration, or a repetition.
func describedBefore(d *lint.Document, i int) bool {
	target := d.Images[i].Target.String()
	return target != "" && !strings.ContainsRune(target, lint.Object) && slices.ContainsFunc(d.Images, func(m lint.Image) bool {
		return m.Origin != lint.ImageMeta && m.HasAlt && !m.Alt.Blank() && m.Target.String() == target
	})
}
