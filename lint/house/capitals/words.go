package capitals

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language/casing"
)

// token is a word of a text with the signs in it and after it, or a phrase that the rule lists.
type token struct {
	start, end int
	fixed      bool // listed, or code, which has a spelling of its own
}

func isLower(r rune) bool { return unicode.IsLower(r) }

func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tokens returns the words of a text from an offset.
func (w *capitals) tokens(d *lint.Document, at *passage.Passage, text string, from int) (list []token) {
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		code := codeAt(d, at, i)
		if !counts(r) && !code {
			i += n
			continue
		}
		t := token{start: i, fixed: code}
		switch listed := w.listed(text, i); {
		case code:
			for i < len(text) && (codeAt(d, at, i) || !unicode.IsSpace(rune(text[i]))) {
				i++
			}
		case listed > 0:
			t.fixed = true
			i += listed
		default:
			i = w.endOfWord(text, i+n)
		}
		t.end = i
		t.fixed = t.fixed || w.hasInside(text[t.start:t.end])
		list = append(list, t)
	}
	return list
}

// hasInside reports whether a word has one of the names inside that are right there.
func (w *capitals) hasInside(word string) bool {
	return slices.ContainsFunc(w.inside, func(name string) bool { return strings.Contains(word, name) })
}

// excused reports whether one of these names is a word of a text.
func (w *capitals) excused(text string) bool {
	return slices.ContainsFunc(w.inside, func(name string) bool {
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				return false
			}
			if at += i; fitting.Boundary(text, at) && fitting.Boundary(text, at+len(name)) {
				return true
			}
			at++
		}
	})
}

// endOfWord returns where a word with the signs after it ends: at a space, or after a sign where a
// listed name begins.
func (w *capitals) endOfWord(text string, i int) int {
	sign := false
	for k, r := range text[i:] {
		switch {
		case unicode.IsSpace(r), sign && counts(r) && w.listed(text, i+k) > 0:
			return i + k
		}
		sign = !counts(r)
	}
	return len(text)
}

func codeAt(d *lint.Document, at *passage.Passage, i int) bool {
	return at.Block != lint.None && d.Blocks[at.Block].Marked(lint.MarkCode, i)
}

// listed returns the length of the phrase of “except” that begins at an offset, with the ending of a
// plural or a possessive, or 0.
func (w *capitals) listed(text string, i int) int {
	for _, s := range w.except[text[i]] {
		rest, ok := strings.CutPrefix(text[i:], s)
		if !ok {
			continue
		}
		for _, ending := range [...]string{"s", "'s", "’s", ""} {
			if after, ok := strings.CutPrefix(rest, ending); ok && !casing.StartsWord(after) {
				return len(s) + len(ending)
			}
		}
	}
	return 0
}

// carefully returns the words that are wrong wherever a capital may belong to a name.
func (w *capitals) carefully(d *lint.Document, text string, from int, tokens []token) (list []wrong) {
	words := casing.Wrong(d, text[from:], w.style)
	for k := range words {
		x := wrong{words[k].Start + from, words[k].End + from, words[k].Turned()}
		if !w.follows(text, x.start) && !slices.ContainsFunc(tokens, func(t token) bool { return t.fixed && t.start <= x.start && x.start < t.end }) {
			list = append(list, x)
		}
	}
	for _, t := range tokens {
		if found := text[t.start:t.end]; !t.fixed && w.follows(text, t.start) && raised(found) != found {
			list = append(list, wrong{t.start, t.end, raised(found)})
		}
	}
	slices.SortFunc(list, func(a, b wrong) int { return a.start - b.start })
	return list
}

// follows reports whether a word comes after one that the rule wants a capital after.
func (w *capitals) follows(text string, i int) bool {
	before := strings.TrimRightFunc(text[:i], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“‘([`, r) })
	return slices.ContainsFunc(w.after, func(s string) bool { return strings.HasSuffix(before, s) })
}

// strictly returns all words that are not as the style writes them, except those that the rule lists.
func (w *capitals) strictly(d *lint.Document, text string, tokens []token) (list []wrong) {
	for k, t := range tokens {
		found := text[t.start:t.end]
		want := found
		switch {
		case t.fixed:
		case w.title():
			want = w.inTitle(d, text, tokens, k)
		case w.style == upperStyle:
			want = strings.ToUpper(found)
		default:
			want = strings.ToLower(found)
			if w.style == casing.Sentence && (k == 0 || k == 1 && numbered(text[tokens[0].start:tokens[0].end]) || w.follows(text, t.start)) {
				want = raised(want)
			}
		}
		if want != found {
			list = append(list, wrong{t.start, t.end, want})
		}
	}
	return list
}

// numbered reports whether a word is the number of a heading: “2.”
func numbered(s string) bool {
	return len(s) > 1 && strings.HasSuffix(s, ".") && strings.Trim(s, "0123456789.") == ""
}

// title reports whether the style is a title case.
func (w *capitals) title() bool { return w.style == casing.AP || w.style == casing.Chicago }

// inTitle returns word k as a title writes it: each part between hyphens and slashes has a capital but
// for small words inside. A word in capitals is an acronym.
func (w *capitals) inTitle(d *lint.Document, text string, tokens []token, k int) string {
	t := tokens[k]
	found := text[t.start:t.end]
	if found == strings.ToUpper(found) && len(tokens) > 1 && strings.ContainsFunc(text, isLower) {
		return found
	}
	before := ""
	if k > 0 {
		before = bare(text[tokens[k-1].start:tokens[k-1].end])
	}
	edge := k == 0 || k == len(tokens)-1 || strings.HasSuffix(strings.TrimSpace(text[:t.start]), ":")
	must, may := w.style.Small(d.Language, bare(found), before)
	switch {
	case !edge && must:
		return strings.ToLower(found)
	case !edge && may:
		return found
	}
	var b strings.Builder
	for start := 0; start < len(found); {
		end := start + strings.IndexAny(found[start:], "-/") + 1
		if end == start {
			end = len(found)
		}
		part := found[start:end]
		if small, _ := w.style.Small(d.Language, bare(part), ""); start > 0 && small {
			b.WriteString(part)
		} else {
			b.WriteString(raised(part))
		}
		start = end
	}
	return b.String()
}

// bare returns a word without the signs around it.
func bare(s string) string { return strings.TrimFunc(s, func(r rune) bool { return !counts(r) }) }

// raised returns a word with a capital.
func raised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToTitle(r)) + s[n:]
}
