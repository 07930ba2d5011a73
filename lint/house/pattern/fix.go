package pattern

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
)

// readPatternInstead reads what to write instead of a match.
func readPatternInstead(c *declaration.Compiler, w *pattern, t strict.Text, names []string) {
	switch {
	case t.Node == nil:
		return
	case t.Value == "":
		w.remove = true
		return
	}
	w.instead = c.Replacement(t, names...)
	if w.expr == nil {
		return
	}
	for _, m := range regexp.MustCompile(`[\\$]\{?(\d+)`).FindAllStringSubmatch(t.Value, -1) {
		number, err := strconv.Atoi(m[1])
		if t.Value[strings.Index(t.Value, m[0])] == '$' && (err != nil || number > w.expr.NumSubexp()) {
			continue // an amount of money
		}
		c.Fail(t.Node, "%s would be written literally; name the part in the pattern, as in (?P<part>…), and write {part}", strict.Quoted(m[0]))
	}
}

// part returns the text of a named part of a match, or the match.
func (w *pattern) part(text string, m []int, name string) string {
	i := w.expr.SubexpIndex(name)
	switch {
	case i < 0:
		return text[m[0]:m[1]]
	case len(m) <= 2*i || m[2*i] < 0:
		return ""
	}
	return text[m[2*i]:m[2*i+1]]
}

// filled returns what to write instead of a match, or "".
func (w *pattern) filled(text string, m []int) string {
	if w.instead == nil {
		return ""
	}
	return w.instead.Fill(func(name string) string { return w.part(text, m, name) })
}

// right reports whether a match is, or is part of, what the rule says to write.
func (w *pattern) right(s fitting.Spot, instead string) bool {
	if instead == "" {
		return false
	}
	found := s.Found()
	for at := 0; at <= len(instead); {
		i := strings.Index(instead[at:], found)
		if i < 0 {
			return false
		}
		at += i
		if start := s.Start - at; start >= 0 && strings.HasPrefix(s.Text[start:], instead) {
			return true
		}
		at++
	}
	return false
}

// again reports whether the rule would flag what it says to write, alone or with the words around.
func (w *pattern) again(s fitting.Spot, instead string) bool {
	changed := s.With(instead)
	if w.whole {
		return !w.expr.MatchString(strings.TrimSpace(changed.Found()))
	}
	if w.sentences || !w.scope.Selects(s.At, "") { // a sentence or a part is a text of its own
		changed = fitting.Spot{Text: instead, Start: 0, End: len(instead), At: s.At}
	}
	for _, m := range w.expr.FindAllStringSubmatchIndex(changed.Text, -1) {
		place := fitting.Spot{Text: changed.Text, Start: m[0], End: m[1], At: s.At}
		if m[0] < changed.End && m[1] > changed.Start && !w.beside(changed.Text, m[0], m[1]) &&
			!w.except.covers(changed.Text, m[0], m[1]) &&
			!w.right(place, w.capital(place, w.filled(changed.Text, m))) {
			return true
		}
	}
	return false
}

func (w *pattern) finding(d *lint.Document, at *passage.Passage, s fitting.Spot, instead string, m []int) lint.Finding {
	shown := finding.Shown(s.Found())
	f := lint.Finding{Span: at.Text.Span(s.Start, s.End)}
	switch {
	case w.custom != nil:
		f.Message = w.custom.Fill(func(name string) string {
			if name == "instead" {
				return instead
			}
			return finding.Shown(w.part(s.Text, m, name))
		})
	case instead != "":
		inner, write := s.Without(instead)
		if inner.Trimmed() != inner || write == "" { // the spaces are what is wrong
			inner, write = s, instead
			shown = lint.Clip(60, strings.ReplaceAll(inner.Found(), "\n", " "))
		}
		f.Message = fmt.Sprintf("House style: write “%s” instead of “%s”", lint.Clip(60, write), shown)
	case w.remove:
		f.Message = fmt.Sprintf("“%s” is not the style of this house; delete it", shown)
	default:
		f.Message = fmt.Sprintf("“%s” is not the style of this house; write it in another way", shown)
	}
	f.Fixes, f.Unfixed = w.fixes(d, at, s, instead, f.Span)
	return f
}

// fixes returns the fix of a match. There is none where its text does not fit the words around it,
// or would be flagged again; why then says so.
func (w *pattern) fixes(d *lint.Document, at *passage.Passage, s fitting.Spot, instead string, span lint.Span) (fixes []lint.Fix, why string) {
	safe := w.fix == phrase.FixSafe
	blank := strings.TrimSpace(instead) == ""
	switch {
	case w.fix == phrase.FixNone || w.instead == nil && !w.remove:
		return nil, ""
	case at.At == passage.Source:
		return nil, fitting.Written
	case d.Source.Slice(span) != s.Found():
		return nil, fitting.Markup
	case w.scope.Addressed(d, at, s.Start, s.End), strings.HasSuffix(s.Text[:s.Start], "@"): // “@harbour” is somebody’s name
		return nil, fitting.Addressed
	case w.again(s, instead) && blank:
		return nil, fitting.Again
	case blank && strings.TrimSpace(s.Found()) != "":
		return fitting.Removal(d, at, s, w.lang, safe)
	case blank:
		return []lint.Fix{fitting.Doubtful(lint.Replace("Replace the spaces", safe, span, instead), fitting.Undeclared)}, ""
	case w.written && capital(s, instead) != instead:
		return nil, fitting.Beginning
	case s.Glues(instead):
		return nil, fitting.Together
	}
	inner, instead := s.Without(instead)
	text, why := fitting.Fit(d, at, inner, instead, w.lang)
	switch {
	case text == "":
		return nil, why
	case at.Block == lint.None && !fitting.Harmless(text):
		return nil, fitting.Quoting
	case w.again(inner, text):
		return nil, fitting.Again
	}
	return []lint.Fix{fitting.Doubtful(lint.Replace("Replace with “"+text+"”", safe, at.Text.Span(inner.Start, inner.End), text), fitting.Undeclared)}, ""
}

// capital gives what to write the capital of what was found, if a sentence begins there. A name
// that begins with a lower-case letter, such as macOS, keeps it.
func (w *pattern) capital(s fitting.Spot, instead string) string {
	if w.written {
		return instead
	}
	return capital(s, instead)
}

func capital(s fitting.Spot, instead string) string {
	found := s.Found()
	begin, _, _ := strings.Cut(instead, " ")
	if instead == "" || !fitting.Initial(found) || begin != strings.ToLower(begin) || !s.Begins() || fitting.Upper(found) && fitting.Letters(found) > 1 {
		return instead
	}
	return fitting.First(instead)
}
