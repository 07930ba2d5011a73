// Package wordpack compiles the word lists of a language into sets.
//
// [Of] returns the [Pack] of a language, [Shared] that of all languages together. A list is
// requested by name and compiled on first use. What a rule derives from several lists is a [Fact],
// computed once per language. Phrases of several words are compiled by package lexicon.
//
// The words themselves are text files in package wordlist, one folder per language; Go code
// contains none, so adding a language means adding its folder. The trade-off: names of lists are
// strings, so a test compares those in the code with those in the files.
package wordpack

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordlist"
)

// Pack holds the words of one language: its lists as written, and the sets compiled from them. A
// list is requested by name and compiled on first use; later requests cost a map
// lookup. A language without data has an empty pack, and a list that a pack does not have is
// empty.
//
// The returned values are shared and must not be modified. Any number of goroutines may use a
// pack.
type Pack struct {
	*wordlist.Lists
	sets     map[string]func() *token.Set // one per list
	combined sync.Map                     // sets compiled from several lists, by their names
}

var noWords = token.NewSet()

// Of returns the words of a language (a BCP 47 tag; "" is English). Languages without lists
// share one empty pack.
func Of(tag string) *Pack {
	if open := packs()[wordlist.Primary(tag)]; open != nil {
		return open()
	}
	return emptyPack
}

var packs = sync.OnceValue(func() map[string]func() *Pack {
	all := map[string]func() *Pack{}
	for _, tag := range wordlist.Languages() {
		all[tag] = sync.OnceValue(func() *Pack { return newPack(wordlist.Of(tag)) })
	}
	return all
})

var emptyPack = newPack(&wordlist.Lists{})

// Shared returns the lists of all languages merged: each list has the entries of every
// language's list of that name. It is for searches that do not depend on the language of a draft,
// such as abbreviations, which occur in names.
func Shared() *Pack { return sharedPack() }

var sharedPack = sync.OnceValue(func() *Pack { return newPack(wordlist.All()) })

// WithLists returns the languages whose packs have all of these lists, for [lint.Rule.Languages]:
// a rule supports a language if its words are there. It panics if no language has them, since the
// name of a list must then be wrong.
func WithLists(names ...string) []string { return wordlist.With(names...) }

func newPack(lists *wordlist.Lists) *Pack {
	p := &Pack{Lists: lists, sets: map[string]func() *token.Set{}}
	for _, name := range lists.Names() {
		p.sets[name] = sync.OnceValue(func() *token.Set { return token.NewSet(p.List(name)...) })
	}
	return p
}

// Words returns the words of one or several lists as one set. The words of a list are separated by
// white space.
func (p *Pack) Words(names ...string) *token.Set {
	if len(names) == 1 {
		if set := p.sets[names[0]]; set != nil {
			return set()
		}
		return noWords
	}
	key := strings.Join(names, " ")
	made, ok := p.combined.Load(key)
	if !ok { // two goroutines that need it first may both compile it; one result is kept
		var words []string
		for _, name := range names {
			words = append(words, p.List(name)...)
		}
		made, _ = p.combined.LoadOrStore(key, token.NewSet(words...))
	}
	set, _ := made.(*token.Set) // the map contains nothing else
	return set
}
