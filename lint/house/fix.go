package house

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// replacement is what to write for a phrase as it was found.
type replacement struct {
	text string // "" if the form is not known
	safe bool
}

// inForm returns a replacement in the form and with the capitals of what was found.
func (w *words) inForm(instead string, t *term, e *entry, found string, h *hit, p *passage) replacement {
	r := replacement{instead, true}
	if e.form != language.Base {
		if r = w.inflected(instead, t, e); r.text == "" {
			return r
		}
	}
	if strings.Contains(found, "'") {
		r.text = strings.ReplaceAll(r.text, "’", "'")
	}
	switch {
	case !w.names:
		r.text = w.capitals(r.text, t.searched(), found)
	case initial(found) && mayBegin(h, p):
		r.text = first(r.text)
	}
	return r
}

// inflected inflects one word of a replacement: the one that stands where the inflected
// word of the phrase stood.
func (w *words) inflected(instead string, t *term, e *entry) replacement {
	words := strings.Split(instead, " ")
	k := 0
	switch {
	case strings.Contains(t.searched(), " ") && e.last, e.form == language.Possessive:
		k = len(words) - 1
	case len(words) > 1 && !strings.Contains(t.searched(), " ") && e.form == language.WithS:
		return replacement{} // a noun changes its last word, a verb its first
	}
	if language.PackOf(w.lang).Words("function-words").HasWord(words[k]) {
		return replacement{}
	}
	form, sure, ok := language.Inflect(words[k], e.form, w.lang)
	if !ok {
		return replacement{}
	}
	words[k] = form
	return replacement{strings.Join(words, " "), sure}
}

// capitals gives a replacement the capitals of what was found, unless the list has capitals
// of its own.
func (w *words) capitals(instead, listed, found string) string {
	switch {
	case instead != strings.ToLower(instead):
		return instead
	case upper(found) && !upper(listed) && letters(found) > 1:
		return strings.ToUpper(instead)
	case initial(found) && !initial(listed):
		if titled(found) && strings.Contains(found, " ") {
			return w.title(instead)
		}
		return first(instead)
	}
	return instead
}

// title gives every word a capital but function words.
func (w *words) title(s string) string {
	words := strings.Split(s, " ")
	for i, word := range words {
		if i == 0 || !language.PackOf(w.lang).Words("function-words").HasWord(word) {
			words[i] = first(word)
		}
	}
	return strings.Join(words, " ")
}

func first(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func initial(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func upper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

func titled(s string) bool {
	for _, word := range strings.Fields(s) {
		if !initial(word) && len(word) > 3 {
			return false
		}
	}
	return true
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// fixes returns the fixes of a hit, the best first. There is none where the form of the
// replacement is not known, where markup is inside the words, where a metadata value might
// need quotation marks, or where an article before the words would have to change.
func (w *words) fixes(d *lint.Document, p *passage, h *hit, t *term, e *entry, found string) (all []lint.Fix) {
	span := p.text.Span(int(h.start), int(h.end))
	if span.Empty() || d.Source.Slice(span) != found {
		return nil
	}
	if t.remove {
		return w.removal(p, h, found)
	}
	for i, instead := range t.instead {
		r := w.inForm(instead, t, e, found, h, p)
		if r.text == "" || p.block == lint.None && !harmless(r.text) || w.articleChanges(p, h, found, r.text) {
			continue
		}
		all = append(all, lint.Replace("Replace with “"+r.text+"”", r.safe && i == 0 && len(t.instead) == 1, span, r.text))
	}
	return all
}

// removal returns the fix that takes a phrase out with the space before it. A phrase that
// begins a sentence stays, since the next word would need a capital.
func (w *words) removal(p *passage, h *hit, found string) []lint.Fix {
	s := p.text.String()
	if h.start == 0 || s[h.start-1] != ' ' || initial(found) {
		return nil
	}
	span := p.text.Span(int(h.start)-1, int(h.end))
	if span.Len() != int(h.end-h.start)+1 {
		return nil
	}
	return []lint.Fix{lint.Replace("Delete “"+found+"”", false, span, "")}
}

// harmless reports whether a text can be put into any value of metadata as it is.
func harmless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-' && r != '’'
	})
}

// articleChanges reports whether an indefinite article stands before the words and the
// replacement begins with another kind of sound, as far as the first letter tells.
func (w *words) articleChanges(p *passage, h *hit, found, instead string) bool {
	articles := language.PackOf(w.lang).List("indefinite-articles")
	if len(articles) < 2 {
		return false
	}
	before := strings.Fields(p.text.Slice(max(0, int(h.start)-8), int(h.start)))
	if len(before) == 0 || !contains(articles, strings.Trim(before[len(before)-1], "(“‘\"'")) {
		return false
	}
	return vowel(found) != vowel(instead)
}

func vowel(s string) bool { return s != "" && strings.IndexByte("aeiouAEIOU", s[0]) >= 0 }
