package passage

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// Part is a stretch of a passage in which a rule looks.
type Part struct {
	lint.Span
	At Places
}

// Parts returns the stretches of a passage in which a rule looks: all of it, or only the texts of
// links and the quotations inside it, each of which is then a text of its own. whole is true for
// all of it; then call [Scope.LooksAt] for each match in it.
func (s *Scope) Parts(d *lint.Document, p *Passage) (parts []Part, whole bool) {
	all := Part{lint.Span{End: p.Text.Len()}, p.At}
	switch {
	case !s.MaySelect(p):
		return nil, false
	case s.Selects(p.At, p.Field):
		return []Part{all}, true
	case p.Block == lint.None:
		return nil, false
	case s.Looks(d, p, p.At): // a draft that is a quotation as a whole
		return []Part{all}, true
	}
	add := func(span lint.Span, at Places) {
		if span.Len() > 0 && s.Looks(d, p, at) && !slices.ContainsFunc(parts, func(o Part) bool { return o.Start <= span.Start && span.End <= o.End }) {
			parts = append(parts, Part{span, at})
		}
	}
	if s.In&Quotations != 0 {
		for _, span := range p.quotations(d) {
			add(span, p.At|Quotations)
		}
	}
	if s.In&LinkTexts != 0 {
		for _, m := range d.Blocks[p.Block].Marks {
			if m.Kind == lint.MarkLink {
				add(lint.Span{Start: m.Start, End: m.End}, p.PlacesAt(d, m.Start, m.End)|LinkTexts)
			}
		}
	}
	if s.In == Addresses {
		for span := range p.addresses(d) {
			add(span, p.At|Addresses)
		}
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return a.Start - b.Start })
	return parts, false
}

// PartsOfAddresses yields the words between the dots and other signs of domains and mail addresses:
// those of “data.gov”.
func (p *Passage) PartsOfAddresses(d *lint.Document) iter.Seq[lint.Span] {
	return func(yield func(lint.Span) bool) {
		for span := range p.addresses(d) {
			text, start := p.Text.Slice(span.Start, span.End), span.Start
			for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }) {
				from := start + strings.Index(text[start-span.Start:], part)
				if start = from + len(part); !yield(lint.Span{Start: from, End: start}) {
					return
				}
			}
		}
	}
}

// Addressed reports whether a match is a part of a domain or a mail address, as a rule finds it that looks
// inside them.
func (s *Scope) Addressed(d *lint.Document, p *Passage, start, end int) bool {
	if p.Block == lint.None || s.In&Addresses == 0 {
		return false
	}
	for span := range p.addresses(d) {
		if span.Start < end && start < span.End && (!endsWord(p.Text.Slice(0, start)) || !beginsGap(p.Text.Slice(end, p.Text.Len()))) {
			return true
		}
	}
	return false
}

// addresses yields the domains and mail addresses of a block. A word with a dot or colon inside is one, too.
func (p *Passage) addresses(d *lint.Document) iter.Seq[lint.Span] {
	return func(yield func(lint.Span) bool) {
		words := language.ProseOf(d).WordsIn(p.Block)
		for i := range words {
			w := &words[i]
			if w.Voice != language.Symbol && !strings.ContainsAny(p.Text.Slice(int(w.Start), int(w.End)), ".:") ||
				d.Blocks[p.Block].Marked(lint.MarkCode, int(w.Start)) || p.hasScheme(int(w.Start)) {
				continue
			}
			if !yield(lint.Span{Start: int(w.Start), End: int(w.End)}) {
				return
			}
		}
	}
}

// quotations returns the stretches of a block that are the words of others, each with its marks.
func (p *Passage) quotations(d *lint.Document) (all []lint.Span) {
	words, text := language.ProseOf(d).WordsIn(p.Block), p.Text.String()
	open := false
	for i := range words {
		w := &words[i]
		switch quoted := w.Voice == language.Speech || w.Voice == language.Quoted; {
		case !quoted:
			open = open && w.Voice == language.Symbol
		case open:
			all[len(all)-1].End = int(w.End)
		default:
			all, open = append(all, lint.Span{Start: int(w.Start), End: int(w.End)}), true
		}
	}
	for i := range all {
		all[i].Start -= len(text[:all[i].Start]) - len(strings.TrimRightFunc(text[:all[i].Start], isMark))
		all[i].End += len(text[all[i].End:]) - len(strings.TrimLeftFunc(text[all[i].End:], isMark))
	}
	return all
}

// isMark reports whether a sign may be beside the words of a quotation and belong to it.
func isMark(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != lint.Object
}

// LooksAt reports whether a rule looks at a match that begins in a passage as a whole. Quotation marks
// belong to the text around a quotation as well as to the quotation, since the author chooses them.
func (s *Scope) LooksAt(d *lint.Document, p *Passage, start, end int) bool {
	at := p.PlacesAt(d, start, end)
	if s.Looks(d, p, at) {
		return true
	}
	return at&^p.At&Quotations != 0 && isQuotationMark(p.Text.Slice(start, end)) && s.Looks(d, p, at&^Quotations)
}

// isQuotationMark reports whether a text is a quotation mark, or several.
func isQuotationMark(text string) bool {
	for _, r := range text {
		if !unicode.In(r, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe) && r != '"' && r != '\'' && r != '„' && r != '‚' && !unicode.IsSpace(r) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(text)
	return first != utf8.RuneError
}
