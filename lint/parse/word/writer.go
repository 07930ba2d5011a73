package word

import (
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// writer writes the article as HTML.
type writer struct {
	d   *document
	out []byte

	titled bool // a headline was written
	shift  int  // by which levels of headings are moved down: 1 below a title
	cell   int  // depth of tables and notes, which have no headings
	fields []field

	relations map[string]relation // of the part that is being written
	carried   []piece             // of paragraphs that have no end of their own, for the next one

	carriesWords bool               // among them is something that a reader sees
	ranges       map[*node]progress // of comments for this program
	outside      string             // what holds text that is not in the file's own form; "" for nothing

	container string // the block around paragraphs that is open: "blockquote", "pre" or ""
	lists     []list // that are open, outermost first
	block     string // the element of the paragraph that is open
	format           // of the text that is open

	noted   []*node       // notes in the order of their marks
	numbers map[*node]int // of these notes
	note    int           // the note that is being written; 0 for the text
	places  []place
	count   int // of paragraphs so far

	review []lint.ReviewMark
	open   map[*node]int  // offsets at which marks of review begin
	seen   map[*node]bool // comments that were written
}

func newWriter(d *document) *writer {
	w := &writer{
		d: d, relations: d.relations, numbers: map[*node]int{}, open: map[*node]int{},
		seen: map[*node]bool{}, ranges: map[*node]progress{},
	}
	w.shift = d.shift()
	return w
}

func number(n int) string { return strconv.Itoa(n) }

func (w *writer) line(markup string) {
	w.out = append(append(w.out, markup...), '\n')
}

// comments writes comments of HTML, each on a line of its own.
func (w *writer) comments(all []string) {
	for _, text := range all {
		w.line("<!-- " + text + " -->")
	}
}

// list is an open list.
type list struct {
	kind  string // "ul" or "ol"
	depth int
}

// enter closes the lists that are open and what else is open around paragraphs, unless it is
// container, and opens container.
func (w *writer) enter(container string) {
	w.leave(-1)
	if w.container == container {
		return
	}
	if w.container != "" {
		w.line("</" + w.container + ">")
	}
	if w.container = container; container != "" {
		w.line("<" + container + ">")
	}
}

// leave closes the lists that are deeper than depth.
func (w *writer) leave(depth int) {
	for k := len(w.lists) - 1; k >= 0 && w.lists[k].depth > depth; k-- {
		w.line("</li>")
		w.line("</" + w.lists[k].kind + ">")
		w.lists = w.lists[:k]
	}
}

// item begins an item of a list.
func (w *writer) item(l list) {
	if len(w.lists) == 0 {
		w.enter("")
	}
	w.leave(l.depth)
	k := len(w.lists) - 1
	if k >= 0 && w.lists[k].depth == l.depth && w.lists[k].kind != l.kind {
		w.leave(l.depth - 1)
		k = len(w.lists) - 1
	}
	if k >= 0 && w.lists[k] == l {
		w.line("</li>")
	} else {
		w.lists = append(w.lists, l)
		w.line("<" + l.kind + ">")
	}
	w.begin("li")
}

// begin opens the element of a paragraph and notes its place.
func (w *writer) begin(element string) {
	if w.note == 0 {
		w.count++
	}
	w.places = append(w.places, place{start: len(w.out), paragraph: w.count, note: w.note})
	if w.block = element; element != "" {
		w.line("<" + element + ">")
	}
}

// inlineEnd closes the element of a paragraph, with comments last in it. An item stays open for the
// list in it.
func (w *writer) inlineEnd(comments []string) {
	w.set(format{})
	w.out = append(w.out, '\n')
	w.comments(comments)
	if w.block != "" && w.block != "li" {
		w.line("</" + w.block + ">")
	}
	w.block = ""
}

// set closes and opens the elements that lead from the open formatting to another.
func (w *writer) set(f format) {
	if f == w.format {
		return
	}
	w.tag(w.code, "</code>")
	w.tag(w.struck, "</s>")
	w.tag(w.italic, "</em>")
	w.tag(w.bold, "</strong>")
	w.tag(w.link != "", "</a>")
	w.tag(f.link != "", `<a href="`+attributeValue(f.link)+`">`)
	w.tag(f.bold, "<strong>")
	w.tag(f.italic, "<em>")
	w.tag(f.struck, "<s>")
	w.tag(f.code, "<code>")
	w.format = f
}

func (w *writer) tag(on bool, markup string) {
	if on {
		w.out = append(w.out, markup...)
	}
}

// pieces writes the pieces of a paragraph.
func (w *writer) pieces(all []piece) {
	for i := range all {
		p := &all[i]
		switch p.kind {
		case words:
			w.set(p.format)
			w.out = append(w.out, text(p.text)...)
		case lineBreak:
			w.out = append(w.out, "<br>\n"...)
		case picture:
			w.set(format{link: p.link})
			w.picture(p)
		case noteMark:
			w.set(format{})
			k := w.noteNumber(p.from)
			w.out = append(w.out, `<sup><a href="#fn`+k+`">`+k+`</a></sup>`...)
		case equation:
			w.set(format{})
			w.out = append(w.out, "<code>"+text(p.text)+"</code>"...)
		case anchor:
			w.out = append(w.out, `<span id="`+attributeValue(p.text)+`"></span>`...)
		case reviewStart, reviewEnd, deletion:
			markReview(w, p)
		case directiveStart, directiveEnd: // written as lines of their own
		}
	}
}

// noteNumber returns the number of a note, which it adds if its mark is the first.
func (w *writer) noteNumber(n *node) string {
	if w.numbers[n] == 0 {
		w.noted = append(w.noted, n)
		w.numbers[n] = len(w.noted)
	}
	return number(w.numbers[n])
}

// hidden keeps the marks of a paragraph that shows nothing. Link targets in it go into the next
// paragraph.
func (w *writer) hidden(all []piece) {
	for i := range all {
		switch p := &all[i]; p.kind {
		case reviewStart, reviewEnd, deletion:
			markReview(w, p)
		case anchor, directiveStart, directiveEnd:
			w.carry(*p)
		case words, lineBreak, picture, noteMark, equation:
		}
	}
}

func (w *writer) picture(p *piece) {
	alt := ` alt="` + attributeValue(p.alt) + `"`
	if p.none {
		alt = ""
	}
	w.out = append(w.out, `<img src="`+attributeValue("data:,/"+p.text)+`"`+alt+`>`...)
}

// text escapes characters that mean something in HTML.
func text(s string) string {
	if !strings.ContainsAny(s, "&<>\n\r\x00") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		switch s[i] {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '\n', '\r':
			b.WriteByte(' ')
		case 0:
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func attributeValue(s string) string { return strings.ReplaceAll(text(s), `"`, "&quot;") }
