// Package wordlist holds the words of each language that the program knows: text files,
// a folder a language, which are embedded.
//
// [Of] returns the lists of a language by their names. They are read on first use and
// kept; what is made of them (sets, lexicons, tables of classes) is the work of those who
// ask, most of all of package language and its Pack. This package imports nothing, so
// that everything may ask it. The trade: names of lists are strings, so a test reads all
// Go files and compares the names that they ask for with those that the files have.
package wordlist

import (
	"slices"
	"strings"
	"sync"
)

// Lists holds the word lists of one language. A language without data has none, and a
// list that is not there is empty. What the methods return is shared: read it only. Any
// number of goroutines may ask.
type Lists struct{ lists map[string]*list }

// list is the lines of a list, without remarks, and what was made of them.
type list struct {
	lines     []string
	words     []string
	table     map[string]string
	split     sync.Once
	tabulated sync.Once
}

// Has reports whether there is a list of this name.
func (l *Lists) Has(name string) bool { return l.lists[name] != nil }

// Names returns the names of all lists in alphabetical order.
func (l *Lists) Names() []string {
	names := make([]string, 0, len(l.lists))
	for name := range l.lists {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Lines returns the lines of a list in their order, for phrases and for lists that say
// more of a word than that it is one.
func (l *Lists) Lines(name string) []string {
	if x := l.lists[name]; x != nil {
		return x.lines
	}
	return nil
}

// List returns the words of a list in their order: numerals, months. White space parts
// them.
func (l *Lists) List(name string) []string {
	x := l.lists[name]
	if x == nil {
		return nil
	}
	x.split.Do(func() {
		for _, line := range x.lines {
			x.words = append(x.words, strings.Fields(line)...)
		}
	})
	return x.words
}

// Table returns what a list says of its entries: of a line "key, key = value" each key
// leads to the value, and the first line that has a key counts. Keys and values are as
// written.
func (l *Lists) Table(name string) map[string]string {
	x := l.lists[name]
	if x == nil {
		return nil
	}
	x.tabulated.Do(func() {
		x.table = make(map[string]string, len(x.lines))
		for _, line := range x.lines {
			keys, value, _ := strings.Cut(line, "=")
			for key := range strings.SplitSeq(keys, ",") {
				if key = strings.TrimSpace(key); key != "" && x.table[key] == "" {
					x.table[key] = strings.TrimSpace(value)
				}
			}
		}
	})
	return x.table
}
