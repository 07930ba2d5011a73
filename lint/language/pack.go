package language

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/wordlist"
)

// Pack holds the words of one language: its lists as written, and the sets and lexicons compiled
// from them. A list is requested by name and compiled on first use; later requests cost a map
// lookup. A language without data has an empty pack, and a list that a pack does not have is
// empty.
//
// The returned values are shared and must not be modified. Any number of goroutines may use a
// pack.
type Pack struct {
	*wordlist.Lists
	sets     map[string]*lazy[*WordSet] // one per list
	lexicons map[string]*lazy[*Lexicon]
	combined sync.Map // values compiled from several lists, by combination
}

// lazy is a value that is computed on first use.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(compile func() T) T {
	l.once.Do(func() { l.value = compile() })
	return l.value
}

// combination is the key of a value that is compiled from several lists.
type combination struct {
	phrases bool
	names   string
}

var (
	noWords   = NewWordSet()
	noPhrases = NewLexicon(nil)
)

// PackOf returns the words of a language (a BCP 47 tag; "" is English). Languages without lists
// share one empty pack.
func PackOf(tag string) *Pack {
	if open := packs()[primary(tag)]; open != nil {
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

// SharedPack returns the lists of all languages merged: each list has the entries of every
// language's list of that name. It is for searches that do not depend on the language of a draft,
// such as abbreviations, which occur in names.
func SharedPack() *Pack { return sharedPack() }

var sharedPack = sync.OnceValue(func() *Pack { return newPack(wordlist.All()) })

// WithLists returns the languages whose packs have all of these lists, for [lint.Rule.Languages]:
// a rule supports a language if its words are there. It panics if no language has them, since the
// name of a list must then be wrong.
func WithLists(names ...string) []string { return wordlist.With(names...) }

func newPack(lists *wordlist.Lists) *Pack {
	p := &Pack{Lists: lists, sets: map[string]*lazy[*WordSet]{}, lexicons: map[string]*lazy[*Lexicon]{}}
	for _, name := range lists.Names() {
		p.sets[name], p.lexicons[name] = &lazy[*WordSet]{}, &lazy[*Lexicon]{}
	}
	return p
}

// Words returns the words of one or several lists as one set. The words of a list are separated by
// white space.
func (p *Pack) Words(names ...string) *WordSet {
	if len(names) == 1 {
		set := p.sets[names[0]]
		if set == nil {
			return noWords
		}
		return set.get(func() *WordSet { return NewWordSet(p.List(names[0])...) })
	}
	return combine(p, combination{false, strings.Join(names, " ")}, func() *WordSet {
		var words []string
		for _, name := range names {
			words = append(words, p.List(name)...)
		}
		return NewWordSet(words...)
	})
}

// Phrases returns the phrases of one or several lists as one lexicon. Each line of a list is a
// phrase, up to an equals sign. The class of an entry is the name of its list.
func (p *Pack) Phrases(names ...string) *Lexicon {
	if len(names) == 1 {
		lexicon := p.lexicons[names[0]]
		if lexicon == nil {
			return noPhrases
		}
		return lexicon.get(func() *Lexicon { return NewLexicon(p.entries(names[0])) })
	}
	return combine(p, combination{true, strings.Join(names, " ")}, func() *Lexicon {
		var entries []Entry
		for _, name := range names {
			entries = append(entries, p.entries(name)...)
		}
		return NewLexicon(entries)
	})
}

// combine returns the compiled value of a key, or compiles it. Two goroutines that need it first
// may both compile it; one result is kept.
func combine[T any](p *Pack, key combination, compile func() T) T {
	made, ok := p.combined.Load(key)
	if !ok {
		made, _ = p.combined.LoadOrStore(key, compile())
	}
	value, _ := made.(T) // each key has values of one type
	return value
}

func (p *Pack) entries(name string) []Entry {
	lines := p.Lines(name)
	list := make([]Entry, 0, len(lines))
	for _, line := range lines {
		phrase, _, _ := strings.Cut(line, "=")
		list = append(list, Entry{strings.TrimSpace(phrase), name})
	}
	return list
}
