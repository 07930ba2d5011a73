// Package word turns the file of a word processor (.docx, Office Open XML) into HTML that the
// parser of HTML reads, so that rules need to know nothing about Word.
//
// The file is a ZIP archive of XML parts. The package reads the text, the styles, the lists,
// the notes, the comments and the properties, and follows relationships inside the archive
// only. Styles are recognised by their built-in names, which are English in every language of
// Word, or by their outline level. Tracked changes are read as accepted. Hidden text, tables of
// contents and headers and footers are left out.
//
// The text of each paragraph is on a line of its own between its tags, so that the excerpt of a
// finding shows words. A place in the HTML is named after its paragraph ([Codec.Place]), because
// a Word file has no lines. The trade-off: the file cannot be written back, so fixes are only
// listed.
package word

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Decode reads the file of a word processor. It returns the article as HTML, the codec of the
// source, and the marks of review that are left in the file, with their spans in the HTML. The
// error tells the author why the file cannot be read.
func Decode(content []byte) (html []byte, codec lint.Codec, review []lint.ReviewMark, err error) {
	defer func() {
		if r := recover(); r != nil {
			html, codec, review, err = nil, nil, nil, fmt.Errorf("its structure is broken: %v", r)
		}
	}()
	a, err := open(content)
	if err != nil {
		return nil, nil, nil, err
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, nil, nil, err
	}
	d := &document{
		archive: a, part: main, relations: a.relationsOf(main),
		bookmarks: map[string]bool{}, directives: map[*node]string{}, fonts: fonts{typewriters: map[string]bool{}}, partOf: map[*node]map[string]relation{},
	}
	if err := d.load(); err != nil {
		return nil, nil, nil, err
	}
	w := newWriter(d)
	w.head()
	w.blocks(d.body)
	w.flush()
	w.notes()
	w.flush()
	addUnended(w)
	w.end()
	if err := cmp.Or(a.broken, d.failed); err != nil {
		return nil, nil, nil, err
	}
	if w.outside != "" {
		return nil, nil, nil, fmt.Errorf("text of it is in %s; save it again in Word", w.outside)
	}
	return w.out, &Codec{places: w.places}, w.review, nil
}

// document holds the parts of a file that describe its text.
type document struct {
	archive   *archive
	part      string              // the path of the main part: "word/document.xml"
	relations map[string]relation // of the main part, by id

	body      *node
	styles    styles
	lists     lists
	footnotes map[string]*node // by id
	endnotes  map[string]*node
	comments  map[string]*node
	resolved  map[string]bool // comments that are resolved or answer another

	bookmarks  map[string]bool               // by name in lower case
	directives map[*node]string              // what comments say to this program
	partOf     map[*node]map[string]relation // of a note: the relationships of its part

	cover map[*node]bool // its paragraphs; nil if there is no cover
	fonts fonts

	failed error // of a part with text that was met on the way; nil if there is none
}

// load reads the main part and the parts that it names. Those with text or styles must exist then.
func (d *document) load() error {
	root, err := d.archive.xml(d.part)
	if err != nil {
		return err
	}
	if root != nil {
		d.body = root.child("body")
	}
	if d.body == nil {
		return fmt.Errorf("it holds no text in %s", d.part)
	}
	styleSheet, err := d.related("styles")
	if err != nil {
		return err
	}
	d.styles = readStyles(styleSheet)
	numbering, err := d.related("numbering")
	if err != nil {
		return err
	}
	d.lists = readLists(numbering)
	for _, kind := range []string{"styles", "footnotes", "endnotes", "comments"} {
		if name := d.nameOf(kind); name != "" && !d.archive.has(name) {
			return fmt.Errorf("%s, which it names, is not in it; open it in Word and save it again", name)
		}
	}
	answers, err := d.related("commentsExtended")
	if err != nil {
		return err
	}
	d.resolved = resolved(answers)
	for _, notes := range []struct {
		kind string
		to   *map[string]*node
	}{{"footnotes", &d.footnotes}, {"endnotes", &d.endnotes}, {"comments", &d.comments}} {
		part, err := d.related(notes.kind)
		if err != nil {
			return err
		}
		*notes.to = byID(part)
		relations := d.archive.relationsOf(d.nameOf(notes.kind))
		for _, n := range *notes.to {
			d.partOf[n] = relations
		}
	}
	d.index()
	d.cover = covers(d)
	return nil
}

// index notes the bookmarks of all parts, and the comments that are for this program.
func (d *document) index() {
	addBookmarks(d.bookmarks, d.body)
	for _, notes := range []map[string]*node{d.footnotes, d.endnotes} {
		for _, n := range notes {
			addBookmarks(d.bookmarks, n)
		}
	}
	for _, n := range d.comments {
		if text := directiveOf(n); text != "" {
			d.directives[n] = text
		}
	}
}

// related reads the part that the main part has a relationship of a kind with; nil if there is
// none.
func (d *document) related(kind string) (*node, error) {
	if name := d.nameOf(kind); name != "" {
		return d.archive.xml(name)
	}
	return nil, nil //nolint:nilnil // a missing part is not an error, and methods of a nil node work
}

// nameOf returns the path of the part that the main part has a relationship of a kind with, or "".
func (d *document) nameOf(kind string) string {
	for _, r := range d.relations {
		if r.kind == kind && !r.external {
			return inside(d.part, r.target)
		}
	}
	return ""
}

func byID(part *node) map[string]*node {
	all := map[string]*node{}
	for _, n := range part.children() {
		if t := n.attr("type"); t == "" || t == "normal" {
			all[n.attr("id")] = n
		}
	}
	return all
}

func addBookmarks(all map[string]bool, n *node) {
	for _, child := range n.children() {
		if child.name == "bookmarkStart" {
			all[strings.ToLower(child.attr("name"))] = true
		}
		addBookmarks(all, child)
	}
}
