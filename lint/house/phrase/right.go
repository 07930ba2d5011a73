package phrase

import (
	"strings"

	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// right reports whether words that a rule found are right as they are: they are what the rule says
// to write, or a name where it may be written in another way.
func (w *Words) right(t *Term, s fitting.Spot, all []replacement) bool {
	found := strings.Join(strings.Fields(s.Found()), " ")
	for _, r := range all {
		switch {
		case r.text == "":
		case plainQuotes(found) == plainQuotes(r.text):
			return true
		case found == fitting.First(r.text) && s.MayBegin(): // “macOS”: some write MacOS at the beginning
			return true
		case w.Names && fitting.Upper(found) && strings.EqualFold(found, r.text) && fitting.Upper(s.Text):
			return true
		}
	}
	return w.Names && w.anotherWord(t, s)
}

// anotherWord reports whether what looks like a name is something else: part of a technical name, a
// function word that is a name in capitals (“who”), or, if letters were changed, a word in lower case.
func (w *Words) anotherWord(t *Term, s fitting.Spot) bool {
	found := s.Found()
	small := found == strings.ToLower(found)
	switch {
	case t.Guess && small && t.Phrase != strings.ToLower(t.Phrase):
		return true
	case fitting.Upper(t.Phrase) && !fitting.Upper(found) && wordpack.Of(w.Lang).Words("function-words").HasWord(strings.ToLower(found)):
		return true
	}
	return small && s.IsSlug()
}

// ordinary reports whether a name in lower case, or in capitals, is a word of its own: “word”, “DATA”.
func (w *Words) ordinary(t *Term, found string) bool {
	return w.Names && w.english() && t.Phrase != strings.ToLower(t.Phrase) && (found == strings.ToLower(found) || fitting.Upper(found)) &&
		!strings.Contains(found, " ") && tagger.ClassesOf(found) != 0
}

func plainQuotes(s string) string { return strings.ReplaceAll(s, "’", "'") }

// RightForms returns what the rule says to write where a phrase of the rule is in it:
// “homeless” is right in “homeless people”.
func (w *Words) RightForms() (all []string) {
	x := w.index
	listed := make(map[string]bool, len(x.terms)-w.from)
	for i := w.from; i < len(x.terms); i++ {
		if t := &x.terms[i]; w.has(t) && !t.Allowed {
			listed[strings.ToLower(t.searched())] = true
		}
	}
	known, last := map[string]bool{}, ""
	for i := w.from; i < len(x.terms); i++ {
		if !w.has(&x.terms[i]) {
			continue
		}
		for _, right := range x.terms[i].Instead {
			if right != last && strings.Contains(right, " ") && hasListed(strings.ToLower(right), listed) && !known[right] {
				known[right] = true
				all = append(all, right)
			}
			last = right
		}
	}
	return all
}

// hasListed reports whether some words of a phrase, but not all, are listed.
func hasListed(phrase string, listed map[string]bool) bool {
	const most = 8 // words of a phrase
	for from := 0; from < len(phrase); from += wordEnd(phrase[from:]) + 1 {
		to := from - 1
		for n := 0; n < most && to < len(phrase); n++ {
			to += 1 + wordEnd(phrase[to+1:])
			if part := strings.Trim(phrase[from:to], "()[]“”\"',;:"); listed[part] && part != phrase {
				return true
			}
		}
	}
	return false
}

// wordEnd returns where the first word of a text with one space between words ends.
func wordEnd(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// has reports whether a term is one of the rule's.
func (w *Words) has(t *Term) bool { return int(t.rule) == w.rule }

// again reports whether the rule would flag its own replacement for a term, alone or with the words
// around it.
func (w *Words) again(of *Term, s fitting.Spot, instead string) bool {
	x := w.index
	changed := s.With(instead)
	from := strings.LastIndexByte(changed.Text[:max(0, changed.Start-w.longest)], ' ') + 1
	to := len(changed.Text)
	if i := strings.IndexByte(changed.Text[min(to, changed.End+w.longest):], ' '); i >= 0 {
		to = min(to, changed.End+w.longest) + i
	}
	var hits []lexicon.BookHit
	x.book().InText(changed.Text[from:to], func(h lexicon.BookHit) {
		h.Start, h.End = h.Start+from, h.End+from
		if int(x.entries[h.Entry].rule) == w.rule && h.Start < changed.End && h.End > changed.Start {
			hits = append(hits, h)
		}
	})
	for _, h := range hits {
		e := &x.entries[h.Entry]
		t := &x.terms[e.term]
		at := fitting.Spot{Text: changed.Text, Start: h.Start, End: h.End, At: s.At}
		switch {
		case len(t.Instead) == 0 && passage.Contains(of.Instead, t.Phrase): // the spelling to keep of “one-of”
		case t.Allowed || !t.matches(at.Found()) || x.allowedOver(hits, h):
		case w.right(t, at, w.replacements(t, e, at)):
		default:
			return true
		}
	}
	return false
}

// allowedOver reports whether one of some hits that overlaps another is of a phrase that is right.
func (x *Index) allowedOver(hits []lexicon.BookHit, h lexicon.BookHit) bool {
	for _, other := range hits {
		if x.terms[x.entries[other.Entry].term].Allowed && other.Start < h.End && other.End > h.Start {
			return true
		}
	}
	return false
}
