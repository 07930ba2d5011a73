package description

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/textwidth"
)

//go:embed long.txtar
var longDocs string

// Long flags a description that a search result would cut off.
var Long = &lint.Rule{
	Name:     "long-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description is longer than a search result shows",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Control your snippets in search results (documents no length; snippets are cut to the width of the device)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "have a description that a search result cuts off"},
	Docs:     longDocs,
	New: func() lint.Checker {
		return &long{MaxWidth: 920, MobileWidth: 680, MaxCharacters: 160}
	},
}

type long struct {
	MaxWidth      float64 `yaml:"max_width" doc:"px in Arial 14 px, as Google sets descriptions on a desktop; 0 for no such limit"`
	MobileWidth   float64 `yaml:"mobile_width" doc:"px on a phone: for the message alone"`
	MaxCharacters int     `yaml:"max_characters" doc:"characters; 0 for no such limit"`
}

// tolerance is the factor by which a description may exceed a limit, because widths and
// limits are estimates and readers may have another font. Of findings up to 1,050 px, editors
// called 2 of 8 worth the time, and of those beyond three of four.
const tolerance = 1.14

// Check measures the description. It skips scripts whose letters it cannot measure.
func (r *long) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	s := text.String()
	plain := text.Plain() // line breaks collapsed
	width := 0.0
	if r.MaxWidth > 0 {
		width = textwidth.Of(plain, size)
	}
	long := ""
	if width > tolerance*r.MaxWidth {
		long = pixels(width) + " px of " + pixels(r.MaxWidth)
	} else if most := tolerance * float64(r.MaxCharacters); most > 0 && float64(len(plain)) > most {
		if characters := visible(plain); float64(characters) > most {
			long = fmt.Sprintf("%s characters of %d", lint.Thousands(characters), r.MaxCharacters)
		}
	}
	if long == "" || standsIn(p.Doc.Meta.Get(lint.RoleDescription).Name) || templated(text) || !textwidth.Measures(plain) {
		return
	}
	shown := len(s)
	if r.MaxWidth > 0 {
		shown = textwidth.Fit(s, size, r.MaxWidth)
	}
	if r.MaxCharacters > 0 {
		shown = min(shown, wholeWords(s, r.MaxCharacters))
	}
	cut := shown + len(s[shown:]) - len(strings.TrimLeft(s[shown:], " \n"))
	span := place(p.Doc, text)
	if text.Placed() {
		span = text.Span(cut, text.Len())
	}
	p.Report(lint.Finding{Span: span, Message: r.message(s, long, shown)})
}

// pixels formats a width in whole px.
func pixels(width float64) string { return strconv.Itoa(int(math.RoundToEven(width))) }

// visible counts the characters of a text that a reader can tell apart: without combining marks,
// which some scripts put on nearly every letter.
func visible(text string) int {
	n := 0
	for _, r := range text {
		if !textwidth.IsMark(r) {
			n++
		}
	}
	return n
}

// standsIn reports whether a field with another purpose serves as the description because
// there is no other. Pages show such a text above the article, so it may be shorter or
// longer than a search result, and the layout may not use it for one at all.
func standsIn(field string) bool {
	switch strings.ToLower(field) {
	case "summary", "excerpt", "deck", "dek", "subtitle", "standfirst", "lead", "intro", "tagline", "teaser":
		return true
	}
	return false
}

// message says which limit is exceeded, and where each device cuts.
func (r *long) message(s, long string, shown int) string {
	message := "Description is too long (" + long + "), cut after “" + ending(s[:shown]) + "”"
	if r.MobileWidth <= 0 {
		return message
	}
	if mobile := textwidth.Fit(s, size, r.MobileWidth); mobile < shown {
		message += ", on phones after “" + ending(s[:mobile]) + "”"
	}
	return message
}

// wholeWords returns how many bytes of a text fit into a number of characters, in whole
// words and with an ellipsis.
func wholeWords(s string, characters int) int {
	n := 0
	for i, r := range s {
		if textwidth.IsMark(r) {
			continue
		}
		if n++; n > characters-1 {
			if k := textwidth.BreakBefore(s, i); k > 0 {
				return k
			}
			return i
		}
	}
	return len(s)
}
