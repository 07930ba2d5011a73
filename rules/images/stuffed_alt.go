package images

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed stuffed_alt.txtar
var stuffedAltDocs string

// StuffedAlt flags alt texts that repeat the keyphrase too often.
var StuffedAlt = &lint.Rule{
	Name:     "stuffed-alt",
	Family:   lint.ImagesFamily,
	Summary:  "alternative texts repeat the keyphrase",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Image SEO best practices (warns of alt text filled with keywords; documents no share or number)",
		URL:    "https://developers.google.com/search/docs/appearance/google-images",
	},
	Needs: []lint.Need{lint.NeedsSubject},
	Docs:  stuffedAltDocs,
	New:   func() lint.Checker { return &stuffedAlt{MaxInOne: 1, MinImages: 5, MaxShare: 75} },
}

type stuffedAlt struct {
	MaxInOne  int `yaml:"max_in_one" doc:"times the keyphrase may occur in one alternative; once more where it is a single word, and for every 25 words of the alternative"`
	MinImages int `yaml:"min_images" doc:"images with an alternative before their share counts"`
	MaxShare  int `yaml:"max_share" doc:"percent of the alternatives that may contain the keyphrase"`
}

// Check counts the whole keyphrase in each alt text, then in all of them.
func (r *stuffedAlt) Check(p *lint.Pass) {
	if len(p.Doc.Images) == 0 {
		return
	}
	key := keyphrase.Overused(p.Doc)
	if key == nil {
		return
	}
	limit := r.MaxInOne
	if len(key.Phrase.Words) == 1 {
		limit++
	}
	all, with, first := 0, 0, lint.None
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		alt := image.Alt.String()
		if alt == "" || image.Origin == lint.ImageMeta {
			continue
		}
		all++
		m := key.Phrase.In(alt)
		if !m.All() {
			continue
		}
		if with++; with == 1 {
			first = i
		}
		if m.Count > limit+strings.Count(alt, " ")/25 {
			p.Report(lint.Finding{
				Span:    image.Alt.Span(m.Words[0][0], m.Words[len(m.Words)-1][1]),
				Message: fmt.Sprintf("Alt text names %s %s; describe the image, and name it once at most", key.Label(28), times(m.Count)),
				Related: key.Origin(nil),
			})
		}
	}
	if all >= max(1, r.MinImages) && 100*with > r.MaxShare*all {
		p.Report(lint.Finding{
			Span:    place(&p.Doc.Images[first]),
			Message: fmt.Sprintf("%s is in %d of %d alt texts; describe what each image shows", key.Label(32), with, all),
			Related: key.Origin(nil),
		})
	}
}

func times(n int) string {
	if n == 2 {
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
