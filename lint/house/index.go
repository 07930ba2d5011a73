package house

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/lexicon"
)

// index is the phrases of all rules of a set, which are searched for together. It is
// completed while the rules are read, and does not change afterwards.
type index struct {
	rules   int // that have phrases
	terms   []term
	entries []entry             // forms of the terms, once the book is made
	phrases []lexicon.BookEntry // of the entries
	wanted  places              // where any rule looks
	fields  []string            // metadata fields in which any rule looks

	book func() *lexicon.Book
	hits *lint.Fact[[]hit]
}

// term is what a rule says about a phrase and all of its forms.
type term struct {
	phrase  string // as listed, or the right form of a name
	listed  string // what is looked for, if that is not the phrase
	forms   bool   // inflected forms are looked for, too
	exact   bool   // capitals count
	acronym bool   // capitals count in the letters that are listed
	guess   bool   // it differs from a name in a letter
	rule    int32
	lang    string
	instead []string // what to write, the best first; empty if the rule does not say
	remove  bool     // the phrase is to be taken out
	allowed bool     // nothing is wrong with the phrase, nor with a listed one inside it
	note    string
	message *message      // of the term; nil for that of its rule
	worst   lint.Severity // Unset for that of the rule
	group   int           // of “one-of”
}

// matches reports whether a text that was found has the capitals that count.
func (t *term) matches(found string) bool {
	return !t.acronym || strings.HasPrefix(found, t.searched())
}

// entry is one form of a phrase.
type entry struct {
	rule, term int32
	form       inflect.Kind
	last       bool // the last word is inflected, not the first
}

// hit is an occurrence of a phrase of a rule.
type hit struct {
	entry      int32
	passage    int32
	start, end int32
	at         places
}

func newIndex() *index {
	x := &index{}
	x.book = sync.OnceValue(x.makeBook)
	x.hits = lint.NewFact(x.find)
	return x
}

// look adds the places of a rule to those that are searched.
func (x *index) look(s scope) {
	x.wanted |= s.in
	x.fields = append(x.fields, s.fields...)
}

// makeBook makes the forms of all terms and compiles them. It runs when the first draft is
// checked: a run whose results are all cached does without.
func (x *index) makeBook() *lexicon.Book {
	for i := range x.terms {
		x.terms[i].enter(x, int32(i))
	}
	return lexicon.NewBook(x.phrases)
}

// add adds a form of a phrase.
func (x *index) add(e entry, phrase string, exact bool) {
	x.entries = append(x.entries, e)
	x.phrases = append(x.phrases, lexicon.BookEntry{Phrase: phrase, Exact: exact})
}

// find searches a draft for all phrases of all rules. The hits are sorted by rule, then by
// place, the longest first.
func (x *index) find(d *lint.Document) []hit {
	var hits []hit
	book, list := x.book(), passages.Of(d)
	for i := range list {
		p := &list[i]
		if p.at&x.wanted == 0 && !contains(x.fields, p.field) {
			continue
		}
		yield := func(h lexicon.BookHit) {
			if x.terms[x.entries[h.Entry].term].matches(p.text.Slice(h.Start, h.End)) {
				hits = append(hits, hit{int32(h.Entry), int32(i), int32(h.Start), int32(h.End), 0})
			}
		}
		if p.block == lint.None {
			book.InText(p.text.String(), yield)
		} else {
			book.InBlock(d, p.block, yield)
		}
	}
	for i := range hits {
		hits[i].at = list[hits[i].passage].placesAt(d, int(hits[i].start))
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(x.entries[a.entry].rule, x.entries[b.entry].rule), cmp.Compare(a.passage, b.passage),
			cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return hits
}

// of returns the hits of a rule in a draft: where phrases overlap, the first and longest,
// and none inside a phrase that is allowed.
func (x *index) of(rule int, s *scope, d *lint.Document) (own []hit) {
	all := x.hits.Of(d)
	from := sort.Search(len(all), func(k int) bool { return int(x.entries[all[k].entry].rule) >= rule })
	all = all[from:]
	all = all[:sort.Search(len(all), func(k int) bool { return int(x.entries[all[k].entry].rule) > rule })]
	list := passages.Of(d)
	for i := range all {
		h := &all[i]
		if x.overlaps(own, all, i) || !s.selects(h.at, list[h.passage].field) || x.terms[x.entries[h.entry].term].allowed {
			continue
		}
		own = append(own, *h)
	}
	return own
}

// overlaps reports whether a hit overlaps one that was taken, or an allowed phrase.
func (x *index) overlaps(taken, all []hit, i int) bool {
	h := &all[i]
	if n := len(taken); n > 0 && taken[n-1].passage == h.passage && taken[n-1].end > h.start {
		return true
	}
	for k := i - 1; k >= 0 && all[k].passage == h.passage && all[k].start > h.start-longPhrase; k-- {
		if all[k].end > h.start && x.terms[x.entries[all[k].entry].term].allowed {
			return true
		}
	}
	for k := i + 1; k < len(all) && all[k].passage == h.passage && all[k].start < h.end; k++ {
		if x.terms[x.entries[all[k].entry].term].allowed {
			return true
		}
	}
	return false
}
