package drafting

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed hashtag_line.txtar
var hashtagLineDocs string

// HashtagLine flags hashtags that belong to a post on social media.
var HashtagLine = &lint.Rule{
	Name:     "hashtag-line",
	Family:   lint.DraftingFamily,
	Summary:  "a row of hashtags is left in the text",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: what is meant for a social network stays there",
	},
	Docs: hashtagLineDocs,
	New:  func() lint.Checker { return &hashtagLine{} },
}

type hashtagLine struct{}

// Check looks for rows of hashtags: two or more that fill a block, or three or more side
// by side.
func (hashtagLine) Check(p *lint.Pass) {
	for _, block := range p.Doc.Prose() {
		if block.Kind == lint.Cell {
			continue // names of channels
		}
		text := block.Text.String()
		for at := strings.IndexByte(text, '#'); at >= 0; {
			start, end, n := hashtags(text, at)
			alone := strings.TrimSpace(text[:start]) == "" && strings.TrimSpace(text[end:]) == ""
			if (n >= 3 || n == 2 && alone) && !inSymbol(block, start) && !listed(text, start, end) && !linked(p.Doc, block.Text.Span(start, end)) {
				p.Report(lint.Finding{
					Span:    block.Text.Span(start, end),
					Message: fmt.Sprintf("%d hashtags in a row (“%s”); delete them, or make them tags of the article", n, lint.Shorten(text[start:end], 32)),
				})
			}
			next := strings.IndexByte(text[end:], '#')
			if next < 0 {
				break
			}
			at = end + next
		}
	}
}

// linked reports whether a row of hashtags consists of links: a post of a social network that
// the article shows.
func linked(d *lint.Document, row lint.Span) bool {
	for i := range d.Links {
		if l := &d.Links[i]; l.Span.Overlaps(row) && l.Kind == lint.External {
			return true
		}
	}
	return false
}

// listed reports whether a row of hashtags is a part of a sentence: commas separate them,
// and the sentence introduces them, puts them in brackets or goes on after them. They may be names of
// methods or channels.
func listed(text string, start, end int) bool {
	before, after := strings.TrimRight(text[:start], " \n"), strings.TrimLeft(text[end:], " \n")
	return strings.IndexByte(text[start:end], ',') >= 0 && (strings.HasSuffix(before, ":") || strings.HasSuffix(before, "(") || after != "" && strings.IndexByte(".,#", after[0]) < 0)
}

// hashtags reads a row of hashtags that begins with the # at offset at. Spaces, commas and
// middle dots may separate them. If there is no row, end is the offset after the #.
func hashtags(text string, at int) (start, end, n int) {
	start, end = at, at+1
	for i := at; i < len(text) && text[i] == '#'; {
		size := hashtag(text, i)
		if size == 0 {
			return start, end, n
		}
		n++
		end = i + size
		i = end + len(text[end:]) - len(strings.TrimLeft(text[end:], " ,·\n\u00a0"))
		if i == end {
			return start, end, n
		}
	}
	return start, end, n
}

// hashtag returns the length of a hashtag at offset i, or 0. Issue numbers (#12) and
// colours (#ffee00) are not hashtags.
func hashtag(text string, i int) int {
	if r, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("#&/_", r)) {
		return 0
	}
	n := 1
	letters := false
	for n < len(text)-i {
		r, size := utf8.DecodeRuneInString(text[i+n:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_' {
			break
		}
		letters = letters || unicode.IsLetter(r)
		n += size
	}
	if !letters || colour(text[i+1:i+n]) {
		return 0
	}
	return n
}

// colour reports whether a word can be a CSS colour.
func colour(word string) bool {
	return (len(word) == 3 || len(word) == 6) && strings.Trim(strings.ToLower(word), "0123456789abcdef") == ""
}
