package headline

import (
	_ "embed"
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed stale_year.txtar
var staleYearDocs string

// StaleYear flags an outdated year in a headline or slug.
var StaleYear = &lint.Rule{
	Name:     "stale-year",
	Family:   lint.HeadlineFamily,
	Summary:  "a year in headline or slug is older than the article",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Influencing your title links in search results (obsolete titles: a year that was not brought up to date)",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Articles: true,
	Docs:     staleYearDocs,
	New:      func() lint.Checker { return &staleYear{} },
}

type staleYear struct{}

// The lists of phrases that show whether a headline's year refers to the present or the
// past.
const (
	current = "year-current" // phrases about what is available now
	past    = "year-past"    // phrases that look back
)

// Check compares the years of title, headline and slug with each other and with the
// article's dates. An old year is usually right. It is stale if another part of the
// article has a newer one, or if the headline is about what is best, due or valid now.
func (*staleYear) Check(p *lint.Pass) {
	title, seen := p.Doc.Title(), headlineBeside(p.Doc)
	inTitle, inSeen := lastYear(title.String()), lastYear(seen.String())
	switch {
	case inTitle.value > 0 && inSeen.value > inTitle.value:
		report(p, title, inTitle, "Title says %d, the headline %d; bring the title up to date", inSeen.value, lint.Unset)
	case inSeen.value > 0 && inTitle.value > inSeen.value:
		report(p, seen, inSeen, "Headline says %d, the title %d; bring the headline up to date", inTitle.value, lint.Unset)
	case inTitle.value > 0:
		againstDates(p, title, inTitle)
	}
	inSlug(p, max(inTitle.value, inSeen.value))
}

// againstDates compares the year of a headline with the article's dates.
func againstDates(p *lint.Pass, text lint.Text, y year) {
	published, updated := dates(p.Doc)
	newest := max(published, updated)
	if newest <= y.value || newest == y.value+1 && updated <= published {
		return // an article of the next year looks back
	}
	cue, pack := "", wordpack.Of(p.Doc.Language)
	for _, hit := range lexicon.Of(pack, current, past).In(text.String()) {
		if hit.Entry.Class == past {
			return
		}
		cue = hit.Entry.Class
	}
	if cue == current && labels(text.String(), y) && !inName(p.Doc, text.String(), y) {
		report(p, text, y, "Headline says %d, the article is from %d; bring it up to date", newest, lint.Unset)
	}
}

// inName reports whether a year belongs to a name, as that of a product does: the body has it too, with
// the same capitalised word before it (“Word 2021”).
func inName(d *lint.Document, s string, y year) bool {
	before := strings.TrimRight(s[:y.start], " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) || len(before) == y.start {
		return false
	}
	name := word + s[len(before):y.end]
	for _, b := range d.Prose() {
		if b.Kind != lint.Heading && strings.Contains(b.Text.String(), name) {
			return true
		}
	}
	return false
}

// labels reports whether a year dates the whole headline: it is at either end, or before a
// punctuation mark. Elsewhere (“the 2019 forecast that failed”) it is part of the
// statement.
func labels(s string, y year) bool {
	after := strings.TrimLeft(s[y.end:], " )]")
	return after == "" || strings.TrimSpace(s[:y.start]) == "" || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "|") ||
		strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "- ") || strings.HasPrefix(after, "!")
}

// inSlug reports a slug field whose year is older than the headline's. Published addresses
// should rather not change, so this is advice.
func inSlug(p *lint.Pass, headline int) {
	f := p.Doc.Meta.Get(lint.RoleSlug)
	s := f.Value().String()
	if headline == 0 || s == "" || strings.ContainsAny(s, ":{") {
		return
	}
	last := strings.LastIndexByte(strings.TrimRight(s, "/"), '/') + 1
	y := lastYear(s[last:])
	if y.value == 0 || y.value >= headline || strings.Contains(p.Doc.Title().String()+headlineBeside(p.Doc).String(), strconv.Itoa(y.value)) {
		return // the headline may name both: “2025–2026”
	}
	y.start, y.end = y.start+last, y.end+last
	report(p, f.Value(), y, "Slug says %d, the headline %d; leave the year out of addresses", headline, lint.Advice)
}

func report(p *lint.Pass, text lint.Text, y year, message string, newer int, severity lint.Severity) {
	f := lint.Finding{Span: place(p.Doc, text), Severity: severity, Message: fmt.Sprintf(message, y.value, newer)}
	if text.Placed() {
		f.Span = text.Span(y.start, y.end)
	}
	p.Report(f)
}

// dates returns the years of publication and of the last update, or 0 if unknown. A date
// in the file name is the date of publication.
func dates(d *lint.Document) (published, updated int) {
	published = firstYear(d.Meta.Get(lint.RoleDate).Value().String())
	if name := path.Base(d.Source.Path); published == 0 && len(name) > 10 && name[4] == '-' && name[7] == '-' {
		published = firstYear(name[:4])
	}
	return published, firstYear(d.Meta.Get(lint.RoleUpdated).Value().String())
}

// year is a year in a text; its value is 0 if there is none.
type year struct{ value, start, end int }

// lastYear returns the latest year between 1990 and 2099 in a text.
func lastYear(s string) (latest year) {
	for at := 0; at+4 <= len(s); {
		y, ok := yearAt(s, at)
		if !ok {
			at++
			continue
		}
		if y.value > latest.value {
			latest = y
		}
		at = y.end
	}
	return latest
}

func firstYear(s string) int {
	for at := 0; at+4 <= len(s); at++ {
		if y, ok := yearAt(s, at); ok {
			return y.value
		}
	}
	return 0
}

// yearAt reads a year at offset at: four digits that are not part of a word, a longer
// number or a price.
func yearAt(s string, at int) (year, bool) {
	if s[at] != '1' && s[at] != '2' {
		return year{}, false
	}
	value := 0
	for _, c := range []byte(s[at : at+4]) {
		if c < '0' || c > '9' {
			return year{}, false
		}
		value = 10*value + int(c-'0')
	}
	before, n := utf8.DecodeLastRuneInString(s[:at])
	if before == ',' || before == '.' {
		before, _ = utf8.DecodeLastRuneInString(s[:at-n])
	}
	after, _ := utf8.DecodeRuneInString(s[at+4:])
	if value < 1990 || value > 2099 || counts(before) || counts(after) && after != 'T' || unicode.Is(unicode.Sc, before) {
		return year{}, false
	}
	return year{value, at, at + 4}, true
}
