package images

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed redundant_alt.txtar
var redundantAltDocs string

// RedundantAlt flags an alt text that begins with "image of" or the like.
var RedundantAlt = &lint.Rule{
	Name:     "redundant-alt",
	Family:   lint.ImagesFamily,
	Summary:  "an alternative text begins with “image of”",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "W3C, Images Tutorial: tips and tricks",
		URL:    "https://www.w3.org/WAI/tutorials/images/tips/",
	},
	Languages: wordpack.WithLists("alt-articles", "alt-pictures", "alt-showing"),
	Habit:     lint.Habit{Does: "begin alternative texts with “image of”", Of: lint.ImagePart},
	Docs:      redundantAltDocs,
	New:       func() lint.Checker { return &redundantAlt{} },
}

type redundantAlt struct{}

// Check looks at the first words of every alt text.
func (redundantAlt) Check(p *lint.Pass) {
	pack := wordpack.Of(p.Doc.Language)
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		alt := image.Alt.String()
		n := opening(alt, pack)
		if n == 0 || image.Origin == lint.ImageMeta {
			continue
		}
		said := strings.TrimSpace(alt[:n])
		finding := lint.Finding{
			Span:     image.Alt.Span(0, len(said)),
			Message:  fmt.Sprintf("Alt text begins with “%s”; a screen reader says that already", said),
			Together: "%d alt texts begin with words that a screen reader says already, as this one does",
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

// opening returns the length of an opening such as "An image of " or "Photo: ", including
// the article after it, or 0. Words such as chart, map, drawing or screenshot are
// informative and may stay.
func opening(alt string, pack *wordpack.Pack) int {
	rest := alt
	for _, article := range pack.Lines("alt-articles") {
		if after, ok := cutFold(alt, article); ok && strings.HasPrefix(after, " ") {
			rest = after[1:]
			break
		}
	}
	for _, kind := range pack.List("alt-pictures") {
		after, ok := cutFold(rest, kind)
		if !ok {
			continue
		}
		if strings.HasPrefix(after, ": ") {
			return len(alt) - len(after) + len(": ")
		}
		for _, showing := range pack.Lines("alt-showing") {
			if shown, ok := cutFold(strings.TrimPrefix(after, " "), showing); ok && after[0] == ' ' && strings.HasPrefix(shown, " ") {
				return len(alt) - len(shown) + 1
			}
		}
	}
	return 0
}

// cutFold removes a prefix from a text, ignoring case.
func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
