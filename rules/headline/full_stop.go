package headline

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed full_stop.txtar
var fullStopDocs string

// FullStop flags a headline that ends with a full stop.
var FullStop = &lint.Rule{
	Name:     "headline-full-stop",
	Family:   lint.HeadlineFamily,
	Summary:  "the headline ends in a full stop",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: headlines take no full stop",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "end the headline with a full stop"},
	Docs:     fullStopDocs,
	New:      func() lint.Checker { return &fullStop{} },
}

type fullStop struct{}

// Check looks at the end of each headline. An ellipsis, an abbreviation and a headline of
// several sentences keep their full stop.
func (*fullStop) Check(p *lint.Pass) {
	for text := range wordings(p.Doc) {
		s := strings.TrimRightFunc(text.String(), unicode.IsSpace)
		stem, stop := strings.CutSuffix(s, ".")
		if !stop || strings.HasSuffix(stem, ".") || strings.HasSuffix(stem, "…") || language.Abbreviates(s) || isCut(stem) || language.Ordinal(p.Doc.Language, stem) || strings.ContainsAny(stem, ".?!") && sentences(stem) || strings.TrimFunc(stem, notCounts) == "" {
			continue
		}
		f := lint.Finding{
			Span:    place(p.Doc, text),
			Message: fmt.Sprintf("Headline ends in a full stop after “%s”; leave it out", ending(stem)),
		}
		if text.Placed() {
			f.Span = text.Span(len(stem), len(s))
			f.Fixes = []lint.Fix{lint.Replace("Delete the full stop", true, f.Span, "")}
		}
		p.Report(f)
	}
}

// isCut reports whether a headline may have been cut where a publishing system allows no more: it is long, and
// the beginning of a name comes last: “… with Maria Hol.”
func isCut(stem string) bool {
	const longest, name = 90, 4 // characters
	last := stem[strings.LastIndexByte(stem, ' ')+1:]
	first, _ := utf8.DecodeRuneInString(last)
	return utf8.RuneCountInString(stem) >= longest && utf8.RuneCountInString(last) <= name && unicode.IsUpper(first)
}

// sentences reports whether a sentence ends inside a headline.
func sentences(s string) bool {
	return strings.Contains(s, ". ") || strings.Contains(s, "? ") || strings.Contains(s, "! ")
}

func notCounts(r rune) bool { return !counts(r) }
