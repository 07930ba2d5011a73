package word

import "strings"

// head writes the properties of the file that say something about the article. What Word fills
// in by itself, such as the dates of the file, says nothing about publication.
func (w *writer) head() {
	language := w.language()
	w.out = append(w.out, "<!DOCTYPE html>\n<html"...)
	if language != "" {
		w.out = append(w.out, ` lang="`+attributeValue(language)+`"`...)
	}
	w.out = append(w.out, ">\n"...)
	properties := w.d.archive.properties()
	if !w.headed() {
		w.property(`<title>`, properties.child("title").words(), `</title>`)
	}
	w.property(`<meta name="description" content="`, first(properties.child("subject").words(), properties.child("description").words()), `">`)
	w.property(`<meta name="keywords" content="`, properties.child("keywords").words(), `">`)
	w.property(`<meta name="author" content="`, properties.child("creator").words(), `">`)
	w.line("<body>")
}

// headed reports whether the text has a headline. The title among the properties, which is often
// that of a template, does not count then.
func (w *writer) headed() bool {
	for _, n := range w.d.body.children() {
		r, level := w.d.styles.role(n.at("pPr", "pStyle").val())
		if n.name == "p" && (r == title || r == heading && level == 1) && n.words() != "" {
			return true
		}
	}
	return false
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
			size := len(c.child("t").words())
			marked[c.at("rPr", "lang").val()] += size
			all += size
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
