package links

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// isSampleHost reports whether the name of a host is the word for an example in some language:
// www.beispiel.de.
func isSampleHost(a *href.URL) bool {
	label, rest, _ := strings.Cut(href.BareHost(a.Host), ".")
	return rest != "" && wordpack.Shared().Words("example-hosts").HasWord(label)
}

// isRequest reports whether the text before an address ends in the method of a request: GET http://….
func isRequest(before string) bool {
	before = strings.TrimRight(before, " \u00a0")
	last := before[strings.LastIndexAny(before, " \n\u00a0(")+1:]
	switch last {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "curl", "wget":
		return true
	}
	return false
}

// isOrigin reports whether a text before an address says that a page was or is to be found there: “Moved
// from”, “originally published at”.
func isOrigin(before string) bool {
	const near = 48 // bytes
	before = strings.ToLower(before)
	before = strings.TrimRight(before[max(0, len(before)-near):], " :\n(")
	in := func(note string) bool { return strings.Contains(before, note) }
	return slices.ContainsFunc(wordpack.Shared().Lines("origin-notes"), in) ||
		slices.ContainsFunc(wordpack.Shared().Lines("move-notes"), func(note string) bool { return strings.HasSuffix(before, note) })
}

// isReaders reports whether an address leads to a server that readers run themselves: its host is
// named as theirs, as in wiki.yourdomain.com, or a port shows that no server of the public answers.
func isReaders(l *lint.Link, a *href.URL) bool {
	_, rest, _ := strings.Cut(l.Target.String(), "//")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	if _, port, found := strings.Cut(rest[strings.LastIndexByte(rest, '@')+1:], ":"); found && port != "" {
		return true
	}
	names := wordpack.Shared().Words("reader-hosts")
	for label := range strings.SplitSeq(strings.ToLower(a.Host), ".") {
		if names.HasWord(strings.Trim(strings.ReplaceAll(strings.ReplaceAll(label, "-", ""), "_", ""), "0123456789")) {
			return true
		}
	}
	return isSampleHost(a)
}

// isGone reports whether the sentence around a link says that what it leads to is no longer there.
func isGone(d *lint.Document, l *lint.Link) bool {
	const longest = 4000 // bytes of a paragraph
	if l.Block == lint.None || d.Blocks[l.Block].Text.Len() > longest {
		return false
	}
	text, prose, notes := d.Blocks[l.Block].Text, language.ProseOf(d), goneNotes.Of(d.Language)
	for _, s := range prose.SentencesIn(l.Block) {
		if !text.Span(int(s.Start), int(s.End)).Overlaps(l.Span) {
			continue
		}
		for _, w := range prose.Words[s.From:s.To] {
			if notes.Any(text.String()[w.Start:s.End]) {
				return true
			}
		}
	}
	return false
}

// goneNotes are what a sentence says of a page that is no longer there.
var goneNotes = wordpack.NewFact(func(p *wordpack.Pack) *lexicon.Prefixes { return lexicon.NewPrefixes(p.Lines("gone-notes")) })

// The maximum lengths in bytes of an address, without its scheme, that is meant to be read aloud
// and remembered: any, and one of the site itself. Editors would have put none of three so short on
// words, and six of nine that have up to 22.
const (
	longestSpoken = 17
	longestOwn    = 26
)

// isSpoken reports whether an address is short and says what it leads to: “ferry.example/donate”.
func isSpoken(s *lint.Site, l *lint.Link) bool {
	a, known := href.Parse(l.Text.Plain())
	if !known || a.Query != "" {
		return false
	}
	_, rest, _ := strings.Cut(l.Text.Plain(), "://")
	rest = strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
	const shortest = 3 // letters of a word: “/x” says nothing
	word := strings.Trim(a.Path, "/")
	if len(rest) <= longestSpoken && !isOpaque(a.Path) && (word == "" || len(word) >= shortest) {
		return true
	}
	return s != nil && a.UnderAny(s.Hosts) != "" && word != "" && !strings.ContainsAny(word, "/0123456789#") && len(href.BareHost(a.Host))+1+len(word) <= longestOwn
}

// isOpaque reports whether a part of a path is a code: six characters or more, among them a letter
// after a digit, or capitals after lower-case letters.
func isOpaque(path string) bool {
	const shortest = 6
	for part := range strings.SplitSeq(path, "/") {
		if len(part) < shortest {
			continue
		}
		for i := 1; i < len(part); i++ {
			before, c := part[i-1], part[i]
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if letter && before >= '0' && before <= '9' || c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z' {
				return true
			}
		}
	}
	return false
}

// isBelowLabel reports whether block i is an item of a list below an item of a few words, its label.
func isBelowLabel(d *lint.Document, i int) bool {
	const most = 4 // words
	if i == 0 {
		return false
	}
	label, b := &d.Blocks[i-1], &d.Blocks[i]
	return b.Kind == lint.Item && label.Kind == lint.Item && label.Level == b.Level-1 && len(strings.Fields(label.Text.String())) <= most && !strings.Contains(label.Text.String(), "://")
}
