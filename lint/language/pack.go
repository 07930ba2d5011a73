package language

import (
	"slices"
	"strings"
	"sync"
)

// Pack holds the word lists of one language, which stand in text files (see
// readPack for how they are written). A list is asked for by its name and compiled on
// first use; asking for it again costs a look into a map. A language without data has
// an empty pack, and a list that a pack does not have is empty.
//
// A pack is not changed once it is read, nor may what it returns be; any number of
// goroutines may use it.
type Pack struct {
	lists    map[string]*wordList
	combined sync.Map // what was compiled from several lists at once, by combination
}

// wordList is one list: its lines, without remarks, and what was compiled from them.
type wordList struct {
	lines   []string
	words   lazy[*WordSet]
	phrases lazy[*Lexicon]
	list    lazy[[]string]
	table   lazy[map[string]string]
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

// Has reports whether the pack has a list of this name.
func (p *Pack) Has(name string) bool { return p.lists[name] != nil }

// Words returns the words of one or several lists as one set. White space parts the
// words of a list.
func (p *Pack) Words(names ...string) *WordSet {
	if len(names) == 1 {
		l := p.lists[names[0]]
		if l == nil {
			return noWords
		}
		return l.words.get(func() *WordSet { return NewWordSet(fields(l.lines)...) })
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
		l := p.lists[names[0]]
		if l == nil {
			return noPhrases
		}
		return l.phrases.get(func() *Lexicon { return NewLexicon(l.entries(names[0])) })
	}
	return combine(p, combination{true, strings.Join(names, " ")}, func() *Lexicon {
		var entries []Entry
		for _, name := range names {
			if l := p.lists[name]; l != nil {
				entries = append(entries, l.entries(name)...)
			}
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

// List returns the words of a list in their order: numerals, months. White space parts
// them.
func (p *Pack) List(name string) []string {
	l := p.lists[name]
	if l == nil {
		return nil
	}
	return l.list.get(func() []string { return fields(l.lines) })
}

// Lines returns the lines of a list in their order, for phrases and for lists that say
// more of a word than that it is one.
func (p *Pack) Lines(name string) []string {
	if l := p.lists[name]; l != nil {
		return l.lines
	}
	return nil
}

// Table returns what a list says of its entries: of a line "key, key = value" each key
// leads to the value, and the first line that has a key counts. Keys and values are as
// written.
func (p *Pack) Table(name string) map[string]string {
	l := p.lists[name]
	if l == nil {
		return nil
	}
	return l.table.get(func() map[string]string {
		table := make(map[string]string, len(l.lines))
		for _, line := range l.lines {
			keys, value, _ := strings.Cut(line, "=")
			for key := range strings.SplitSeq(keys, ",") {
				if key = strings.TrimSpace(key); key != "" && table[key] == "" {
					table[key] = strings.TrimSpace(value)
				}
			}
		}
		return table
	})
}

func (l *wordList) entries(class string) []Entry {
	list := make([]Entry, 0, len(l.lines))
	for _, line := range l.lines {
		phrase, _, _ := strings.Cut(line, "=")
		list = append(list, Entry{strings.TrimSpace(phrase), class})
	}
	return list
}

func fields(lines []string) []string {
	var list []string
	for _, line := range lines {
		list = append(list, strings.Fields(line)...)
	}
	return list
}

// names returns the names of the pack's lists in alphabetical order.
func (p *Pack) names() []string {
	list := make([]string, 0, len(p.lists))
	for name := range p.lists {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}
