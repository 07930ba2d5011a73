package house

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// readPatternInstead reads what to write instead of a match.
func readPatternInstead(c *compiler, w *pattern, t strict.Text, names []string) {
	switch {
	case t.Node == nil:
		return
	case t.Value == "":
		w.remove = true
		return
	}
	w.instead = readMessage(c, t, names...)
	if w.expr == nil {
		return
	}
	for _, m := range regexp.MustCompile(`[\\$]\{?(\d+)`).FindAllStringSubmatch(t.Value, -1) {
		number, err := strconv.Atoi(m[1])
		if t.Value[strings.Index(t.Value, m[0])] == '$' && (err != nil || number > w.expr.NumSubexp()) {
			continue // an amount of money
		}
		c.Fail(t.Node, "%s would be written as it stands; name the part in the pattern, as in (?P<part>…), and write {part}", strict.Quoted(m[0]))
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
	return w.instead.fill(func(name string) string { return w.part(text, m, name) })
}

// right reports whether a match is what the rule says to write, or stands in it.
func (w *pattern) right(s spot, instead string) bool {
	if instead == "" {
		return false
	}
	found := s.found()
	for at := 0; at <= len(instead); {
		i := strings.Index(instead[at:], found)
		if i < 0 {
			return false
		}
		at += i
		if start := s.start - at; start >= 0 && strings.HasPrefix(s.text[start:], instead) {
			return true
		}
		at++
	}
	return false
}

// again reports whether the rule would flag what it says to write, alone or with the words around.
func (w *pattern) again(s spot, instead string) bool {
	changed := s.with(instead)
	if w.whole {
		return !w.expr.MatchString(strings.TrimSpace(changed.text))
	}
	if w.sentences {
		changed = spot{instead, 0, len(instead), s.at}
	}
	for _, m := range w.expr.FindAllStringSubmatchIndex(changed.text, -1) {
		place := spot{changed.text, m[0], m[1], s.at}
		if m[0] < changed.end && m[1] > changed.start && !w.except.covers(changed.text, m[0], m[1]) &&
			!w.right(place, w.filled(changed.text, m)) {
			return true
		}
	}
	return false
}

func (w *pattern) finding(d *lint.Document, at *passage, s spot, instead string, m []int) lint.Finding {
	shown := lint.Clip(60, strings.Join(strings.Fields(s.found()), " "))
	f := lint.Finding{Span: at.text.Span(s.start, s.end)}
	switch {
	case w.custom != nil:
		f.Message = w.custom.fill(func(name string) string {
			if name == "instead" {
				return instead
			}
			return lint.Clip(60, w.part(s.text, m, name))
		})
	case instead != "":
		f.Message = fmt.Sprintf("House style: write “%s” instead of “%s”", lint.Clip(60, instead), shown)
	case w.remove:
		f.Message = fmt.Sprintf("“%s” is not the style of this house; take it out", shown)
	default:
		f.Message = fmt.Sprintf("“%s” is not the style of this house; write it in another way", shown)
	}
	f.Fixes = w.fixes(d, at, s, instead, f.Span)
	return f
}

// fixes returns the fix of a match. There is none where its text does not fit the words around it,
// or would be flagged again.
func (w *pattern) fixes(d *lint.Document, at *passage, s spot, instead string, span lint.Span) []lint.Fix {
	safe := w.fix == fixSafe
	switch {
	case w.fix == fixNone || d.Source.Slice(span) != s.found():
		return nil
	case w.remove && w.again(s, ""):
		return nil
	case w.remove:
		return removal(d, at, s, w.lang, safe)
	case w.instead == nil:
		return nil
	}
	f := fit(d, at, s, instead, w.lang)
	if f.text == "" || at.block == lint.None && !harmless(f.text) || w.again(s, f.text) {
		return nil
	}
	return []lint.Fix{lint.Replace("Replace with “"+f.text+"”", safe, span, f.text)}
}
