package keyphrase

import (
	"cmp"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

const (
	mostTitleWords = 32 // a longer title is not read to its end
	mostUnits      = 4  // content words of an inferred phrase
	mostSpanned    = 7  // all of its words
)

// titleWords is the words of a title, from which a phrase is inferred. A phrase is a stretch of them
// that begins and ends with a content word and has no punctuation inside.
type titleWords struct {
	phrase *Phrase // of all content words
	words  []titleWord
	versus int // the word by which the title compares two things, or lint.None

	hits   []titleHit
	known  map[uint64]int // keys of words of the text that were looked at: the term, or -1
	counts []int          // of the phrases, by first word and length
}

// titleWord is one word of a title.
type titleWord struct {
	term   int // of the phrase, or -1 for a function word
	key    uint64
	apart  bool // punctuation separates it from the word before
	joined bool // only a hyphen or a slash separates it from the word before
}

// titleHit is a word of the text that is a form of a title's word.
type titleHit struct{ word, term int }

// titles is the title of a document, or nil if no phrase can be inferred from it: a keyphrase is
// declared, or the word forms or function words of its language are not known.
var titles = lint.NewFact(func(d *lint.Document) *titleWords {
	if d.Meta.Keyphrase().Plain() != "" || !inflect.KnowsStems(d.Language) || !wordpack.Of(d.Language).Has("function-words") {
		return nil
	}
	return readTitle(d.Title().Plain(), d.Language)
})

// infer finds the phrase of the title that the text repeats most.
func infer(d *lint.Document) *Inference {
	t := titles.Of(d)
	if t == nil || len(t.phrase.terms) == 0 {
		return nil
	}
	in := &Inference{Title: d.Title(), headline: headlineBlock(d), known: map[uint64]bool{}}
	prose := language.ProseOf(d)
	t.find(d, prose, in.headline)
	t.count(d, prose)
	first, length := t.best()
	if length == 0 {
		return nil
	}
	in.Count, in.units = t.counts[first*mostSpanned+length-1], t.units(first, length)
	for i := range t.words {
		if t.words[i].term >= 0 && !t.words[i].joined {
			in.of++
		}
	}
	for key, term := range t.known {
		for _, w := range t.words[first : first+length] {
			if w.term >= 0 && w.term == term {
				in.known[key] = true
			}
		}
	}
	in.Phrase = adjacentPhrase(t.form(d, prose, first, length), d.Language)
	return in
}

// headlineBlock returns the first heading of level 1, or lint.None.
func headlineBlock(d *lint.Document) int {
	for i, b := range d.Headings() {
		if b.Level == 1 {
			return i
		}
	}
	return lint.None
}

// adjacentPhrase returns a phrase whose words, function words among them, must follow each other,
// in any inflected form.
func adjacentPhrase(text, language string) *Phrase {
	p := &Phrase{Text: text, stemmer: inflect.StemmerOf(language), functional: wordpack.Of(language).Words("function-words"), adjacent: true}
	for _, w := range token.Split(text) {
		p.add(w)
	}
	return p
}

func readTitle(title, language string) *titleWords {
	t := &titleWords{phrase: contentPhrase(title, language), versus: lint.None, known: make(map[uint64]int, 16)}
	functional, comparing := wordpack.Of(language).Words("function-words"), wordpack.Shared().Words("comparing-words")
	for at := 0; len(t.words) < mostTitleWords; {
		start, end, ok := token.Next(title, at)
		if !ok {
			break
		}
		word, gap := title[start:end], title[at:start]
		w := titleWord{term: -1, key: token.Key(word), apart: !t.besides(len(t.words), gap), joined: compound(gap)}
		switch {
		case comparing.Has(w.key):
			t.versus = len(t.words)
		case !functional.Has(w.key):
			w.term = t.phrase.term(word)
		}
		t.words = append(t.words, w)
		at = end
	}
	return t
}

// besides reports whether a gap before word i of the title leaves it adjacent to the word before; a
// full stop may follow the word that compares (“A vs. B”).
func (t *titleWords) besides(i int, gap string) bool {
	if t.versus >= 0 && i == t.versus+1 {
		gap = strings.TrimPrefix(gap, ".")
	}
	return token.Adjacent(gap)
}

// term returns which of the title's words an author's word is a form of, or -1.
func (t *titleWords) term(text string, w *language.Word, key uint64) int {
	word := text[w.Start:w.End]
	if w.Voice != language.Author || !t.phrase.begin.pass(word) {
		return -1
	}
	term, ok := t.known[key]
	if !ok {
		term = t.phrase.term(word)
		t.known[key] = term
	}
	return term
}

// find collects the author's words that are forms of the title's words, outside of the headline.
func (t *titleWords) find(d *lint.Document, prose *language.Prose, headline int) {
	keys := language.WordKeysOf(d)
	for i := range d.Blocks {
		if i == headline {
			continue
		}
		text := d.Blocks[i].Text.String()
		for k, to := prose.Bounds(i); k < to; k++ {
			if term := t.term(text, &prose.Words[k], keys[k]); term >= 0 {
				t.hits = append(t.hits, titleHit{k, term})
			}
		}
	}
}

// count counts every phrase of the title in the text.
func (t *titleWords) count(d *lint.Document, prose *language.Prose) {
	t.counts = make([]int, len(t.words)*mostSpanned)
	for h := range t.hits {
		for first := range t.words {
			if t.words[first].term == t.hits[h].term {
				t.follow(d, prose, h, first, func(length int) { t.counts[first*mostSpanned+length-1]++ })
			}
		}
	}
}

// follow calls found with the length of every phrase that begins with word first of the title and,
// in the text, with hit h.
func (t *titleWords) follow(d *lint.Document, prose *language.Prose, h, first int, found func(length int)) {
	at := t.hits[h].word
	block := prose.Words[at].Block
	text := d.Blocks[block].Text.String()
	inside := func(k int) bool { // the word continues a compound
		return k > 0 && k < len(prose.Words) && prose.Words[k-1].Block == block && prose.Words[k].Block == block &&
			compound(text[prose.Words[k-1].End:prose.Words[k].Start])
	}
	if inside(at) {
		return
	}
	for n := 0; n < min(mostSpanned, len(t.words)-first); n++ {
		k, w := at+n, &t.words[first+n]
		if n > 0 && (w.apart || k >= len(prose.Words) || prose.Words[k].Block != block ||
			!t.besides(first+n, text[prose.Words[k-1].End:prose.Words[k].Start])) {
			return
		}
		switch {
		case w.term < 0 && language.WordKeysOf(d)[k] != w.key:
			return
		case w.term < 0:
			continue
		}
		if n > 0 {
			for h++; h < len(t.hits) && t.hits[h].word < k; h++ {
			}
			if h == len(t.hits) || t.hits[h].word != k || t.hits[h].term != w.term {
				return
			}
		}
		if !inside(k + 1) {
			found(n + 1)
		}
	}
}

// compound reports whether a gap joins two words into one: a single hyphen or slash.
func compound(gap string) bool { return token.IsHyphen(gap) || gap == "/" }

// best returns the first word and the length of the phrase with the most occurrences times the
// square of its content words; on a tie, the longest. The length is 0 if no phrase occurs twice.
func (t *titleWords) best() (first, length int) {
	most, units := 0, 0
	for i, n := range t.counts {
		from, to := i/mostSpanned, i/mostSpanned+i%mostSpanned+1
		if n < 2 || t.words[from].joined || to < len(t.words) && t.words[to].joined || t.versus >= 0 && (from >= t.versus || to <= t.versus+1) {
			continue
		}
		u := t.units(from, to-from)
		if u > mostUnits || units > 1 && u == 1 {
			continue
		}
		if score := u * u * n; units == 1 && u > 1 || score > most || score == most && u > units {
			first, length, most, units = from, to-from, score, u
		}
	}
	return first, length
}

// units returns the number of content words of a phrase, a hyphenated compound counted once.
func (t *titleWords) units(first, length int) (n int) {
	for i := first; i < first+length; i++ {
		if t.words[i].term >= 0 && (i == first || !t.words[i].joined) {
			n++
		}
	}
	return n
}

// form returns the most frequent form of a phrase in the text; on a tie, the shortest, then
// the one in lower case.
func (t *titleWords) form(d *lint.Document, prose *language.Prose, first, length int) (best string) {
	forms := map[string]int{}
	for h := range t.hits {
		if t.hits[h].term != t.words[first].term {
			continue
		}
		t.follow(d, prose, h, first, func(n int) {
			if n == length {
				from, to := &prose.Words[t.hits[h].word], &prose.Words[t.hits[h].word+n-1]
				s := d.Blocks[from.Block].Text.Slice(int(from.Start), int(to.End))
				forms[s]++
				if n := cmp.Compare(forms[s], forms[best]); n > 0 || n == 0 && (len(s) < len(best) || len(s) == len(best) && s > best) {
					best = s
				}
			}
		})
	}
	return best
}
