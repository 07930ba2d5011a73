package quotesheet

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/collate"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/quotes/referent"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/inspection"
)

// Sheet is a list of the quotations in drafts with their speakers, for a fact-checker.
// Documents are not kept.
type Sheet struct {
	// Terms also lists words in quotation marks that are not speech: titles of works,
	// nicknames, scare quotes.
	Terms bool

	files   int
	quotes  []sheetQuote
	checked bool // some quotations were compared with sources
}

// The kinds of text in quotation marks.
const (
	speechKind = "speech"
	blockKind  = "block quotation"
	termKind   = "term"
)

// sheetQuote is one line of the sheet.
type sheetQuote struct {
	path string
	span report.SpanJSON
	kind string
	text string

	words                int
	speaker, cue         *inspection.MentionJSON
	name                 *inspection.MentionJSON // of the speaker whom a pronoun means
	anonymous, described bool
	unread               bool // the verbs of saying in the language of the draft are not known
	links                []string
	check                *verdictJSON // nil if it was not compared
}

// verdictJSON is the result of comparing a quotation with the sources.
type verdictJSON struct {
	Verdict     string           `json:"verdict"`
	Changes     []string         `json:"changes"`
	Differences []differenceJSON `json:"differences"`
	Passage     *passageJSON     `json:"passage"`
	Apart       int              `json:"apart"` // largest number of words of the source omitted in one place
}

type differenceJSON struct {
	Kind    string `json:"kind"`
	Quoted  string `json:"quoted"`
	Source  string `json:"source"`
	Words   int    `json:"words"`
	Message string `json:"message"`
}

// passageJSON is a place in a source.
type passageJSON struct {
	Path string          `json:"path"`
	Span report.SpanJSON `json:"span"`
	Text string          `json:"text"`
}

// unattributed reports whether a quotation has no speaker, named or described, where one would have
// been found.
func (q *sheetQuote) unattributed() bool { return q.kind != termKind && q.speaker == nil && !q.unread }

// Add adds the quotations of a document. If sources is not nil, it compares them.
func (s *Sheet) Add(d *lint.Document, sources *lint.Sources) {
	s.files++
	all, referents := quotes.Of(d), referent.Of(d)
	var results []collate.Result
	if sources != nil && len(sources.Docs) > 0 {
		results = collate.Draft(d, sources)
		s.checked = s.checked || len(all) > 0
	}
	terms := s.terms(d, all)
	for i := range all {
		q := &all[i]
		for len(terms) > 0 && terms[0].span.Start < q.Span.Start {
			s.quotes, terms = append(s.quotes, terms[0]), terms[1:]
		}
		digest := inspection.QuoteOf(d, q)
		out := sheetQuote{
			path: d.Source.Path, span: digest.Span, kind: speechKind, text: unmarked(collate.Spoken(q)), words: q.Words,
			speaker: digest.Speaker, cue: digest.Cue, anonymous: digest.Anonymous, described: q.Described, links: digest.Sources,
			unread: !quotes.Reads(d.Language),
		}
		if m := referents[i]; m != nil {
			out.name = &inspection.MentionJSON{Text: m.Text, Span: report.Place(d, m.Span)}
		}
		if q.BlockQuotation {
			out.kind = blockKind
		}
		if results != nil {
			out.check = checkOf(&results[i])
		}
		s.quotes = append(s.quotes, out)
	}
	s.quotes = append(s.quotes, terms...)
}

// unmarked removes the quotation marks around a block quotation, if there are any.
func unmarked(text string) string {
	inner, opens := strings.CutPrefix(text, "“")
	inner, closes := strings.CutSuffix(inner, "”")
	if opens && closes && !strings.ContainsAny(inner, "“”") {
		return inner
	}
	return text
}

// terms returns the text in quotation marks that is not speech, if Terms is set.
func (s *Sheet) terms(d *lint.Document, all []quotes.Quote) (terms []sheetQuote) {
	if !s.Terms {
		return nil
	}
	pairs := pairing.Of(d).Pairs
	for i := range pairs {
		p := &pairs[i]
		if !p.Closed || p.Block != p.EndBlock || p.Depth > 0 {
			continue
		}
		text := d.Blocks[p.Block].Text
		span := text.Span(p.Start, p.End)
		for len(all) > 0 && all[0].Span.End <= span.Start {
			all = all[1:]
		}
		if len(all) > 0 && all[0].Span.Overlaps(span) {
			continue
		}
		inner := strings.TrimSpace(strings.Trim(text.Sub(p.Start, p.End).Plain(), "“”\"‘’'„«»`"))
		terms = append(terms, sheetQuote{
			path: d.Source.Path, span: report.Place(d, span), kind: termKind, text: inner, words: len(strings.Fields(inner)),
		})
	}
	return terms
}

func checkOf(r *collate.Result) *verdictJSON {
	out := &verdictJSON{Verdict: r.Verdict.String(), Changes: []string{}, Differences: []differenceJSON{}, Apart: r.Apart}
	for _, c := range r.Changes {
		out.Changes = append(out.Changes, c.String())
	}
	for _, d := range r.Differences {
		out.Differences = append(out.Differences, differenceJSON{d.Kind.String(), d.Quoted, d.Source, d.Words, d.String()})
	}
	if r.Doc != nil {
		out.Passage = &passageJSON{r.Doc.Source.Path, report.Place(r.Doc, r.Span), r.Text}
	}
	return out
}

// Count returns the number of quotations with a verdict.
func (s *Sheet) Count(verdict collate.Verdict) (n int) {
	for i := range s.quotes {
		if c := s.quotes[i].check; c != nil && c.Verdict == verdict.String() {
			n++
		}
	}
	return n
}

// Checked reports whether any quotation was compared with a source.
func (s *Sheet) Checked() bool { return s.checked }

// summary summarises the sheet in one or two lines.
func (s *Sheet) summary() []string {
	quotations, unattributed, unread, anonymous, terms, unchecked := 0, 0, 0, 0, 0, 0
	for i := range s.quotes {
		q := &s.quotes[i]
		switch {
		case q.kind == termKind:
			terms++
			continue
		case q.unattributed():
			unattributed++
		case q.speaker == nil:
			unread++
		case q.anonymous:
			anonymous++
		}
		quotations++
		if q.check == nil {
			unchecked++
		}
	}
	line := report.Count(quotations, "quotation") + " in " + report.Count(s.files, "file")
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{{unattributed, "without a speaker"}, {anonymous, "with a speaker who is not named"}, {unread, "in a language in which speakers are not recognised"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	if len(parts) > 0 {
		line += ": " + strings.Join(parts, ", ")
	}
	if terms > 0 {
		line += fmt.Sprintf("; %d in quotation marks but not speech", terms)
	}
	if !s.checked {
		return []string{line}
	}
	return []string{line, s.verdicts(unchecked)}
}

// verdicts counts the verdicts.
func (s *Sheet) verdicts(unchecked int) string {
	var parts []string
	for _, v := range []collate.Verdict{collate.Altered, collate.NotFound, collate.Verbatim, collate.Edited, collate.TooShort} {
		if n := s.Count(v); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, spelt(v.String())))
		}
	}
	if unchecked > 0 {
		parts = append(parts, fmt.Sprintf("%d with no source to compare with", unchecked))
	}
	return "Compared with the sources: " + strings.Join(parts, ", ")
}

// spelt returns a verdict in words.
func spelt(verdict string) string {
	switch verdict {
	case "edited":
		return "verbatim with changes"
	case "not-found":
		return "not found"
	case "too-short":
		return "too short to judge"
	}
	return verdict
}

// says describes the result of a comparison: the verdict, what differs and where.
func (c *verdictJSON) says() string {
	s := spelt(c.Verdict)
	var why []string
	if c.Verdict == "edited" {
		why = c.Changes
	}
	for _, d := range c.Differences {
		why = append(why, d.Message)
	}
	if len(why) > 0 {
		s += ": " + strings.Join(why, ", ")
	}
	if c.Apart > 0 {
		s += fmt.Sprintf(" (%s apart)", report.Count(c.Apart, "word"))
	}
	if c.Passage != nil {
		s += "; " + fmt.Sprintf("%s:%d", c.Passage.Path, c.Passage.Span.Line)
	}
	return s
}
