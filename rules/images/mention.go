package images

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// isCode reports whether a tag is a part of code that has lost its fence: it is a string, or a line
// of a numbered listing.
func isCode(d *lint.Document, image *lint.Image) bool {
	src, span := d.Source.Bytes, image.Span
	if image.Origin != lint.ImageHTML && image.Origin != lint.ImageTemplate || span.Start == 0 || !d.Can(lint.LinksByReference) {
		return false
	}
	if c := src[span.Start-1]; span.End < len(src) && (c == '"' || c == '\'') && src[span.End] == c {
		return true
	}
	line := bytes.LastIndexByte(src[:span.Start], '\n') + 1
	n, err := strconv.Atoi(string(bytes.TrimSpace(src[line:span.Start])))
	if err != nil {
		return false
	}
	for _, other := range [...]string{lastLine(src[:line]), firstLine(src[span.End:])} {
		digits := len(other) - len(strings.TrimLeft(other, "0123456789"))
		if k, err := strconv.Atoi(other[:digits]); err == nil && k >= n-1 && k <= n+1 {
			return true
		}
	}
	return false
}

// lastLine and firstLine return a line with text, without the white space around it; firstLine leaves
// out what is left of the current line.
func lastLine(src []byte) string {
	src = bytes.TrimSpace(src)
	return string(bytes.TrimSpace(src[bytes.LastIndexByte(src, '\n')+1:]))
}

func firstLine(src []byte) string {
	_, src, _ = bytes.Cut(src, []byte("\n"))
	src, _, _ = bytes.Cut(bytes.TrimSpace(src), []byte("\n"))
	return string(bytes.TrimSpace(src))
}

// isLicence reports whether an image with an empty alternative text is the badge of a licence of
// Creative Commons, and the text beside it names the licence.
func isLicence(d *lint.Document, image *lint.Image) bool {
	target := strings.ToLower(image.Target.String())
	name := target[strings.LastIndexByte(target, '/')+1:]
	badge := strings.Contains(target, "licensebuttons.net") || strings.Contains(target, "creativecommons.org/") || strings.HasPrefix(name, "cc-") || strings.HasPrefix(name, "cc_") ||
		strings.HasPrefix(name, "by-") || strings.HasPrefix(name, "by.") || strings.Contains(name, "creative-commons") || strings.Contains(name, "creativecommons")
	if !badge || !image.HasAlt {
		return false
	}
	const near = 500 // bytes
	around := strings.ToLower(d.Source.Slice(lint.Span{Start: max(0, image.Span.Start-near), End: image.Span.Start}) +
		d.Source.Slice(lint.Span{Start: image.Span.End, End: min(len(d.Source.Bytes), image.Span.End+near)}))
	return strings.Contains(around, "creative commons") || strings.Contains(around, "cc by") || strings.Contains(around, "cc-by") || strings.Contains(around, "cc0")
}
