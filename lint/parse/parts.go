package parse

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/quota"
)

// readable reports whether a draft has few enough parts to be read; if not, it adds a
// problem to the document.
//
// A draft of two megabytes may contain half a million headings of three bytes, or as
// many links, and each costs the parsers, and later the document, hundreds of times its
// length. Articles have one part for every thirty bytes, a page with nothing but a
// table one for every five. So the bytes that begin parts are counted before parsing.
// This examines each byte once, and only in drafts that are longer than the limit.
func readable(doc *lint.Document, src []byte, limit int) bool {
	if len(src) <= limit {
		return true
	}
	n := parts(src, doc.Format)
	if n <= limit {
		return true
	}
	doc.Unread = true
	quota.Unchecked(doc, 0, fmt.Sprintf("The draft has %s lines, tags and marks; more than %s are not checked", lint.Thousands(n), lint.Thousands(limit)))
	return false
}

// parts counts the bytes that begin a line, a tag or a mark in a format.
func parts(src []byte, format lint.Format) (n int) {
	for i, c := range src {
		if opens[c]&(1<<format) == 0 {
			continue
		}
		switch c {
		case '<':
			if i+1 < len(src) && src[i+1] == '/' {
				continue // the end of a part that was counted
			}
		case '.', ')':
			if i == 0 || src[i-1] != 'w' && (src[i-1] < '0' || src[i-1] > '9') {
				continue // neither the number of an item nor an address
			}
		}
		n++
	}
	return n
}

// opens maps each byte to the formats, as bits, in which it can begin a part. Quotation
// marks, and the byte that begins them in UTF-8, produce pairs of words.
var opens = func() (t [256]uint8) {
	const markdown = "\n<[`*_~|{>#\\&@:-+=.)\"\xe2"
	for format, signs := range map[lint.Format]string{
		lint.Markdown:  markdown,
		lint.Notebook:  markdown,
		lint.HTML:      "<&{\"\xe2",
		lint.PlainText: "\n@:.{\"\xe2",
		lint.Word:      "<&{\"\xe2",
	} {
		for i := range len(signs) {
			t[signs[i]] |= 1 << format
		}
	}
	return t
}()
