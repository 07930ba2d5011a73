package kind

import (
	"bytes"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// isPlainHTML reports whether a draft is a page of HTML that no generator turns into an article.
func isPlainHTML(d *lint.Document) bool { return d.Format == lint.HTML && !hasFrontMatter(d) }

// isBody reports whether a text in HTML is the body of an article, as editors of web pages copy it:
// it has no elements for a page and its layout, and no tags of a template.
func isBody(d *lint.Document) bool {
	head := bytes.ToLower(d.Source.Bytes[:min(len(d.Source.Bytes), headReach)])
	for _, element := range [...]string{"<html", "<head", "<body", "<nav", "<div class", "<div id", "<section", "<main", "<script", "<form"} {
		if bytes.Contains(head, []byte(element)) {
			return false
		}
	}
	return len(d.Templates) == 0
}

// plainHTML classifies HTML pages on a site whose articles are in Markdown: generated pages, and
// mock-ups of pages. All others are written by hand.
func plainHTML(d *lint.Document) lint.Kind {
	switch {
	case namesGenerator(d.Source.Bytes):
		return lint.KindGenerated
	case isMockUp(d):
		return lint.KindSample
	case deckInHTML(d.Source.Bytes):
		return lint.KindSlides
	}
	return lint.KindMarkup
}

// longestShell is the maximum length of the text of a page that a program fills, in words.
const longestShell = 30

// isShell reports whether a page is the shell of a program that makes the rest of the page in the
// browser: it has an empty element for the program, or its module, and hardly any text.
func isShell(d *lint.Document) bool {
	page := bytes.ToLower(d.Source.Bytes[:min(len(d.Source.Bytes), headReach)])
	if !bytes.Contains(page, []byte("<script")) {
		return false
	}
	for _, mark := range [...]string{`id="root"></`, `id="app"></`, `id="__next"></`, `id="svelte"></`, `type="module"`} {
		if bytes.Contains(page, []byte(mark)) {
			return words(d) <= longestShell
		}
	}
	return false
}

// headReach is the number of bytes at the beginning of a page in which its head is looked for.
const headReach = 8 << 10

// namesGenerator reports whether the head of a page names the program that made the page.
func namesGenerator(src []byte) bool {
	head := bytes.ToLower(src[:min(len(src), headReach)])
	return bytes.Contains(head, []byte(`name="generator"`)) || bytes.Contains(head, []byte(`name=generator`))
}

// Thresholds for taking a page for a mock-up, judging by its links that lead nowhere.
const (
	fewestDead = 5
	mostDead   = 60 // percentage of the links
)

// isMockUp reports whether most links of a page, including those of its menu, lead nowhere.
func isMockUp(d *lint.Document) bool {
	dead := 0
	for i := range d.Links {
		if target := d.Links[i].Target.Plain(); target == "" || target == "#" {
			dead++
		}
	}
	return dead >= fewestDead && 100*dead >= mostDead*len(d.Links)
}

// withData reports whether a page of HTML came with data: it is in a folder for data of a site, or,
// wherever no generator is known, the readme or the licence there.
func withData(s *lint.Site, name string, d *lint.Document) bool {
	if !isPlainHTML(d) {
		return false
	}
	dir, file := path.Split(strings.ToLower(name))
	if !contains(strings.Split(dir, "/"), []string{"data", "dataset", "datasets", "corpus", "corpora", "shapefile", "shapefiles"}) {
		return false
	}
	return s.Generator != "" || strings.Contains(file, "readme.") || legalName(file)
}
