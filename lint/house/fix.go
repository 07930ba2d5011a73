package house

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// fixing is what the kinds with fixes may say about them.
type fixing struct {
	Fix strict.Text `yaml:"fix" doc:"what the fixes are: safe (--fix writes them wherever the words around stay right), unsafe (only --fix=all does), or none; unless set, --fix writes those that are certain"`
}

// The fixes of a rule.
const (
	fixSafe   = "safe"
	fixUnsafe = "unsafe"
	fixNone   = "none"
)

// readFix reads what a rule says about its fixes; "" if it does not.
func readFix(c *compiler, f fixing) string {
	t := f.Fix
	allowed := []string{fixSafe, fixUnsafe, fixNone}
	if t.Node != nil && !contains(allowed, t.Value) {
		c.Fail(t.Node, "%s", strict.Unknown("kind of fix", t.Value, allowed))
	}
	return t.Value
}

// fixesOf returns the fixes of a hit, the best first. There is none where the form of the
// replacement is not known, where the words are part of a compound, where markup is inside them,
// where a metadata value might need quotation marks, where the replacement does not fit the words
// around it (see [fit]), or where the rule would flag it again.
func fixesOf(w *words, d *lint.Document, p *passage, t *term, s spot, replacements []replacement) (all []lint.Fix) {
	span := p.text.Span(s.start, s.end)
	if w.fix == fixNone || span.Empty() || d.Source.Slice(span) != s.found() {
		return nil
	}
	if t.remove {
		return removal(d, p, s, w.lang, w.fix == fixSafe)
	}
	joined := s.joined()
	if joined && (!w.names || !sameName(t, s)) || upper(s.text) && upper(s.found()) && t.acronym {
		return nil
	}
	for i, r := range replacements {
		if r.text == "" || p.block == lint.None && !harmless(r.text) {
			continue
		}
		f := fit(d, p, s, r.text, w.lang)
		if f.text == "" || w.again(t, s, f.text) {
			continue
		}
		certain := f.safe && !isInName(w, t, s) && !joined && !t.guess && len(replacements) == 1 && !w.ordinary(t, s.found()) && (w.names || isSamePart(w, t, s, t.instead[i], r.text))
		safe := i == 0 && r.sure && w.fix != fixUnsafe && (certain || w.fix == fixSafe)
		all = append(all, lint.Replace("Replace with “"+f.text+"”", safe, span, f.text))
	}
	return all
}

// sameName reports whether what was found is a spelling of a name rather than other words for it.
func sameName(t *term, s spot) bool { return sameLetters(s.found(), t.phrase) }

// removal returns the fix that takes a phrase out with the space before it. A phrase that
// begins a sentence stays, since the next word would need a capital, and so does one without which
// the words around it do not fit together.
func removal(d *lint.Document, p *passage, s spot, lang string, safe bool) []lint.Fix {
	if s.start == 0 || s.text[s.start-1] != ' ' || initial(s.found()) || s.joined() {
		return nil
	}
	before, after := s.text[:s.start-1], s.text[s.end:]
	if before == "" || after != "" && !strings.HasPrefix(after, " ") && strings.ContainsAny(before[len(before)-1:], ",;:–—") {
		return nil
	}
	if next := s.wordAfter(); next != "" {
		closed := spot{s.text[:s.start-1] + after, s.start, s.start + len(next), s.at}
		if fit(d, p, closed, next, lang).text == "" {
			return nil
		}
	}
	span := p.text.Span(s.start-1, s.end)
	if span.Len() != s.end-s.start+1 {
		return nil
	}
	return []lint.Fix{lint.Replace("Delete “"+s.found()+"”", safe, span, "")}
}
