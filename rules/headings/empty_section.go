package headings

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

//go:embed empty_section.txtar
var emptySectionDocs string

// EmptySection flags a heading with nothing below it.
var EmptySection = &lint.Rule{
	Name:     "empty-section",
	Family:   lint.HeadingsFamily,
	Summary:  "a heading has nothing under it",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: a heading announces what follows it (WCAG 2.2, 2.4.6, asks only that it describe its topic)",
		URL:    "https://www.w3.org/TR/WCAG22/#headings-and-labels",
	},
	Articles:  true,
	Structure: true,
	Habit:     lint.Habit{Does: "have headings without text below them", Of: lint.HeadingPart},
	Docs:      emptySectionDocs,
	New:       func() lint.Checker { return &emptySection{} },
}

type emptySection struct{}

// deepest is the deepest heading level that opens a section.
const deepest = 4

// manyEmpty is the minimum number of consecutive empty sections in a list whose entries are
// headings, such as the talks of a conference.
const manyEmpty = 3

// Check looks at the source between each heading and the next, because a picture, a video
// or a template tag is not a block of prose but does fill a section. A heading with
// subsections is not empty, and neither is the headline. H5 and H6 are often chosen for
// their size, as lines below a heading or to demonstrate the levels.
func (*emptySection) Check(p *lint.Pass) {
	var last *lint.Block
	var found []lint.Finding
	flush := func() {
		if len(found) > 0 && len(found) < manyEmpty && !transcript.Verbatim(p.Doc) && !inProgress(p.Doc) { // a section of a law may have been repealed
			for _, f := range found {
				p.Report(f)
			}
		}
		found = found[:0]
	}
	h := headline(p.Doc)
	for i, b := range p.Doc.Headings() {
		if !strings.ContainsFunc(b.Text.String(), readable) {
			continue // a reader sees no heading, and empty-heading reports it
		}
		if last != nil && b.Level <= last.Level && empties(p.Doc, last, b.Span.Start) && opens(p.Doc, last) && !overloads(p.Doc, last, b) && !numbersPart(last, b) {
			found = append(found, nothing(last, b, b.Span.Start))
		} else {
			flush()
		}
		last = nil
		if i != h && b.Level <= deepest {
			last = b
		}
	}
	// A last line that only looks like a heading may be a signature, or a call to the reader, and a layout
	// of its own may print a list below it.
	if end := len(p.Doc.Source.Bytes); last != nil && p.Doc.Can(lint.MarksHeadings) && empties(p.Doc, last, end) && opens(p.Doc, last) &&
		!strings.ContainsAny(last.Text.String(), "!?！？") && !hasOwnLayout(p) {
		found = append(found, nothing(last, nil, end))
	}
	flush()
}

// opens reports whether a heading promises a section of text. Few headings have nothing below them, so
// this is asked about those only.
func opens(d *lint.Document, b *lint.Block) bool {
	return !linked(b) && !metadata(d, b) && !complete(b) && !titles(d, b) && !scripted(d, b)
}

// statement is the minimum number of words of a heading that makes a statement by itself:
// “Step 2: we closed the harbour for an hour and lost nothing”.
const statement = 8

// complete reports whether a heading needs no text below it: it is a statement, an entry of a
// programme that begins with a time, a label with a number (“Cooking time: 20 minutes”), a mark of work in progress, a signature after a dash, a sentence with its full stop, a link
// to the note that is the section, or a comment of code that was not fenced, as lines are that begin
// with one number sign and a lower-case letter.
func complete(b *lint.Block) bool {
	text := strings.TrimSpace(b.Text.String())
	first, _ := utf8.DecodeRuneInString(text)
	words := 0
	for range strings.FieldsSeq(text) {
		words++
	}
	if b.Level == 1 && unicode.IsLower(first) || words >= statement || unfinished(text) || words > 3 && strings.HasSuffix(text, ".") {
		return true
	}
	if strings.HasPrefix(text, "--") || first == '—' || strings.Contains(text, "[[") {
		return true
	}
	if _, value, found := strings.Cut(text, ": "); found && strings.IndexAny(value, "0123456789") == 0 {
		return true
	}
	hour, minute, found := strings.Cut(text, ":")
	return found && len(hour) <= 2 && strings.Trim(hour, "0123456789") == "" && hour != "" && minute != "" && minute[0] >= '0' && minute[0] <= '9'
}

// titles reports whether a heading repeats the title in the metadata: it is the headline,
// whatever its level.
func titles(d *lint.Document, b *lint.Block) bool {
	const marks = " \n\"'“”"
	title := strings.Trim(d.Title().String(), marks)
	return title != "" && strings.EqualFold(strings.Trim(b.Text.String(), marks), title)
}

// overloads reports whether two headings in a row are signatures of functions, which share the
// text below the second.
func overloads(d *lint.Document, a, b *lint.Block) bool {
	signature := func(b *lint.Block) bool {
		source := d.Source.Slice(b.Span)
		return strings.Contains(source, "(") && (strings.Contains(source, "`") || strings.Contains(source, "<code"))
	}
	return a.Level == b.Level && signature(a) && signature(b)
}

// numbersPart reports whether heading b is the first part of heading a by its number, “6” and “6.1”,
// although both have one level.
func numbersPart(a, b *lint.Block) bool {
	whole, part := numberOf(a), numberOf(b)
	return whole != "" && strings.HasPrefix(part, whole+".")
}

// numberOf returns the number that a heading begins with, without the full stop after it: “6.1”.
func numberOf(b *lint.Block) string {
	text := strings.TrimSpace(b.Text.String())
	return strings.TrimRight(text[:len(text)-len(strings.TrimLeft(text, "0123456789."))], ".")
}

// empties reports whether there is nothing between a heading and the end of its section, and no
// element with an id that a script of the page may fill.
func empties(d *lint.Document, b *lint.Block, end int) bool {
	section := d.Source.Bytes[min(b.Span.End, end):end]
	if filled(section) {
		return false
	}
	return !bytes.Contains(section, []byte(" id=")) || !bytes.Contains(d.Source.Bytes, []byte("<script"))
}

// nothing returns the finding for an empty section. The next heading, if it has the same
// level, may be meant to be below this one.
func nothing(b, next *lint.Block, end int) lint.Finding {
	what := "No text under “%s”; write the section, or delete its heading"
	if next != nil && next.Level == b.Level {
		what = "No text under “%s”; add text, delete it, or lower the headings that belong to it"
	}
	return lint.Finding{
		Span: b.Span, About: lint.Span{Start: b.Span.Start, End: max(b.Span.End, end)},
		Message:  fmt.Sprintf(what, lint.Clip(maxShown, b.Text.Plain())),
		Together: "%d headings have no text below them; write the sections, or delete the headings",
	}
}

// filled reports whether a piece of source shows anything: anything other than white
// space, comments, thematic breaks and structural tags.
func filled(b []byte) bool {
	for len(b) > 0 {
		switch {
		case strings.IndexByte(" \t\r\n-*_", b[0]) >= 0:
			b = b[1:]
		case bytes.HasPrefix(b, []byte("<!--")):
			end := bytes.Index(b, []byte("-->"))
			if end < 0 {
				return false
			}
			b = b[end+3:]
		case b[0] == '<' && structural(b):
			end := bytes.IndexByte(b, '>')
			if end < 0 {
				return false
			}
			b = b[end+1:]
		default:
			return true
		}
	}
	return false
}

// structural reports whether a tag has no visible content of its own.
func structural(tag []byte) bool {
	name := bytes.TrimPrefix(tag[1:], []byte("/"))
	end := bytes.IndexFunc(name, func(r rune) bool { return r < '0' || r > 'z' || r > '9' && r < 'A' || r > 'Z' && r < 'a' })
	if end < 0 {
		return false
	}
	switch strings.ToLower(string(name[:end])) {
	case "a", "article", "aside", "body", "br", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
		"header", "hr", "html", "main", "p", "section", "span":
		return true
	}
	return false
}
