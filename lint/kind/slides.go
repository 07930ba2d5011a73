package kind

import (
	"bytes"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// fewestSlides is the minimum number of slides of a file that only by its name or its form may
// be a deck.
const fewestSlides = 4

// slides reports whether a draft is a deck of slides. Its headings are labels, and its text
// is what somebody says beside it.
func slides(name string, d *lint.Document) bool {
	if d.Format == lint.HTML {
		return deckInHTML(d.Source.Bytes)
	}
	themed, staged, shown := false, false, false
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		switch key := strings.ToLower(f.Name); key {
		case "marp":
			return strings.EqualFold(f.Value().Plain(), "true")
		case "layout", "type", "template":
			value := strings.ToLower(f.Value().Plain())
			if strings.Contains(value, "slides") || value == "reveal" || value == "presentation" {
				return true
			}
		case "theme":
			themed = true
		case "class", "transition", "drawings", "highlighter", "background", "colorschema", "mdc", "routermode", "aspectratio":
			staged = true
		default:
			first, rest, _ := strings.Cut(key, ".")
			if first != "format" && first != "output" {
				continue
			}
			value := strings.ToLower(f.Value().Plain())
			if strings.HasPrefix(rest, "html") || strings.HasPrefix(value, "html") {
				return false // a page that can be shown as well
			}
			shown = shown || ofSlides(rest) || ofSlides(value)
		}
	}
	stem := strings.ToLower(lint.StemOf(path.Base(name)))
	named := stem == "slides" || stem == "slide" || stem == "deck" || strings.HasSuffix(stem, ".slides")
	return shown || (themed && staged || named || fitted(d)) && breaks(d) >= fewestSlides || titled(d)
}

// titled reports whether a draft without metadata has the form of a deck: most of its thematic breaks
// are above an H1, the title of a slide.
func titled(d *lint.Document) bool {
	const fewest = 6 // such slides
	if d.Meta.Format != lint.NoMeta {
		return false
	}
	titles, broken := 0, false
	for line := range bytes.Lines(d.Source.Bytes) {
		switch line = bytes.TrimSpace(line); {
		case len(line) == 0:
		case string(line) == "---":
			broken = true
		default:
			if broken && bytes.HasPrefix(line, []byte("# ")) {
				titles++
			}
			broken = false
		}
	}
	return titles >= fewest && 2*titles > breaks(d)
}

// fitted reports whether a heading has the mark with which Deckset makes it as large as the slide.
func fitted(d *lint.Document) bool {
	for _, b := range d.Headings() {
		if strings.HasPrefix(strings.TrimSpace(b.Text.String()), "[fit]") {
			return true
		}
	}
	return false
}

// ofSlides reports whether the name of an output format is one of slides.
func ofSlides(format string) bool {
	for _, name := range [...]string{"revealjs", "beamer", "pptx", "powerpoint", "slidy", "ioslides", "xaringan", "moon_reader", "s5", "dzslides"} {
		if strings.Contains(format, name) {
			return true
		}
	}
	return false
}

// deckInHTML reports whether a page of HTML is a deck of reveal.js, remark or impress.js.
func deckInHTML(src []byte) bool {
	switch {
	case bytes.Contains(src, []byte(`class="reveal"`)):
		return bytes.Contains(src, []byte(`class="slides"`))
	case bytes.Contains(src, []byte(`<textarea id="source"`)):
		return true
	}
	return bytes.Contains(src, []byte(`id="impress"`))
}

// breaks counts the lines that divide slides: three hyphens and nothing else.
func breaks(d *lint.Document) (n int) {
	for line := range bytes.Lines(d.Source.Bytes[d.Meta.Span.End:]) {
		if string(bytes.TrimSpace(line)) == "---" {
			n++
		}
	}
	return n
}
