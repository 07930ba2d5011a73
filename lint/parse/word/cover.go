package word

import "unicode/utf8"

// Limits of a cover in characters. A page of text has more than 2000.
const (
	mostOnCover    = 1000
	longestOnCover = 250 // of one paragraph
)

// covers returns the paragraphs of the cover: those before the first page break, if there is neither
// a heading nor a paragraph of text among them. Its lines are in bold as on a poster.
func covers(d *document) map[*node]bool {
	lines := map[*node]bool{}
	ended, cover, size := false, true, 0
	d.paragraphs(d.body, func(n *node) {
		if ended {
			return
		}
		if n.at("pPr", "pageBreakBefore").on() && len(lines) > 0 {
			ended = true
			return
		}
		r, _ := d.roleOf(n)
		length := utf8.RuneCountInString(n.words())
		size += length
		if lines[n] = true; r == heading || r == contents || length > longestOnCover || size > mostOnCover {
			ended, cover = true, false
		}
		ended = ended || endsPage(n)
	})
	if !ended || !cover {
		return nil
	}
	return lines
}

// endsPage reports whether a page ends in a paragraph or after it. Word notes where it broke pages
// when it saved the file.
func endsPage(n *node) bool {
	if section := n.at("pPr", "sectPr"); section != nil && section.child("type").val() != "continuous" {
		return true
	}
	for _, run := range n.children() {
		for _, child := range run.children() {
			if child.name == "lastRenderedPageBreak" || child.name == "br" && child.attr("type") == "page" {
				return true
			}
		}
	}
	return false
}

// plain removes bold type from the words of a paragraph.
func plain(all []piece) {
	for i := range all {
		all[i].bold = false
	}
}
