package headline

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/textwidth"
)

//go:embed long.txtar
var longDocs string

// Long flags a title that a search result would cut off.
var Long = &lint.Rule{
	Name:     "long-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the title is wider than a search result shows",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Influencing your title links in search results (documents no length; titles are cut to the width of the device)",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "have a headline that a search result cuts off"},
	Search:   true,
	Lifetime: lint.WhileCurrent,
	Docs:     longDocs,
	New:      func() lint.Checker { return &long{MaxWidth: 600} },
}

type long struct {
	MaxWidth      float64 `yaml:"max_width" doc:"px in Arial 20 px, as Google sets titles on a desktop"`
	MaxCharacters int     `yaml:"max_characters" doc:"characters; where set, it replaces the width"`
}

// tolerance is the factor by which a width may exceed the limit: widths are computed from
// the metrics of one font, readers may have another, and a word or two that fall off seldom
// change what a headline says. Editors who judged findings saw a problem in half of the headlines
// of up to 700 px, and in nearly all beyond.
const tolerance = 1.17

// titleSize is the font size in px in which Google sets a title on a desktop.
const titleSize = 20

// Check looks at the title that a search result shows. The output of a template tag is
// unknown, but the rest may be too wide by itself.
func (r *long) Check(p *lint.Pass) {
	title := ownTitle(p.Doc)
	if strings.Contains(title.String(), "{{") || namesAnother(p.Doc) {
		return
	}
	if r.MaxCharacters > 0 {
		r.checkCharacters(p, title)
		return
	}
	if textwidth.Of(title.String(), titleSize) <= tolerance*r.MaxWidth {
		return
	}
	text, span := title, place(p.Doc, title)
	plain := withoutMarkup(title.Plain())
	if plain != title.Plain() {
		text = lint.NewText(plain, nil)
	}
	width := textwidth.Of(plain, titleSize)
	if width <= tolerance*r.MaxWidth {
		return // only markup or white space exceeded the limit
	}
	if !textwidth.Measures(plain) {
		p.Skip("the widths of the letters are not known")
		return
	}
	shown := textwidth.Fit(text.String(), titleSize, r.MaxWidth)
	if inEnumeration(text.String(), shown) {
		return
	}
	cut := shown + strings.IndexFunc(text.Slice(shown, text.Len())+".", notSpace)
	if text.Placed() {
		span = text.Span(cut, text.Len())
	}
	p.Report(lint.Finding{
		Span:    span,
		Message: fmt.Sprintf("Headline is %.0f px wide; Google cuts it at %.0f px %s", width, r.MaxWidth, where(text, shown, cut)),
	})
}

// namesAnother reports whether the metadata has another title beside the headline, and only the
// layouts of the site know whether that becomes the title of the page; or the address of the page
// of another site that the draft passes on, with the headline of its author.
func namesAnother(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		name, value := d.Meta.Fields[i].Name, d.Meta.Fields[i].Value()
		switch strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(name), "_", ""), "-", "") {
		case "fulltitle", "titletag", "pagetitle", "headtitle", "htmltitle", "browsertitle", "windowtitle":
			if value.Len() > 0 {
				return true
			}
		case "sourceurl", "externalurl", "externallink", "linkurl", "originalurl", "articleurl":
			if strings.Contains(value.Plain(), "://") {
				return true
			}
		case "source", "link":
			if len(d.Blocks) == 0 && strings.Contains(value.Plain(), "://") {
				return true
			}
		}
	}
	return false
}

// ownTitle returns the title without what a template appends to the headline: the name of the
// site, which Google shows above the title. Where it is not certain to be that, it stays.
func ownTitle(d *lint.Document) lint.Text {
	title, headline := d.Title(), strings.TrimSpace(d.Headline().Plain())
	rest, found := strings.CutPrefix(title.String(), headline)
	if found && headline != "" && rest != "" && d.Can(lint.MetadataInHead) && strings.IndexAny(strings.TrimSpace(rest), "-|–—·•:") == 0 {
		return title.Sub(0, len(headline))
	}
	return title
}

// inEnumeration reports whether a title is cut within a list of at least three items, one of
// which is shown: “Ferry 2.0 released: engine, sails, oars and flags”. What falls off are more
// of the same.
func inEnumeration(title string, shown int) bool {
	separators := func(text string) int {
		return strings.Count(text, ", ") + strings.Count(text, "、") + strings.Count(text, "，") + strings.Count(text, " & ")
	}
	return separators(title[:shown]) > 0 && separators(title) > 1
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// where names the lost words if they are few, and otherwise the place where the text is
// cut.
func where(title lint.Text, shown, cut int) string {
	const few = 3
	if lost := title.Sub(cut, title.Len()).Plain(); len(strings.Fields(lost)) <= few && utf8.RuneCountInString(lost) <= maxShown {
		return "and drops “" + lost + "”"
	}
	return "after “" + ending(title.Slice(0, shown)) + "”"
}

func (r *long) checkCharacters(p *lint.Pass, title lint.Text) {
	n := utf8.RuneCountInString(withoutMarkup(title.Plain()))
	if n <= r.MaxCharacters {
		return
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, title),
		Message: fmt.Sprintf("Headline has %d characters; shorten it to %d", n, r.MaxCharacters),
	})
}
