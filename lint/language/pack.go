package language

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/wordlist"
)

// Pack holds the words of one language: its lists as they are written, and the sets and
// lexicons that are compiled from them. A list is asked for by its name and compiled on
// first use; asking for it again costs a look into a map. A language without data has an
// empty pack, and a list that a pack does not have is empty.
//
// What a pack returns is shared: read it only. Any number of goroutines may ask.
type Pack struct {
	*wordlist.Lists
	sets     map[string]*lazy[*WordSet] // of single lists
	lexicons map[string]*lazy[*Lexicon]
	combined sync.Map // what was compiled from several lists at once, by combination
}

// lazy is a value that is made when it is first asked for.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(compile func() T) T {
	l.once.Do(func() { l.value = compile() })
	return l.value
}

// combination is the key of what several lists make together.
type combination struct {
	phrases bool
	names   string
}

var (
	noWords   = NewWordSet()
	noPhrases = NewLexicon(nil)
)

// PackOf returns the words of a language (a BCP 47 tag; "" is English). Languages
// without lists share one pack, which is empty.
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

// SharedPack returns the lists of all languages in one: a list has the entries that the
// languages have under its name. It is for what is looked for whatever the language of a
// draft is, such as abbreviations, which stand in names.
func SharedPack() *Pack { return sharedPack() }

var sharedPack = sync.OnceValue(func() *Pack { return newPack(wordlist.All()) })

// WithLists returns the languages whose packs have all of these lists, for
// [lint.Rule.Languages]: a rule knows a language when its words are there. It panics
// where no language has them, since no name of a list is right then.
func WithLists(names ...string) []string { return wordlist.With(names...) }

func newPack(lists *wordlist.Lists) *Pack {
	p := &Pack{Lists: lists, sets: map[string]*lazy[*WordSet]{}, lexicons: map[string]*lazy[*Lexicon]{}}
	for _, name := range lists.Names() {
		p.sets[name], p.lexicons[name] = &lazy[*WordSet]{}, &lazy[*Lexicon]{}
	}
	return p
}

// Words returns the words of one or several lists as one set. White space parts the
// words of a list.
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

// Phrases returns the phrases of one or several lists as one lexicon. A line of a list
// is a phrase; what follows an equals sign is no part of it. The class of an entry is
// the name of its list.
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

// combine returns what was compiled for a key, or compiles it. Two goroutines that
// need it first may both compile it; one result is kept.
func combine[T any](p *Pack, key combination, compile func() T) T {
	made, ok := p.combined.Load(key)
	if !ok {
		made, _ = p.combined.LoadOrStore(key, compile())
	}
	value, _ := made.(T) // a key stands for one type
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
