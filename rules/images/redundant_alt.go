package images

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed redundant_alt.txtar
var redundantAltDocs string

// RedundantAlt flags an alternative text that begins by saying it is an image.
var RedundantAlt = &lint.Rule{
	Name:     "redundant-alt",
	Family:   lint.ImagesFamily,
	Summary:  "an alternative text begins with “image of”",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "W3C, Images Tutorial: tips and tricks",
		URL:    "https://www.w3.org/WAI/tutorials/images/tips/",
	},
	Languages: []string{"en"},
	Docs:      redundantAltDocs,
	New:       func() lint.Checker { return &redundantAlt{} },
}

type redundantAlt struct{}

// Check looks at the first words of every alternative.
func (redundantAlt) Check(p *lint.Pass) {
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		alt := image.Alt.String()
		n := opening(alt)
		if n == 0 || image.Origin == lint.ImageMeta {
			continue
		}
		said := strings.TrimSpace(alt[:n])
		finding := lint.Finding{
			Span:    image.Alt.Span(0, len(said)),
			Message: fmt.Sprintf("Alt text begins with “%s”; a screen reader says that already", said),
		}
		if rest := alt[n:]; rest != "" {
			r, size := utf8.DecodeRuneInString(rest)
			finding.Fixes = []lint.Fix{lint.Replace(
				fmt.Sprintf("Drop “%s”", said), false,
				image.Alt.Span(0, n+size), string(unicode.ToUpper(r)),
			)}
		}
		p.Report(finding)
	}
}

// opening returns the length of an opening such as "An image of " or "Photo: "
// together with the article behind it, or 0. What kind of picture it is matters
// for a chart, a map, a drawing or a screenshot, so those words may stay.
func opening(alt string) int {
	rest := alt
	for _, article := range [...]string{"a ", "an ", "the ", "this is a ", "this is an "} {
		if hasFold(rest, article) {
			rest = rest[len(article):]
			break
		}
	}
	for _, kind := range [...]string{"image", "picture", "photo", "photograph", "pic"} {
		if !hasFold(rest, kind) {
			continue
		}
		for _, of := range [...]string{" of ", " showing ", " shows ", " that shows ", ": "} {
			if hasFold(rest[len(kind):], of) {
				return len(alt) - len(rest) + len(kind) + len(of)
			}
		}
	}
	return 0
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && s[0]|0x20 == prefix[0]|0x20 && strings.EqualFold(s[:len(prefix)], prefix)
}
