package quotes

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/pairing"
)

//go:embed mixed_marks.txtar
var mixedMarksDocs string

// MixedMarks flags an article that mixes straight and curly quotation marks.
var MixedMarks = &lint.Rule{
	Name:     "mixed-quote-marks",
	Family:   lint.QuotesFamily,
	Summary:  "straight and curly quotation marks are mixed in one article",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House style: one kind of quotation marks and apostrophes throughout",
	},
	Habit: lint.Habit{Does: "mix straight and curly quotation marks", Of: lint.QuotationPart, Most: true},
	Docs:  mixedMarksDocs,
	New:   func() lint.Checker { return &mixedMarks{Apostrophes: "allow"} },
}

type mixedMarks struct {
	Apostrophes string `yaml:"apostrophes" choice:"allow|flag" doc:"allow or flag mixed apostrophes where the quotation marks are of one kind"`
}

// Init rejects unknown values of the option.
func (r *mixedMarks) Init() error {
	if r.Apostrophes != "allow" && r.Apostrophes != "flag" {
		return fmt.Errorf("apostrophes: %q is neither allow nor flag", r.Apostrophes)
	}
	return nil
}

// Check reports the rarer kind once for the article, at its first mark, with a fix that
// changes all marks to the other kind. A site whose generator turns straight marks into
// curly ones shows readers no difference.
func (r *mixedMarks) Check(p *lint.Pass) {
	marks := pairing.Of(p.Doc)
	if len(marks.Glyphs) == 0 || r.Apostrophes == "allow" && !bothKinds(p.Doc, marks) {
		return
	}
	if p.Site != nil && p.Site.Typographer && p.Doc.Can(lint.HoldsHTML) {
		p.Skip("the site publishes all marks as curly ones")
		return
	}
	few, many, kind, other := marks.Straights, marks.Curled, "straight", "curly"
	if !marks.Glyphs[0].Straight {
		few, many, kind, other = many, few, other, kind
	}
	fix := lint.Fix{Title: fmt.Sprintf("Make all of them %s", other), Safe: true}
	if other == "straight" && !language.English(p.Doc.Language) {
		fix.Safe, fix.Doubt = false, "print in this language uses curly ones"
	}
	known, code := true, len(p.Doc.Unfenced) > 0
	for _, g := range marks.Glyphs {
		text := p.Doc.Blocks[g.Block].Text
		code = code || isSyntax(text.String(), &g)
		fix.Edits = append(fix.Edits, lint.Edit{Span: text.Span(g.Start, g.End), New: g.Other})
		known = known && g.Other != "" && !isApart(text.String(), g.Start, g.End)
	}
	f := lint.Finding{
		Span:    fix.Edits[0].Span,
		Message: fmt.Sprintf("%s among %d %s; use one kind", marked(few, kind), many, other),
	}
	switch {
	case code && other == "curly":
		f.Unfixed = "some of the marks may be part of code"
	case known:
		f.Fixes = []lint.Fix{fix}
	}
	p.Report(f)
}

// isSyntax reports whether a mark is where code has one: “name='Ann'”, “['a', 'b']”, “print("x")”, “f"{x}"”,
// “"""”.
func isSyntax(text string, g *pairing.Glyph) bool {
	mark, before, after := text[g.Start:g.End], text[:g.Start], text[g.End:]
	call, inBrackets := strings.CutSuffix(before, "(")
	last, _ := utf8.DecodeLastRuneInString(call)
	next, _ := utf8.DecodeRuneInString(after)
	named := last == '_' || unicode.IsLetter(last) || unicode.IsDigit(last)
	switch {
	case inBrackets:
		return named
	case named && mark == `"` && unicode.IsLetter(next):
		return true // the letter is the prefix of a string
	}
	return strings.HasSuffix(before, mark) || strings.HasPrefix(after, mark) ||
		strings.HasPrefix(after, "]") || strings.HasPrefix(after, "}") || before != "" && strings.ContainsRune("=[{}\\", rune(before[g.Start-1]))
}

// isApart reports whether a mark has a space or nothing on both sides: nobody can tell whether it
// opens or closes.
func isApart(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return (start == 0 || unicode.IsSpace(before)) && (end == len(text) || unicode.IsSpace(after))
}

// bothKinds reports whether the author's quotations use both kinds of marks; an apostrophe
// does not count, nor do the text of a link, which is mostly somebody else's title, and the cells of
// a table, which may show data.
func bothKinds(d *lint.Document, marks *pairing.Marks) bool {
	var straight, curly bool
	for i := range marks.Pairs {
		b := &d.Blocks[marks.Pairs[i].Block]
		if b.Quote != lint.None || b.Kind == lint.Cell || b.Marked(lint.MarkLink, marks.Pairs[i].Start) {
			continue
		}
		style := marks.Pairs[i].Style
		straight = straight || style == pairing.Straight || style == pairing.SingleStraight
		curly = curly || style == pairing.Curly || style == pairing.SingleCurly
	}
	return straight && curly
}

// marked formats a number of marks for a message.
func marked(n int, kind string) string {
	if n == 1 {
		return "One " + kind + " quotation mark or apostrophe"
	}
	return fmt.Sprintf("%d %s quotation marks or apostrophes", n, kind)
}
