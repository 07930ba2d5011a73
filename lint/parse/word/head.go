package word

import (
	"strings"
	"unicode"
)

// head writes the properties of the file that are about the article. Values that Word fills in by
// itself, such as the dates of the file, say nothing about publication.
func (w *writer) head() {
	language := w.language()
	w.out = append(w.out, "<!DOCTYPE html>\n<html"...)
	if language != "" {
		w.out = append(w.out, ` lang="`+attributeValue(language)+`"`...)
	}
	w.out = append(w.out, ">\n"...)
	properties := w.d.archive.properties()
	if !headed(w.d) {
		w.property(`<title>`, properties.child("title").words(), `</title>`)
	}
	w.property(`<meta name="description" content="`, first(properties.child("subject").words(), properties.child("description").words()), `">`)
	w.property(`<meta name="keywords" content="`, properties.child("keywords").words(), `">`)
	w.property(`<meta name="author" content="`, properties.child("creator").words(), `">`)
	w.line("<body>")
}

func (w *writer) property(before, value, after string) {
	if value = strings.Join(strings.Fields(value), " "); value != "" {
		w.line(before + attributeValue(value) + after)
	}
}

func (w *writer) end() {
	w.line("</body>")
	w.line("</html>")
}

// properties returns the properties of the file, or nil.
func (a *archive) properties() *node {
	for _, r := range a.relationsOf("") {
		if r.kind == "core-properties" && !r.external {
			if root, err := a.xml(inside("", r.target)); err == nil {
				return root
			}
		}
	}
	return nil
}

// language returns the language that more than half of the text is marked with. The language
// of the template does not count: it is often not that of the text.
func (w *writer) language() string {
	marked, all := map[string]int{}, 0
	var visit func(n *node)
	visit = func(n *node) {
		for _, c := range n.children() {
			if c.name != "r" {
				visit(c)
				continue
			}
			words := c.child("t").words()
			marked[languageOf(c.child("rPr"), words)] += len(words)
			all += len(words)
		}
	}
	visit(w.d.body)
	for language, size := range marked {
		if language != "" && 2*size > all {
			return language
		}
	}
	return ""
}

// languageOf returns the language that properties of a run give words. There are up to three,
// and the script of the words decides which applies.
func languageOf(properties *node, words string) string {
	marked := properties.child("lang")
	for _, r := range words {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			return marked.attr("eastAsia")
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana):
			return marked.attr("bidi")
		case unicode.IsLetter(r):
			return marked.val()
		}
	}
	return marked.val()
}
