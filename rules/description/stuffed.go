package description

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed stuffed.txtar
var stuffedDocs string

// Stuffed flags a description written for search engines.
var Stuffed = &lint.Rule{
	Name:     "stuffed-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description repeats the keyphrase or lists keywords",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Control your snippets in search results (long strings of keywords are not shown)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Docs:     stuffedDocs,
	New:      func() lint.Checker { return &stuffed{MaxMentions: 2, Keywords: 7} },
}

type stuffed struct {
	MaxMentions int `yaml:"max_mentions" doc:"times that the keyphrase may occur in 160 characters"`
	Keywords    int `yaml:"keywords" doc:"minimum number of items in a description that is nothing but a list of keywords"`
}

// Check looks for a list of keywords and, if a keyphrase is declared, counts its
// repetitions.
func (r *stuffed) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	if !written(text) || templated(text) {
		return
	}
	s := text.String()
	if n := items(s, p.Doc.Language); n >= max(2, r.Keywords) {
		p.Report(lint.Finding{
			Span:    place(p.Doc, text),
			Message: fmt.Sprintf("Description is a list of %d keywords; say in a sentence what the reader will learn", n),
		})
		return
	}
	const room = 160 // characters; a longer text may contain more mentions
	limit := r.MaxMentions * (1 + utf8.RuneCountInString(s)/room)
	key := keyphrase.Of(p.Doc)
	if key == nil && repeats(s, limit) {
		key = keyphrase.Subject(p.Doc)
	}
	if key == nil {
		return
	}
	m := key.Phrase.In(s)
	if m.Count <= limit || len(m.Words) == 0 {
		return
	}
	span := place(p.Doc, text)
	if text.Placed() {
		span = text.Span(m.Words[0][0], m.Words[len(m.Words)-1][1])
	}
	p.Report(lint.Finding{
		Span:    span,
		Message: fmt.Sprintf("%s is in the description %d times; once is enough", key.Label(maxShown), m.Count),
		Related: key.Origin(nil),
	})
}

// repeats reports whether two or more words of a description, by their beginnings, occur more than
// limit times, as those of a repeated phrase do. This is rare, and only then the subject of the
// article has to be found. Beginnings that differ in more than case may count as one.
func repeats(s string, limit int) bool {
	const lower = 0x202020         // the bits that make three letters lower case
	found := make([]uint32, 0, 64) // on the stack, as nearly all descriptions have fewer words
	for i := 0; i+2 < len(s); i++ {
		if (i == 0 || s[i-1] <= ' ') && s[i] > ' ' && s[i+1] > ' ' && s[i+2] > ' ' {
			found = append(found, uint32(s[i])<<16|uint32(s[i+1])<<8|uint32(s[i+2])|lower)
		}
	}
	if !mayRepeat(found, limit) {
		return false // most descriptions
	}
	slices.Sort(found)
	often, times := 0, 0
	for i, beginning := range found {
		if times++; i > 0 && found[i-1] != beginning {
			times = 1
		}
		if times == limit+1 {
			often++
		}
	}
	return often > 1
}

// mayRepeat reports whether two of the numbers may be there more than limit times each; false is
// certain.
func mayRepeat(all []uint32, limit int) bool {
	var times [64]int // of all numbers that end in the same bits
	often, more := 0, max(limit, 0)+1
	for _, n := range all {
		at := &times[(n^n>>7^n>>14)%uint32(len(times))]
		if *at++; *at%more == 0 {
			often++
		}
	}
	return often > 1
}

// items returns how many keywords a description lists, or 0 if it is prose. A list has
// short items separated by commas, semicolons or bars, no closing mark inside and no
// function word that ties the items together.
func items(s, tag string) int {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;|")
	if strings.ContainsAny(s, ".!?:") || strings.Contains(s, "—") || strings.Contains(s, "–") {
		return 0
	}
	const longest = 4 // words in an item
	pack := wordpack.Of(tag)
	function, inNames := pack.Words("function-words"), pack.Words("grammar-in-names")
	n := 0
	for len(s) > 0 {
		item := s
		if i := separator(s); i >= 0 {
			item, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		words := 0
		for word := range strings.FieldsSeq(item) {
			words++
			if words > longest || function.HasWord(word) && !inNames.HasWord(word) {
				return 0
			}
		}
		if words > 0 {
			n++
		}
	}
	return n
}

// separator returns the offset of the first mark between items, or -1. A comma inside a
// name, as in “csv,conf”, has no space after it.
func separator(s string) int {
	for i := range len(s) {
		if s[i] == ';' || s[i] == '|' || s[i] == ',' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return i
		}
	}
	return -1
}
