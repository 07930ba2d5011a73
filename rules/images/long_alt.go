package images

import (
	_ "embed"
	"fmt"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed long_alt.txtar
var longAltDocs string

// LongAlt flags an alt text that is too long.
var LongAlt = &lint.Rule{
	Name:     "long-alt",
	Family:   lint.ImagesFamily,
	Summary:  "an alternative text is long enough for a paragraph",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "W3C, Images Tutorial: complex images (asks for a long description elsewhere; sets no limit)",
		URL:    "https://www.w3.org/WAI/tutorials/images/complex/",
	},
	Habit: lint.Habit{Does: "have a long alternative text", Of: lint.ImagePart},
	Docs:  longAltDocs,
	New:   func() lint.Checker { return &longAlt{Max: 350} },
}

type longAlt struct {
	Max int `yaml:"max" doc:"characters (code points) an alternative text may have"`
}

// habit is how many long alt texts show that an article describes its images in full, for
// readers who do not see them.
const habit = 4

// Check counts the characters of each alt text. In an article that describes several
// images at more than half of the limit, length is a decision.
func (r *longAlt) Check(p *lint.Pass) {
	described := 0
	for i := range p.Doc.Images {
		if utf8.RuneCountInString(p.Doc.Images[i].Alt.String()) > r.Max/2 {
			described++
		}
	}
	if described >= habit {
		return
	}
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		if image.Alt.Len() <= r.Max || image.Origin == lint.ImageMeta {
			continue // no more bytes than the limit in characters
		}
		if n := utf8.RuneCountInString(image.Alt.Plain()); n > r.Max {
			p.Report(lint.Finding{
				Span:     place(image),
				Message:  fmt.Sprintf("Alt text has %s characters, over %d; move the details into the text or a caption", lint.Thousands(n), r.Max),
				Together: fmt.Sprintf("%%d alt texts have over %d characters; move the details into the text or captions", r.Max),
				Size:     n,
			})
		}
	}
}
