package keyphrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Phrase is a keyphrase compiled for matching. Every content word must occur, in any order and any
// inflected form; function words do not count. A compound counts however it is written: open,
// hyphenated or closed (phrase_closed.go). A phrase in double quotation marks matches literally
// (except for case and typography): the same words, in the same order, next to each other.
//
// A phrase does not change after it is built; any number of goroutines may use it.
type Phrase struct {
	Text  string   // as declared, without quotation marks
	Words []string // its content words as declared, or all words if none is a content word
	Exact bool

	adjacent bool // its words follow each other in the text, in any form

	stemmer    inflect.Stemmer
	functional *token.Set
	terms      []term       // one for each of Words
	closed     []closedForm // of neighbouring words
	begin      beginnings   // of the forms of all terms
}

// term is one content word of a phrase.
type term struct {
	folded string
	stem   string
	forms  []string // folded forms that do not share the beginning of the stem
	prefix int      // how many bytes of the stem every other form begins with; -1 disables the check
}

// NewPhrase compiles a phrase for a language (a BCP 47 tag; "" is English). A text without a word
// makes a phrase that matches nothing.
func NewPhrase(text, language string) *Phrase {
	p := contentPhrase(text, language)
	if !p.Exact {
		p.admitClosed()
	}
	return p
}

// contentPhrase is NewPhrase without other ways to write compounds, for phrases that are made for
// every draft.
func contentPhrase(text, language string) *Phrase {
	p := &Phrase{stemmer: inflect.StemmerOf(language), functional: wordpack.Of(language).Words("function-words")}
	p.Text, p.Exact = unquote(strings.TrimSpace(text))
	all := token.Split(p.Text)
	for _, w := range all {
		if !p.Exact && p.functional.HasWord(w) {
			continue
		}
		p.add(w)
	}
	if len(p.Words) == 0 {
		for _, w := range all {
			p.add(w)
		}
	}
	return p
}

// add adds a content word, unless another form of it has already been added.
func (p *Phrase) add(word string) {
	t := term{folded: token.FoldCase(word), prefix: -1}
	if t.folded == "" {
		return
	}
	if !p.Exact {
		t = p.newTerm(word)
		if !p.adjacent && slices.ContainsFunc(p.terms, func(o term) bool { return o.stem == t.stem }) {
			return
		}
		p.prepare(&t)
	}
	p.begin.admit(&t, p.stemmer.Elides)
	p.Words = append(p.Words, word)
	p.terms = append(p.terms, t)
}

// newTerm returns the term of a word without full stops between letters, unless that would make it
// a function word: “U.S.” is not “us”.
func (p *Phrase) newTerm(word string) term {
	t := term{folded: p.stemmer.Fold(word), prefix: -1}
	if solid, ok := withoutStops(t.folded); ok && !p.functional.HasWord(solid) {
		t.folded, t.forms = solid, append(t.forms, t.folded)
	}
	t.stem = p.stemmer.Stem(t.folded)
	return t
}

// prepare computes the fields by which matches rejects most words without stemming them.
func (p *Phrase) prepare(t *term) {
	lemma := t.folded
	if l, ok := p.stemmer.Lemma(lemma); ok {
		lemma = l
	} else if p.stemmer.Irregular(t.stem) != nil {
		lemma = t.stem // the stem of “running” is “run”, whose irregular form is “ran”
	}
	t.forms = append(append(t.forms, lemma), p.stemmer.Irregular(lemma)...)
	if !p.stemmer.Prefixes {
		// Stemmers change at most the last letter of the stem (city, citi); at least two letters
		// are compared even for the shortest stem.
		t.prefix = min(3, len(t.stem), max(len(t.stem)-1, 1))
	}
}

// matches reports whether a word of a text is a form of the term.
func (p *Phrase) matches(t *term, word string) bool {
	if p.Exact {
		return token.FoldCase(word) == t.folded
	}
	return p.matchesFolded(t, p.stemmer.Fold(word))
}

// matchesFolded is matches for a word that was folded and a phrase that is not exact.
func (p *Phrase) matchesFolded(t *term, folded string) bool {
	if p.isForm(t, folded) {
		return true
	}
	solid, ok := withoutStops(folded)
	return ok && p.isForm(t, solid)
}

// isForm reports whether a folded word is a form of the term.
func (p *Phrase) isForm(t *term, folded string) bool {
	if folded == t.folded || slices.Contains(t.forms, folded) {
		return true
	}
	if t.prefix >= 0 && !strings.HasPrefix(folded, t.stem[:t.prefix]) {
		return false
	}
	return p.stemmer.Stem(folded) == t.stem
}

// unquote removes double quotation marks from both ends.
func unquote(s string) (text string, quoted bool) {
	for _, m := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}} {
		if len(s) > len(m[0])+len(m[1]) && strings.HasPrefix(s, m[0]) && strings.HasSuffix(s, m[1]) {
			return strings.TrimSpace(s[len(m[0]) : len(s)-len(m[1])]), true
		}
	}
	return s, false
}
