package language

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// The languages that have word lists, a folder each. To add a language is to add its
// folder here; nothing else in Go needs to know of it.
//
//go:embed de en es fr it nl pt
var packFiles embed.FS

// packs are by the primary subtag of their language, each read when it is first asked
// for.
var packs = sync.OnceValue(func() map[string]func() *Pack { return openPacks(packFiles) })

var emptyPack = &Pack{}

// PackOf returns the word lists of a language (a BCP 47 tag; "" is English). A
// language without lists has an empty pack.
func PackOf(tag string) *Pack {
	if open := packs()[primary(tag)]; open != nil {
		return open()
	}
	return emptyPack
}

// SharedPack returns the lists of all languages in one: a list has the entries that the
// languages have under its name. It is for what is looked for whatever the language of a
// draft is, such as abbreviations, which stand in names.
func SharedPack() *Pack { return sharedPack() }

var sharedPack = sync.OnceValue(func() *Pack { return merge(packs()) })

func merge(packs map[string]func() *Pack) *Pack {
	all := &Pack{lists: map[string]*wordList{}}
	for _, tag := range slices.Sorted(maps.Keys(packs)) {
		for name, l := range packs[tag]().lists {
			if all.lists[name] == nil {
				all.lists[name] = &wordList{}
			}
			all.lists[name].lines = append(all.lists[name].lines, l.lines...)
		}
	}
	return all
}

// WithLists returns the languages whose packs have all of these lists, for
// [lint.Rule.Languages]: a rule knows a language when its words are there. It panics
// where no language has them, since no name of a list is right then.
func WithLists(names ...string) []string { return withLists(packs(), names) }

func withLists(packs map[string]func() *Pack, names []string) (languages []string) {
	for tag, open := range packs {
		p := open()
		if !slices.ContainsFunc(names, func(name string) bool { return !p.Has(name) }) {
			languages = append(languages, tag)
		}
	}
	if len(languages) == 0 {
		panic(fmt.Sprintf("language: no language has the lists %q", names))
	}
	slices.Sort(languages)
	return languages
}

// openPacks returns the packs of a file system by the names of its folders. A file that
// cannot be read as lists is a mistake in the program; a test reads them all.
func openPacks(files fs.FS) map[string]func() *Pack {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err)
	}
	open := make(map[string]func() *Pack, len(entries))
	for _, e := range entries {
		tag := e.Name()
		open[tag] = sync.OnceValue(func() *Pack {
			p, err := readPack(files, tag)
			if err != nil {
				panic(err)
			}
			return p
		})
	}
	return open
}

var errNoList = errors.New("an entry stands in front of the first [list]")

// readPack reads the files of a language's folder, a topic each. A line in brackets,
// "[name]", begins a list, whose name no other list of the language has; each line
// below it is an entry or several words. What follows a # is a remark, and empty lines
// do not count.
func readPack(files fs.FS, folder string) (*Pack, error) {
	names, err := fs.Glob(files, path.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	p := &Pack{lists: map[string]*wordList{}}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := p.read(string(data)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return p, nil
}

func (p *Pack) read(data string) error {
	var l *wordList
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']':
			name := line[1 : len(line)-1]
			if p.lists[name] != nil {
				return fmt.Errorf("the list %q is there twice", name)
			}
			l = &wordList{}
			p.lists[name] = l
		case l == nil:
			return errNoList
		default:
			l.lines = append(l.lines, line)
		}
	}
	return nil
}
