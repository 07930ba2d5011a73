// Package wordlist holds the words of each language that the program supports: embedded text
// files, one folder per language.
//
// [Of] returns the lists of a language by name. They are read on first use and cached. Callers,
// above all package wordpack, compile them into sets, lexicons and tables of classes. This package
// imports no other package of the program, so that every package can import it. The
// trade-off: names of lists are strings, so a test reads all Go files and compares the names that
// they use with those in the files.
package wordlist

import (
	"slices"
	"strings"
	"sync"
)

// Lists holds the word lists of one language. A language without data has none, and a missing list
// is empty. The returned values are shared and must not be modified. Any number of goroutines may
// use them.
type Lists struct{ lists map[string]*list }

// list is the lines of a list, without comments, and the values derived from them.
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

// Lines returns the lines of a list in order, for phrases and for lists whose entries have values.
func (l *Lists) Lines(name string) []string {
	if x := l.lists[name]; x != nil {
		return x.lines
	}
	return nil
}

// List returns the words of a list in order, separated by white space: numerals, months.
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

// Table returns a list as a map: in a line "key, key = value" each key maps to the value, and the
// first line with a key wins. Keys and values are as written.
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
