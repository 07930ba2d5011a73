package house

import (
	"strings"

	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// right reports whether words that a rule found are right as they stand: they are what the rule
// says to write, or a name where it may be written in another way.
func (w *words) right(t *term, s spot, all []replacement) bool {
	found := strings.Join(strings.Fields(s.found()), " ")
	for _, r := range all {
		switch {
		case r.text == "":
		case plainQuotes(found) == plainQuotes(r.text):
			return true
		case found == first(r.text) && s.mayBegin(): // “macOS”: some write MacOS at the beginning
			return true
		case w.names && upper(found) && strings.EqualFold(found, r.text) && upper(s.text):
			return true
		}
	}
	return w.names && w.anotherWord(t, s)
}

// anotherWord reports whether what looks like a name is something else: part of a technical name, a
// function word that is a name in capitals (“who”), or, if letters were changed, a word in lower case.
func (w *words) anotherWord(t *term, s spot) bool {
	found := s.found()
	small := found == strings.ToLower(found)
	switch {
	case t.guess && small && t.phrase != strings.ToLower(t.phrase):
		return true
	case upper(t.phrase) && !upper(found) && wordpack.Of(w.lang).Words("function-words").HasWord(strings.ToLower(found)):
		return true
	}
	return small && s.slug()
}

// ordinary reports whether a name in lower case, or in capitals, is a word of its own: “word”, “DATA”.
func (w *words) ordinary(t *term, found string) bool {
	return w.names && w.english() && t.phrase != strings.ToLower(t.phrase) && (found == strings.ToLower(found) || upper(found)) &&
		!strings.Contains(found, " ") && tagger.ClassesOf(found) != 0
}

func plainQuotes(s string) string { return strings.ReplaceAll(s, "’", "'") }

// allowRightForms adds as right what the rule says to write where a phrase of the rule is in it:
// “homeless” is right in “homeless people”.
func (w *words) allowRightForms(c *compiler) {
	const most = 8 // words of a phrase
	x := w.index
	listed := map[string]bool{}
	for i := w.from; i < len(x.terms); i++ {
		if t := &x.terms[i]; !t.allowed {
			listed[strings.ToLower(t.searched())] = true
		}
	}
	known := map[string]bool{}
	for i, n := w.from, len(x.terms); i < n; i++ {
		for _, right := range x.terms[i].instead {
			words := strings.Fields(strings.ToLower(right))
			if known[right] || len(words) < 2 {
				continue
			}
			known[right] = true
			for from := range words {
				for to := from + 1; to <= min(len(words), from+most); to++ {
					part := strings.Trim(strings.Join(words[from:to], " "), "()[]“”\"',;:")
					if listed[part] && part != strings.ToLower(right) {
						w.allow(c, right)
						from, to = len(words), len(words)
					}
				}
			}
		}
	}
}

// allow adds a right form.
func (w *words) allow(c *compiler, right string) {
	if lexicon.Findable(right) {
		w.add(c, &term{phrase: right, allowed: true}, inflect.Knows(w.lang), asWritten(right), c.at)
	}
}

// again reports whether the rule would flag its own replacement for a term, alone or with the words
// around it.
func (w *words) again(of *term, s spot, instead string) bool {
	x := w.index
	changed := s.with(instead)
	from := strings.LastIndexByte(changed.text[:max(0, changed.start-w.longest)], ' ') + 1
	to := len(changed.text)
	if i := strings.IndexByte(changed.text[min(to, changed.end+w.longest):], ' '); i >= 0 {
		to = min(to, changed.end+w.longest) + i
	}
	var hits []lexicon.BookHit
	x.book().InText(changed.text[from:to], func(h lexicon.BookHit) {
		h.Start, h.End = h.Start+from, h.End+from
		if int(x.entries[h.Entry].rule) == w.rule && h.Start < changed.end && h.End > changed.start {
			hits = append(hits, h)
		}
	})
	for _, h := range hits {
		e := &x.entries[h.Entry]
		t := &x.terms[e.term]
		at := spot{changed.text, h.Start, h.End, s.at}
		switch {
		case len(t.instead) == 0 && contains(of.instead, t.phrase): // the spelling to keep of “one-of”
		case t.allowed || !t.matches(at.found()) || x.allowedOver(hits, h):
		case w.right(t, at, w.replacements(t, e, at)):
		default:
			return true
		}
	}
	return false
}

// allowedOver reports whether one of some hits that overlaps another is of a phrase that is right.
func (x *index) allowedOver(hits []lexicon.BookHit, h lexicon.BookHit) bool {
	for _, other := range hits {
		if x.terms[x.entries[other.Entry].term].allowed && other.Start < h.End && other.End > h.Start {
			return true
		}
	}
	return false
}
