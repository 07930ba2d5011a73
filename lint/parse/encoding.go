package parse

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/charset"
	"github.com/copychief/copychief/lint/parse/notebook"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/word"
)

// decode sets the source of the document and returns the working copy for the parsers.
// It is as long as the source; invalid bytes are masked by '?', and a CR without an LF
// by an LF, the only line end that goldmark knows. U+2028 stays a character. ok is
// false if there is nothing to parse.
func decode(doc *lint.Document, path string, content []byte, s *buffers, o *Options) (src []byte, ok bool) {
	doc.Source = lint.NewSource(path, content)
	if limit := quota.Bytes(o.Limits.File, doc.Format); len(content) > limit {
		quota.Unchecked(doc, 0, fmt.Sprintf("The file has more than %s bytes, the most that are checked", lint.Thousands(limit)))
		return nil, false
	}
	if doc.Can(lint.Packed) {
		return decodePacked(doc, path, content, s, o)
	}
	if text, codec, bad := charset.Decode(content); codec != nil {
		doc.Source = lint.NewSource(path, text)
		doc.Source.Original, doc.Source.Codec = content, codec
		if bad >= 0 {
			doc.Problems = append(doc.Problems, lint.Problem{
				Span:    wholeRune(text, bad),
				Message: fmt.Sprintf("Text is not UTF-16 at byte %s of what was decoded; save the file as UTF-8", lint.Thousands(bad)),
			})
		}
		content = text
	}
	if binaryAt := bytes.IndexByte(content, 0); binaryAt >= 0 {
		quota.Unchecked(doc, binaryAt, fmt.Sprintf("The file is not text: a zero byte at byte %s; nothing was checked", lint.Thousands(binaryAt)))
		return nil, false
	}
	if at := charset.Escape(content); at >= 0 {
		quota.Unchecked(doc, at, "Text is ISO-2022-JP, not UTF-8; nothing was checked. Save the file as UTF-8")
		return nil, false
	}
	head := content[:min(len(content), 1024)]
	if n := controls(head); n > 8 && n > len(head)/10 {
		quota.Unchecked(doc, 0, fmt.Sprintf("The file is not text: %s of its first %s bytes are control characters; nothing was checked", lint.Thousands(n), lint.Thousands(len(head))))
		return nil, false
	}
	src = s.copied(content)
	maskInvalid(doc, src)
	maskReturns(src)
	return src, true
}

// decodePacked sets the source of the document to the text that a file is read as: HTML for a
// Word file, Markdown for a notebook.
func decodePacked(doc *lint.Document, path string, content []byte, s *buffers, o *Options) (src []byte, ok bool) {
	var text []byte
	var codec lint.Codec
	var review []lint.ReviewMark
	var err error
	if doc.Format == lint.Notebook {
		text, codec, err = notebook.Decode(content)
	} else {
		text, codec, review, err = word.Decode(content)
	}
	if err != nil {
		quota.Unchecked(doc, 0, "The file was not read: "+quota.OneLine(err.Error()))
		return nil, false
	}
	doc.Source = lint.NewSource(path, text)
	doc.Source.Original, doc.Source.Codec, doc.Review = content, codec, review
	if len(text) > o.Limits.File {
		quota.Unchecked(doc, 0, fmt.Sprintf("The text has more than %s bytes, the most that are checked", lint.Thousands(o.Limits.File)))
		return nil, false
	}
	src = s.copied(text)
	maskInvalid(doc, src)
	return src, true
}

func wholeRune(text []byte, at int) lint.Span {
	_, n := utf8.DecodeRune(text[at:])
	return lint.Span{Start: at, End: at + n}
}

// controls counts control characters that do not occur in text. A file with many of
// them is binary, even if it has no zero byte.
func controls(content []byte) (n int) {
	const each, high = 0x0101010101010101, 0x8080808080808080
	for len(content) >= 8 {
		eight := binary.LittleEndian.Uint64(content)
		if (eight-0x20*each)&^eight&high != 0 { // some of the eight bytes are below 0x20, as in few lines
			n += controlsIn(content[:8])
		}
		content = content[8:]
	}
	return n + controlsIn(content)
}

func controlsIn(content []byte) (n int) {
	for _, c := range content {
		if c < 0x20 && (c < '\t' || c > '\r') && c != 0x1b {
			n++
		}
	}
	return n
}

// maskInvalid replaces each byte that is not valid UTF-8 by '?' and reports the first
// one.
func maskInvalid(doc *lint.Document, src []byte) {
	if utf8.Valid(src) {
		return
	}
	first, places := scan.ReplaceInvalid(src)
	more := ""
	if places > 1 {
		more = fmt.Sprintf(" and in %s more places", lint.Thousands(places-1))
	}
	doc.Problems = append(doc.Problems, lint.Problem{
		Span:    lint.Span{Start: first, End: first + 1},
		Message: fmt.Sprintf("Text is not UTF-8 at byte %s%s; save the file as UTF-8", lint.Thousands(first), more),
	})
}

// maskReturns replaces each CR that has no LF after it by an LF.
func maskReturns(src []byte) {
	for i := 0; i < len(src); i++ {
		k := bytes.IndexByte(src[i:], '\r')
		if k < 0 {
			return
		}
		if i += k; i+1 == len(src) || src[i+1] != '\n' {
			src[i] = '\n'
		}
	}
}
