package wordlist

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

// The languages that have word lists, one folder each. To add a language, add its folder here; no
// other Go code needs to change.
//
//go:embed de en es fr it ja nl pt ru zh
var files embed.FS

// languages is keyed by primary subtag; each language is read on first use.
var languages = sync.OnceValue(func() map[string]func() *Lists { return open(files) })

var none = &Lists{}

// Of returns the lists of a language, by the primary subtag of its BCP 47 tag in lower case. All
// languages without lists share one empty value.
func Of(primary string) *Lists {
	if read := languages()[primary]; read != nil {
		return read()
	}
	return none
}

// Primary returns the primary subtag of a BCP 47 tag, "en" for an empty one.
func Primary(tag string) string {
	end := 0
	for end < len(tag) && tag[end] != '-' && tag[end] != '_' {
		end++
	}
	if end == 0 {
		return "en"
	}
	return strings.ToLower(tag[:end])
}

// Languages returns the primary subtags of the languages that have lists, in alphabetical
// order.
func Languages() []string { return slices.Sorted(maps.Keys(languages())) }

// All returns the lists of all languages merged: each list has the entries of every language's
// list of that name. It is for searches that do not depend on the language of a draft, such as
// abbreviations, which occur in names.
func All() *Lists { return all() }

var all = sync.OnceValue(func() *Lists { return merge(languages()) })

func merge(languages map[string]func() *Lists) *Lists {
	merged := &Lists{map[string]*list{}}
	for _, tag := range slices.Sorted(maps.Keys(languages)) {
		for name, l := range languages[tag]().lists {
			if merged.lists[name] == nil {
				merged.lists[name] = &list{}
			}
			merged.lists[name].lines = append(merged.lists[name].lines, l.lines...)
		}
	}
	return merged
}

// With returns the languages that have all of these lists. It panics if none has, since the name
// of a list must then be wrong.
func With(names ...string) []string { return with(languages(), names) }

func with(languages map[string]func() *Lists, names []string) (tags []string) {
	for tag, read := range languages {
		l := read()
		if !slices.ContainsFunc(names, func(name string) bool { return !l.Has(name) }) {
			tags = append(tags, tag)
		}
	}
	if len(tags) == 0 {
		panic(fmt.Sprintf("wordlist: no language has the lists %q", names))
	}
	slices.Sort(tags)
	return tags
}

// open returns the lists of a file system by folder name. A file that cannot be read as lists is a
// bug in the program; a test reads them all.
func open(files fs.FS) map[string]func() *Lists {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err)
	}
	languages := make(map[string]func() *Lists, len(entries))
	for _, e := range entries {
		tag := e.Name()
		languages[tag] = sync.OnceValue(func() *Lists {
			l, err := read(files, tag)
			if err != nil {
				panic(err)
			}
			return l
		})
	}
	return languages
}

var errNoList = errors.New("an entry before the first [list]")

// read reads the files of a language's folder, one per topic. A line in brackets, "[name]", begins
// a list; the name must be unique within the language. Each line after it is an entry or several
// words. A # begins a comment, and empty lines are ignored.
func read(files fs.FS, folder string) (*Lists, error) {
	names, err := fs.Glob(files, path.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	l := &Lists{map[string]*list{}}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := l.add(string(data)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return l, nil
}

func (l *Lists) add(data string) error {
	var at *list
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']':
			name := line[1 : len(line)-1]
			if l.lists[name] != nil {
				return fmt.Errorf("duplicate list %q", name)
			}
			at = &list{}
			l.lists[name] = at
		case at == nil:
			return errNoList
		default:
			at.lines = append(at.lines, line)
		}
	}
	return nil
}
