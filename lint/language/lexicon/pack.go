package lexicon

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/wordpack"
)

// compiled is the lexicons of the lists of a pack, each compiled on first use.
type compiled struct {
	single   map[string]func() *Lexicon // one per list
	combined sync.Map                   // of several lists, by their names
}

var compiledOf = wordpack.NewFact(func(p *wordpack.Pack) *compiled {
	c := &compiled{single: map[string]func() *Lexicon{}}
	for _, name := range p.Names() {
		c.single[name] = sync.OnceValue(func() *Lexicon { return New(entries(p, name)) })
	}
	return c
})

var noPhrases = New(nil)

// Of returns the phrases of one or several lists of a pack as one lexicon. Each line of a list is a
// phrase, up to an equals sign. The class of an entry is the name of its list. The lexicon is
// compiled on first use and shared; a list that the pack does not have is empty.
func Of(p *wordpack.Pack, names ...string) *Lexicon {
	c := compiledOf.From(p)
	if len(names) == 1 {
		if l := c.single[names[0]]; l != nil {
			return l()
		}
		return noPhrases
	}
	key := strings.Join(names, " ")
	made, ok := c.combined.Load(key)
	if !ok { // two goroutines that need it first may both compile it; one result is kept
		var list []Entry
		for _, name := range names {
			list = append(list, entries(p, name)...)
		}
		made, _ = c.combined.LoadOrStore(key, New(list))
	}
	l, _ := made.(*Lexicon) // the map contains nothing else
	return l
}

func entries(p *wordpack.Pack, name string) []Entry {
	lines := p.Lines(name)
	list := make([]Entry, 0, len(lines))
	for _, line := range lines {
		phrase, _, _ := strings.Cut(line, "=")
		list = append(list, Entry{strings.TrimSpace(phrase), name})
	}
	return list
}
