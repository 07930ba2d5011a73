package word

import (
	"strings"
	"unicode"
)

// fonts knows the fonts whose letters are all equally wide. Authors set code in them.
type fonts struct {
	typewriters map[string]bool // the fonts that were met
	counted     bool            // whether it is known how much of the text is in such a font
	everywhere  bool            // nearly all of it
}

func (f *fonts) isTypewriter(font string) bool {
	if font == "" {
		return false
	}
	is, known := f.typewriters[font]
	if !known {
		is = namesTypewriter(font)
		f.typewriters[font] = is
	}
	return is
}

func namesTypewriter(font string) bool {
	font = strings.ToLower(font)
	for _, part := range [...]string{"courier", "consolas", "menlo", "monaco", "inconsolata", "source code", "fira code", "lucida console"} {
		if strings.HasPrefix(font, part) {
			return true
		}
	}
	return strings.HasSuffix(font, " mono") || strings.Contains(font, " mono ")
}

// mostTypewritten is the share of the text, in percent, from which on a typewriter font is that of the
// document, as in a manuscript, and says nothing about code.
const mostTypewritten = 90

// typewritten reports whether the document as a whole is in a typewriter font. It looks when it is
// first asked, since most files have no such font.
func typewritten(d *document) bool {
	if !d.fonts.counted {
		typed, all := typed(d, d.body, false)
		d.fonts.counted, d.fonts.everywhere = true, 100*typed > mostTypewritten*all
	}
	return d.fonts.everywhere
}

// typed returns how many bytes of the text below n are in a typewriter font, and of how many. Among
// paragraphs of a style in such a font, inherited is true.
func typed(d *document, n *node, inherited bool) (size, all int) {
	for _, child := range n.children() {
		switch child.name {
		case "r":
			length := len(child.child("t").words())
			p := child.child("rPr")
			font := first(p.child("rFonts").attr("ascii"), d.styles.look(p.child("rStyle").val()).font)
			if all += length; font == "" && inherited || d.fonts.isTypewriter(font) {
				size += length
			}
			continue
		case "p":
			inherited = d.fonts.isTypewriter(d.styles.look(child.at("pPr", "pStyle").val()).font)
		}
		t, a := typed(d, child, inherited)
		size, all = size+t, all+a
	}
	return size, all
}

// isLatin reports whether all letters of a text are of the scripts that the font for Latin letters is
// used for.
func isLatin(text []byte) bool {
	for _, r := range string(text) {
		if r >= '\u0590' && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return false
		}
	}
	return true
}

// isListing reports whether all that a paragraph says is code, and takes the formatting from it. Links
// would be lost in a listing.
func isListing(all []piece) bool {
	said := false
	for i := range all {
		switch p := &all[i]; {
		case p.kind == picture || p.kind == equation || p.kind == noteMark:
			return false
		case p.kind == words && strings.TrimSpace(p.text) != "":
			if !p.code || p.link != "" {
				return false
			}
			said = true
		}
	}
	if said {
		for i := range all {
			all[i].format = format{}
		}
	}
	return said
}
