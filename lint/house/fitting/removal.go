package fitting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/passage"
)

// Reasons why there is no fix, or no safe one.
const (
	Markup     = "there is markup in the words"
	Again      = "the rule would flag the result again"
	Quoting    = "the value might need quotation marks"
	Together   = "the words would run together"
	Undeclared = "the rule does not say “fix: safe”"
	Addressed  = "the words are part of an address"
	Beginning  = "a sentence begins there"
	Written    = "the rule looks at the source"

	longer = "the words are part of a longer one"
)

// Doubtful returns a fix with the reason why it is not safe, unless it is.
func Doubtful(fix lint.Fix, why string) lint.Fix {
	if !fix.Safe {
		fix.Doubt = why
	}
	return fix
}

// Removal returns the fix that deletes a phrase with the space before it or, where a sentence
// begins, with the one after it, so that the next word gets the capital. A phrase without which the
// words around it do not fit together stays. If there is no fix, why says so.
func Removal(d *lint.Document, p *passage.Passage, s Spot, lang string, safe bool) (fixes []lint.Fix, why string) {
	const around = "the signs around it would not fit together"
	s = s.Trimmed()
	switch {
	case s.Start == s.End:
		return nil, around
	case s.IsJoined():
		return nil, longer
	case s.Start == 0 || s.Begins():
		return removalAtBeginning(d, p, s, lang, safe)
	case Initial(s.Found()):
		return nil, "the words may be part of a name"
	case s.Text[s.Start-1] != ' ':
		return nil, around
	}
	before, after := s.Text[:s.Start-1], s.Text[s.End:]
	if before == "" || after != "" && !strings.HasPrefix(after, " ") && strings.ContainsAny(before[len(before)-1:], ",;:–—") {
		return nil, around
	}
	if next := s.WordAfter(); next != "" {
		closed := Spot{s.Text[:s.Start-1] + after, s.Start, s.Start + len(next), s.At}
		if text, why := Fit(d, p, closed, next, lang); text == "" {
			return nil, why
		}
	}
	span := p.Text.Span(s.Start-1, s.End)
	if span.Len() != s.End-s.Start+1 {
		return nil, Markup
	}
	return []lint.Fix{Doubtful(lint.Replace("Delete “"+s.Found()+"”", safe, span, ""), Undeclared)}, ""
}

// removalAtBeginning deletes a phrase at the beginning of a text or a sentence. The next word gets
// its capital, unless it is a name that begins with a lower-case letter, such as macOS.
func removalAtBeginning(d *lint.Document, p *passage.Passage, s Spot, lang string, safe bool) (fixes []lint.Fix, why string) {
	next := s.WordAfter()
	first, n := utf8.DecodeRuneInString(next)
	end := s.End + 1
	switch {
	case next == "" || !strings.HasPrefix(s.Text[end:], next) || !unicode.IsLetter(first):
		return nil, "no word follows that a sentence could begin with"
	case p.Field != "":
		return nil, Quoting
	}
	if Initial(s.Found()) {
		if next != strings.ToLower(next) && !unicode.IsUpper(first) {
			return nil, "the next word begins with a small letter"
		}
		first = unicode.ToUpper(first)
	}
	closed := Spot{s.Text[:s.Start] + s.Text[end:], s.Start, s.Start + len(next), s.At}
	if text, why := Fit(d, p, closed, next, lang); text == "" {
		return nil, why
	}
	span := p.Text.Span(s.Start, end+n)
	if d.Source.Slice(span) != s.Text[s.Start:end+n] {
		return nil, Markup
	}
	return []lint.Fix{Doubtful(lint.Replace("Delete “"+s.Found()+"”", safe, span, string(first)), Undeclared)}, ""
}
