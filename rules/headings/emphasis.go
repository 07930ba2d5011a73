package headings

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/script"
)

//go:embed emphasis.txtar
var emphasisDocs string

// Emphasis flags a bold line that is used as a heading.
var Emphasis = &lint.Rule{
	Name:     "emphasis-as-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "a paragraph in bold takes the place of a heading",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 1.3.1 Info and Relationships (A), failure F2: a heading that only looks like one",
		URL:    "https://www.w3.org/WAI/WCAG22/Techniques/failures/F2",
	},
	Structure: true,
	Habit:     lint.Habit{Does: "set lines in bold as headings", Most: true},
	Measure:   true,
	Docs:      emphasisDocs,
	New:       func() lint.Checker { return &emphasis{MaxCharacters: longestBold, Lines: fewestLines} },
}

// longestBold is the default of MaxCharacters.
const longestBold = 70

// fewestLines is the default of Lines: of findings on one line or two, editors called 3 of 14 true,
// and on more, 9 of 11.
const fewestLines = 3

type emphasis struct {
	MaxCharacters int `yaml:"max_characters" doc:"maximum length, in characters, of a bold line that reads as a heading"`
	Lines         int `yaml:"lines" doc:"minimum number of such lines that are headings rather than labels"`
}

// Check looks for entirely bold paragraphs directly above a longer paragraph or a list.
// Anything before the first plain paragraph is a dek or a byline. If a draft has several
// such lines, its bold lines are its headings, and those are reported as well that alone
// could be something else: above a picture or a short paragraph, or a question. Otherwise,
// a line above a list is a label if a line before it in the section is one. One line or two are
// labels, notes and mottos more often than headings; in a file of a word processor, where bold is the
// usual way to fake a heading, one is enough.
func (r *emphasis) Check(p *lint.Pass) {
	level, opened, labelled := 1, false, false
	var found []lint.Finding
	c := r.count(p.Doc)
	all := c.certain > 1 && c.questions < c.certain
	h := headline(p.Doc)
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		switch {
		case !b.Prose() || b.Footnote:
		case b.Kind == lint.Heading && i == h:
		case b.Kind == lint.Heading:
			level, opened, labelled = b.Level, true, false
		case b.Kind != lint.Paragraph:
		case !r.looksLikeHeading(b, all):
			opened = opened || b.Text.Len() > r.MaxCharacters || strings.HasSuffix(b.Text.String(), ".")
		case heads(p.Doc, i), titlesBox(p.Doc, b), number(b) > 0 && !c.first || !above(p.Doc, i) && (!all || !r.over(p.Doc, i)) || speaker(p.Doc, i):
		case (!all || number(b) == 0) && (!opened || announced(p.Doc, i)):
			labelled = true
		case all || !labelled || p.Doc.Blocks[i+1].Kind != lint.Item:
			found = append(found, r.finding(p.Doc, b, min(level+1, 6)))
		}
	}
	if found = withoutTitles(p.Doc, withoutLabels(p.Doc, found)); len(found) < r.Lines && (!p.Doc.Can(lint.Packed) || p.Doc.Can(lint.LinksByReference)) {
		return
	}
	for _, f := range found {
		p.Report(f)
	}
}

// counts is what the bold lines of a draft are: headings for certain; questions, which
// interviews set in bold; and whether one has the number 1.
type counts struct {
	certain, questions int
	first              bool
}

func (r *emphasis) count(d *lint.Document) (c counts) {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Paragraph || !b.Prose() || b.Footnote || !r.looksLikeHeading(b, true) {
			continue
		}
		c.first = c.first || number(b) == 1
		switch {
		case question(strings.TrimSpace(b.Text.String())):
			c.questions++
		case above(d, i) && !speaker(d, i) && !announced(d, i):
			c.certain++
		}
	}
	return c
}

// number returns the number that a line begins with, as “1. Boards” or “（1）Boards”, or 0.
// Numbered lines are headings all together or not at all: if the first is something else,
// such as an item of a list, headings would begin with the second.
func number(b *lint.Block) int {
	s := strings.TrimLeft(b.Text.String(), "(（ ")
	after := strings.TrimLeft(s, "0123456789")
	mark, size := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[size:])
	n, err := strconv.Atoi(s[:len(s)-len(after)])
	if err != nil || !strings.ContainsRune(".)）、．", mark) || unicode.IsDigit(next) {
		return 0
	}
	return n
}

func question(text string) bool {
	return strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？")
}

// over reports whether block i is above text of any length, or a picture, that it may be
// the heading of.
func (r *emphasis) over(d *lint.Document, i int) bool {
	if i+1 >= len(d.Blocks) {
		return false
	}
	next := &d.Blocks[i+1]
	return (next.Kind == lint.Paragraph || next.Kind == lint.Item) && next.Prose() && !next.Footnote && !r.looksLikeHeading(next, true) && !ruled(d, d.Blocks[i].Span.End, next.Span.Start)
}

func (r *emphasis) finding(d *lint.Document, b *lint.Block, level int) lint.Finding {
	bold := b.Marks[max(0, slices.IndexFunc(b.Marks, strong))]
	f := lint.Finding{
		Span:     b.Text.All(),
		Message:  fmt.Sprintf("“%s” is set in bold to look like a heading; make it an H%d", lint.Clip(maxShown, b.Text.Plain()), level),
		Together: "%d lines are set in bold to look like headings; make them headings",
	}
	inner, source := d.Source.Slice(b.Text.Span(bold.Start, bold.End)), d.Source.Slice(b.Span)
	if len(b.Marks) == 1 && !strings.ContainsAny(inner, "\r\n") && !addressed(source) && onlyBold(source, inner) {
		format := d.Format
		if strings.HasPrefix(source, "<") {
			format = lint.HTML //nolint:forbidigo // of the block: headings of Markdown are not read in a block of HTML
		}
		if with, ok := format.Heading(level, inner); ok {
			f.Fixes = []lint.Fix{lint.Replace(fmt.Sprintf("Make it an H%d", level), false, b.Span, with)}
		}
	}
	return f
}

// onlyBold reports whether a line consists of words and what sets them in bold: a fix would
// delete any other tag.
func onlyBold(source, inner string) bool {
	before, after, found := strings.Cut(source, inner)
	if !found {
		return false
	}
	rest := strings.Trim(before+after, "*_ \t")
	for rest != "" {
		tag, after, closed := strings.Cut(rest, ">")
		name, _, _ := strings.Cut(strings.TrimLeft(tag, "</"), " ")
		if !closed || rest[0] != '<' || !slices.Contains([]string{"p", "b", "strong", "div"}, strings.ToLower(name)) {
			return false
		}
		rest = strings.TrimSpace(after)
	}
	return true
}

// addressed reports whether a tag around a line has an id, a name or a class, which links,
// scripts and styles refer to: a fix would delete it.
func addressed(source string) bool {
	for rest := source; ; {
		_, after, found := strings.Cut(rest, "<")
		if !found {
			return false
		}
		tag, after, _ := strings.Cut(after, ">")
		if strings.Contains(tag, " id=") || strings.Contains(tag, " name=") || strings.Contains(tag, " class=") {
			return true
		}
		rest = after
	}
}

func strong(m lint.Mark) bool { return m.Kind == lint.MarkStrong }

// looksLikeHeading reports whether a paragraph is one short bold line. A sentence, a
// lead-in, a motto, a formula, a link or the entry of a list, “（1）Boards”, is not a heading, and
// neither is a question unless questions is set.
func (r *emphasis) looksLikeHeading(b *lint.Block, questions bool) bool {
	if b.Text.Len() > 4*r.MaxCharacters || !slices.ContainsFunc(b.Marks, strong) {
		return false // most paragraphs
	}
	s := b.Text.String()
	text := strings.TrimFunc(s, unicode.IsSpace)
	if width(text) > r.MaxCharacters || !strings.ContainsFunc(text, unicode.IsLetter) ||
		!questions && question(text) || strings.HasPrefix(text, "（") || strings.ContainsAny(text, formula) || strings.ContainsAny(text[:1], `"'`) || strings.HasPrefix(text, "“") || strings.ContainsRune(text, '\n') {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(ends, last) || bracketed(text, last) {
		return false
	}
	from := strings.Index(s, text)
	bold := false
	for _, m := range b.Marks {
		switch m.Kind {
		case lint.MarkStrong:
			bold = bold || m.Start <= from && m.End >= from+len(text)
		case lint.MarkLink, lint.MarkObject, lint.MarkQuote:
			return false
		default: // a mark that does not decide
		}
	}
	return bold
}

// bracketed reports whether a text with the last character last is wholly in brackets: a remark
// on what is around it.
func bracketed(text string, last rune) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return first == '(' && last == ')' || first == '（' && last == '）' || first == '[' && last == ']' || first == '【' && last == '】'
}

// width counts the characters of a text, and syllabic ones twice, since each
// stands for a syllable or a word.
func width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if script.Syllabic(r) {
			n++
		}
	}
	return n
}

// ends holds the signs at the end of sentences, exclamations and lead-ins.
const ends = ".!,;:)…。！；：．"

// formula holds the signs that occur in formulas and menu paths but not in headings.
const formula = "=÷×→➜"

// announced reports whether the paragraph before block i ends in a colon and so introduces
// the line.
func announced(d *lint.Document, i int) bool {
	return i > 0 && d.Blocks[i-1].Kind == lint.Paragraph && strings.HasSuffix(strings.TrimSpace(d.Blocks[i-1].Text.String()), ":")
}

// heads reports whether block i is above a list whose first item is a link and nothing else: it
// names the group of links, such as the firm that offers the jobs.
func heads(d *lint.Document, i int) bool {
	if i+1 >= len(d.Blocks) || d.Blocks[i+1].Kind != lint.Item {
		return false
	}
	item := &d.Blocks[i+1]
	return slices.ContainsFunc(item.Marks, func(m lint.Mark) bool {
		return m.Kind == lint.MarkLink && m.Start == 0 && m.End >= len(strings.TrimRight(item.Text.String(), " \n"))
	})
}

// above reports whether block i is directly above a longer paragraph or a list.
func above(d *lint.Document, i int) bool {
	if i+1 >= len(d.Blocks) {
		return false
	}
	next := &d.Blocks[i+1]
	const long = 80 // bytes
	longer := next.Kind == lint.Paragraph && next.Text.Len() > max(long, d.Blocks[i].Text.Len())
	return next.Prose() && !next.Footnote && (longer || next.Kind == lint.Item) && !ruled(d, d.Blocks[i].Span.End, next.Span.Start)
}

// speaker reports whether block i names a speaker: it follows a question and contains a
// dash (“Rosa Lindgren – captain”), or it occurs in bold several times.
func speaker(d *lint.Document, i int) bool {
	text := d.Blocks[i].Text.String()
	if i > 0 && strings.Contains(d.Blocks[i-1].Text.String(), "?") && strings.ContainsAny(text, "-–—") {
		return true
	}
	const around = 40
	for k := max(0, i-around); k < min(len(d.Blocks), i+around); k++ {
		if o := &d.Blocks[k]; k != i && o.Kind == lint.Paragraph && o.Text.Len() == len(text) && o.Text.String() == text {
			return true
		}
	}
	return false
}
