package kind

import (
	_ "embed"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// specimenTitles are the titles of drafts that show what text looks like.
type specimenTitles struct {
	parts []string // each such title has one of them
	whole *regexp.Regexp
}

var (
	//go:embed specimens.txt
	specimenList string

	specimens = sync.OnceValue(func() specimenTitles {
		var s specimenTitles
		var all []string
		for line := range strings.Lines(specimenList) {
			line = strings.TrimSpace(line)
			if parts, is := strings.CutPrefix(line, "parts: "); is {
				s.parts = strings.Fields(parts)
			} else if line != "" && line[0] != '#' {
				all = append(all, line)
			}
		}
		s.whole = regexp.MustCompile("^(?:" + strings.Join(all, "|") + ")$")
		return s
	})
)

// have reports whether a title is one of them.
func (s specimenTitles) have(title string) bool {
	title = strings.ToLower(strings.Trim(title, " .!?"))
	return slices.ContainsFunc(s.parts, func(part string) bool { return strings.Contains(title, part) }) && s.whole.MatchString(title)
}

const (
	longestTitle = 100 // of a specimen, in bytes
	fewestDummy  = 6   // places with dummy text in a specimen
	dummyShare   = 4   // one in four of its texts
)

// dummyText is the text that printers have set for centuries where words are still missing.
const dummyText = "lorem ipsum"

// specimen reports whether a draft shows what text looks like instead of saying something: its title
// says so, or much of it is dummy text.
func specimen(d *lint.Document) bool {
	title := d.Meta.Title()
	if title.Len() == 0 {
		title = d.Headline()
	}
	if n := title.Len(); n > 0 && n <= longestTitle && specimens().have(title.Plain()) {
		return true
	}
	if !hasDummy(d) { // most drafts
		return false
	}
	dummy, all := 0, 0
	for i := range d.Blocks {
		switch d.Blocks[i].Kind {
		case lint.Paragraph, lint.Item, lint.Cell:
			all++
			if strings.Contains(strings.ToLower(d.Blocks[i].Text.String()), dummyText) {
				dummy++
			}
		default:
		}
	}
	return dummy >= fewestDummy && dummyShare*dummy >= all
}

// hasDummy reports whether a block of a draft begins with dummy text, as one does wherever there is much of it.
func hasDummy(d *lint.Document) bool {
	for i := range d.Blocks {
		text := d.Blocks[i].Text.String()
		if len(text) >= len(dummyText) && text[0]|0x20 == dummyText[0] && strings.EqualFold(text[:len(dummyText)], dummyText) {
			return true
		}
	}
	return false
}

// ofTheme reports whether a draft shows a theme: a post of a repository whose posts do, or any page of
// the site that a theme of Hugo brings along.
func ofTheme(s *lint.Site, name string, d *lint.Document) bool {
	return s.Demonstrates && (path.Base(s.Base) == "exampleSite" || d.Date() != "" || datedName(path.Base(name)) || datedName(path.Base(path.Dir(name))))
}

// datedName reports whether a name begins with a date: 2024-03-01-name.md.
func datedName(name string) bool {
	const form = "0000-00-00"
	if len(name) < len(form) {
		return false
	}
	for i := range len(form) {
		if form[i] == '-' && name[i] != '-' || form[i] == '0' && !isDigit(name[i]) {
			return false
		}
	}
	return true
}
