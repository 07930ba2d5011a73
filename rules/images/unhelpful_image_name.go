package images

import (
	_ "embed"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed unhelpful_image_name.txtar
var unhelpfulImageNameDocs string

// UnhelpfulImageName flags the file names that cameras and programs give.
var UnhelpfulImageName = &lint.Rule{
	Name:     "unhelpful-image-name",
	Family:   lint.ImagesFamily,
	Summary:  "an image's file name says nothing of what it shows",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Image SEO best practices: descriptive file names give light clues",
		URL:    "https://developers.google.com/search/docs/appearance/google-images",
	},
	Docs: unhelpfulImageNameDocs,
	New:  func() lint.Checker { return &unhelpfulImageName{} },
}

type unhelpfulImageName struct{}

// Check gathers the names of the article's own images that say nothing into one
// finding: whoever renames one renames them all.
func (unhelpfulImageName) Check(p *lint.Pass) {
	var f lint.Finding
	var name string
	pack := language.SharedPack()
	for i := range p.Doc.Images {
		image := &p.Doc.Images[i]
		target := image.Target.String()
		if target == "" || image.Origin == lint.ImageMeta || foreign(target) || !saysNothing(plainName(target), pack) {
			continue
		}
		span := image.Span
		if image.Target.Placed() {
			span = image.Target.All()
		}
		if name == "" {
			name, f.Span = plainName(target), span
			continue
		}
		f.Related = append(f.Related, lint.Related{Span: span, Message: "another one"})
	}
	switch others := len(f.Related); {
	case name == "":
		return
	case others == 0:
		f.Message = fmt.Sprintf("File name “%s” says nothing about the image; name it after what it shows", lint.Shorten(name, 32))
	default:
		f.Message = fmt.Sprintf("File name “%s” and %d more say nothing; name images after what they show", lint.Shorten(name, 32), others)
	}
	p.Report(f)
}

// plainName is fileName with its escapes resolved.
func plainName(target string) string {
	name := fileName(target)
	if strings.IndexByte(name, '%') >= 0 {
		if plain, err := url.PathUnescape(name); err == nil {
			return plain
		}
	}
	return name
}

// foreign reports whether an image lies on another host, whose names are not the
// author's, or in the page itself.
func foreign(target string) bool {
	return strings.HasPrefix(target, "//") || strings.ContainsRune(target, ':') || path.Ext(target) == ""
}

// saysNothing reports whether a file name is what a camera, a telephone or a program
// made of a counter or the time of day, or nothing but a word for "image".
func saysNothing(name string, pack *language.Pack) bool {
	stem := strings.TrimRight(strings.TrimRight(name, "0123456789 _-.()~+:T@x"), " _-(")
	if stem == "" { // digits alone; three or four are a year or an error page's number
		return name != "" && len(name) != 3 && len(name) != 4
	}
	if _, is := pack.Table("unhelpful-image-names")[strings.ToLower(stem)]; is {
		return true
	}
	return stamped(strings.ToLower(name), pack.Lines("image-stamps"))
}

// stamped reports whether a name is a program's word followed by a date and time:
// "Screen Shot 2024-05-01 at 10.32.11 AM", "WhatsApp Image 2024-05-01".
func stamped(name string, programs []string) bool {
	for _, program := range programs {
		rest, ok := strings.CutPrefix(name, program)
		if !ok {
			continue
		}
		if rest = strings.TrimLeft(rest, " _-"); len(rest) >= 8 && strings.Trim(rest[:8], "0123456789-_.") == "" {
			return true
		}
	}
	return false
}
