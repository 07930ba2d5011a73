package kind

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// regions returns the phrases by which a comment says that a program writes what follows, up to
// another comment, and rests those that say it of everything below, one per line of a list.
var (
	//go:embed regions.txt
	regionList string
	//go:embed rest.txt
	restList string

	regions, rests = phrases(regionList), phrases(restList)
)

// Regions returns the parts of a draft that a program writes: between two comments, the
// first of which says so and the second of which has the same name and an end (“LIST:START
// - Do not modify”, “LIST:END”), and everything below a comment that says “do not edit
// below”.
func Regions(d *lint.Document) (all []lint.Span) {
	comments := commentsOf(d)
	for i := 0; i < len(comments); i++ {
		first := &comments[i]
		switch {
		case containsAny(first.text, rests()):
			return append(all, lint.Span{Start: first.span.End, End: len(d.Source.Bytes)})
		case !containsAny(first.text, regions()):
			continue
		}
		for k := i + 1; k < len(comments); k++ {
			if last := &comments[k]; ends(first.text, last.text) {
				all = append(all, lint.Span{Start: first.span.Start, End: last.span.End})
				i = k
				break
			}
		}
	}
	return all
}

type comment struct {
	text string
	span lint.Span
}

// commentsOf returns the comments of a document: those of HTML, those of MDX, and the
// definitions of links that nothing refers to, which serve as comments in Markdown.
func commentsOf(d *lint.Document) (all []comment) {
	for i := range d.Comments {
		all = append(all, comment{d.Comments[i].Text.Plain(), d.Comments[i].Span})
	}
	src := d.Source.Bytes
	if d.Format != lint.Markdown || !bytes.Contains(src, []byte("{/*")) && !bytes.Contains(src, []byte("[//]:")) && !bytes.Contains(src, []byte("[comment]:")) {
		return all
	}
	at := 0
	for line := range bytes.Lines(src) {
		for _, prefix := range [...]string{"{/*", "[//]:", "[comment]:"} {
			if text, found := bytes.CutPrefix(bytes.TrimSpace(line), []byte(prefix)); found {
				all = append(all, comment{string(text), lint.Span{Start: at, End: at + len(line)}})
			}
		}
		at += len(line)
	}
	slices.SortFunc(all, func(a, b comment) int { return a.span.Start - b.span.Start })
	return all
}

// boundsRegion reports whether a comment is about a region, not about the whole draft.
func boundsRegion(text string) bool {
	return containsAny(text, rests()) || boundary(text, "start") >= 0 || boundary(text, "begin") >= 0 || boundary(text, "end") >= 0
}

// phrases returns the lines of a list in lower case.
func phrases(list string) func() []string {
	return sync.OnceValue(func() (all []string) {
		for line := range strings.Lines(strings.ToLower(list)) {
			if line = strings.TrimSpace(line); line != "" {
				all = append(all, line)
			}
		}
		return all
	})
}

// containsAny reports whether a text contains one of the phrases, whatever its case.
func containsAny(text string, phrases []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(text, phrase) })
}

// ends reports whether a comment ends the region that another one begins: both have the
// same name, with a word for the beginning or none in one and a word for the end in the
// other.
func ends(first, last string) bool {
	name, _ := bounded(first)
	other, end := bounded(last)
	return end && name != "" && other != "" && (strings.HasPrefix(name, other) || strings.HasPrefix(other, name))
}

// bounded returns the letters and digits of a comment without its first word for a
// beginning or an end, and whether that is one for an end.
func bounded(text string) (name string, end bool) {
	text = strings.ToLower(strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '/' }))
	best, length := -1, 0
	for _, word := range [...]string{"start", "begin", "stop", "end", "/"} {
		at := boundary(text, word)
		if at >= 0 && (best < 0 || at < best) {
			best, length = at, len(word)
			end = word == "stop" || word == "end" || word == "/"
		}
	}
	if best >= 0 {
		text = text[:best] + text[best+length:]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text), end
}

// boundary returns where a word begins or ends another one in a text, or -1. A slash counts
// at the very beginning.
func boundary(text, word string) int {
	if word == "/" {
		if strings.HasPrefix(text, word) {
			return 0
		}
		return -1
	}
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		i += from
		before, after := i == 0 || !isLetter(text[i-1]), i+len(word) == len(text) || !isLetter(text[i+len(word)])
		if before || after {
			return i
		}
		from = i + len(word)
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
