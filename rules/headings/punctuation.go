package headings

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed punctuation.txtar
var punctuationDocs string

// Punctuation flags a subheading that ends in sentence punctuation.
var Punctuation = &lint.Rule{
	Name:     "heading-punctuation",
	Family:   lint.HeadingsFamily,
	Summary:  "a subheading ends in a full stop, comma, semicolon or colon",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: headings are not sentences and take no closing mark other than ? and !",
	},
	Habit:     lint.Habit{Does: "end headings with punctuation", Of: lint.HeadingPart},
	Structure: true,
	Docs:      punctuationDocs,
	New:       func() lint.Checker { return &punctuation{Marks: ".,;:"} },
}

type punctuation struct {
	Marks string `yaml:"marks" doc:"the marks that no subheading should end in"`
}

// Check looks at the last mark of each heading. The headline has its own rule. A full stop
// is right after several sentences or an abbreviation, and in HTML, whose headings are set by
// hand, it belongs to a slogan.
func (r *punctuation) Check(p *lint.Pass) {
	h, paragraphs, all := headline(p.Doc), []lint.Span(nil), 0
	var found []lint.Finding
	designed := p.Doc.Can(lint.MetadataInHead) && !p.Doc.Can(lint.Packed)
	for i, b := range p.Doc.Headings() {
		s := strings.TrimRightFunc(b.Text.String(), unicode.IsSpace)
		if i != h {
			all++
		}
		if i == h || s == "" || s[len(s)-1] >= utf8.RuneSelf || strings.IndexByte(r.Marks, s[len(s)-1]) < 0 {
			continue
		}
		if rule, ok := ruledInto(p.Doc, b); ok {
			p.Report(lint.Finding{
				Span:    rule,
				Message: "This line makes a heading of the paragraph above; put a blank line between them",
				Fixes:   []lint.Fix{lint.Replace("Put a blank line above", false, lint.Span{Start: rule.Start, End: rule.Start}, "\n")},
			})
			continue
		}
		if !designed && asParagraph(b) > 0 {
			paragraphs = append(paragraphs, b.Text.Span(len(s)-1, len(s)))
			continue
		}
		mark := s[len(s)-1:]
		stem := strings.TrimRightFunc(s[:len(s)-1], unicode.IsSpace)
		if !strings.ContainsFunc(stem, unicode.IsLetter) || cited(b, len(s)) || isClause(p.Doc, s) || mark == "." && (designed || wanted(s, stem) || language.Ordinal(p.Doc.Language, stem)) ||
			mark == ";" && greek(stem) || mark == ":" && (shortcode(stem) || symbols(stem) || leadsIn(stem)) || b.Marked(lint.MarkCode, len(s)-1) || b.Marked(lint.MarkKeyboard, len(s)-1) {
			continue
		}
		span := b.Text.Span(len(s)-1, len(s))
		found = append(found, lint.Finding{
			Span:     span,
			Message:  fmt.Sprintf("Heading “%s” ends in “%s”; leave the mark out", lint.Clip(maxShown, s), mark),
			Together: "%d headings end in a mark like this one; leave it out",
			Fixes:    []lint.Fix{lint.Replace("Delete the “"+mark+"”", !mayBeComment(p.Doc, b), b.Text.Span(len(stem), len(s)), "")}, // French sets a space before the mark
		})
	}
	if len(found) < manyMarks || 4*len(found) < 3*all { // otherwise it is the style of the draft
		for i := range found {
			p.Report(found[i])
		}
	}
	reportParagraphs(p, paragraphs)
}

// manyMarks is the minimum number of headings with a mark that are the style of a draft, if they
// are three quarters of its headings. Of findings that editors judged worth it, nearly all were
// about one or two headings that differed from the others of the page; of those not worth it, half
// were about headings of one form.
const manyMarks = 3

// cited reports whether the n bytes of a heading are the text of one link: it is the title of
// something else, with the mark that it has there.
func cited(b *lint.Block, n int) bool {
	for _, m := range b.Marks {
		if m.Kind == lint.MarkLink && m.Start == 0 && m.End >= n {
			return true
		}
	}
	return false
}

// isClause reports whether a heading is that of a numbered clause of a legal text, “2.1 Your boat.”, or
// the number alone.
func isClause(d *lint.Document, heading string) bool {
	number := strings.TrimPrefix(heading, "§ ")
	if strings.Trim(number, "IVXLC") == "." {
		return true // “II.”
	}
	return number != "" && number[0] >= '0' && number[0] <= '9' && transcript.Verbatim(d)
}

// mayBeComment reports whether a heading may be a comment in code that has no fence: it begins with one
// number sign, and the next line follows at once. A fix of it is not safe.
func mayBeComment(d *lint.Document, b *lint.Block) bool {
	src := d.Source.Bytes
	if b.Level != 1 || !d.Can(lint.ParagraphsByLines) || b.Span.Start >= len(src) || src[b.Span.Start] != '#' {
		return false
	}
	_, rest, _ := bytes.Cut(src[b.Span.End:], []byte("\n"))
	next, _, _ := bytes.Cut(rest, []byte("\n"))
	return len(bytes.TrimSpace(next)) > 0
}

// reportParagraphs reports the headings that are paragraphs, at their last marks.
func reportParagraphs(p *lint.Pass, places []lint.Span) {
	if len(places) == 0 {
		return
	}
	f := lint.Finding{Span: places[0], Message: "This heading is a whole sentence; shorten it, or make it plain text"}
	if len(places) > 1 {
		f.Message = fmt.Sprintf("%d headings are whole sentences, like this one; shorten them, or make them plain text", len(places))
	}
	for _, span := range places[1:] {
		f.Related = append(f.Related, lint.Related{Span: span, Message: "another one"})
	}
	p.Report(f)
}

// greek reports whether a text is in Greek letters, where a semicolon asks a question.
func greek(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Greek, r) && r > 0x370 })
}

// shortcode reports whether the colon after stem closes an emoji shortcode, :tada:.
func shortcode(stem string) bool {
	i := strings.LastIndexByte(stem, ':')
	if i < 0 || i == len(stem)-1 || i > 0 && stem[i-1] != ' ' && stem[i-1] != ':' {
		return false
	}
	return strings.Trim(stem[i+1:], "abcdefghijklmnopqrstuvwxyz0123456789_+-") == ""
}

// symbols reports whether another word before the last ends in a colon, so that colons are
// part of what the heading names: “data: and blob:”.
func symbols(stem string) bool {
	i := strings.Index(stem, ": ")
	return i > 0 && strings.IndexByte(stem[:i], ' ') < 0 && unicode.IsLower(rune(stem[0]))
}

// leadsIn reports whether a heading without its colon breaks off: “Features include:”.
func leadsIn(stem string) bool {
	space := strings.LastIndexByte(stem, ' ')
	_, verb := wordpack.Shared().Table("lead-in-verbs")[strings.ToLower(stem[space+1:])]
	return verb && space > 0
}

// wanted reports whether the full stop of s is right: it ends an abbreviation, an ellipsis
// or several sentences. stem is s without the full stop.
func wanted(s, stem string) bool {
	return strings.HasSuffix(stem, ".") || language.Abbreviates(s) ||
		strings.Contains(stem, ". ") || strings.Contains(stem, "? ") || strings.Contains(stem, "! ")
}
