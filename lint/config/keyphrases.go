package config

import (
	"bytes"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// The limits of a map of keyphrases. A row takes some 60 bytes, so that a site of 60,000
// articles fits.
const (
	mapSize     = 4 << 20 // bytes
	mapRows     = 100_000
	mapKey      = 1024 // bytes of a path or slug
	mapPhrase   = 200  // bytes of a keyphrase
	mapProblems = 20   // that are reported; a file of the wrong kind has one per row
)

// keyphraseMap is the map of keyphrases of a repository: the keyphrases of each article, by
// path or slug.
type keyphraseMap struct {
	of  map[string]parse.Keyphrases
	at  map[string]int // the line of each key
	dir string         // paths are relative to this folder

	shown string // the file as messages show it
}

// keyphrases reads the map that a configuration names. Like all files that a configuration
// names, it must be in the repository, with links resolved.
func keyphrases(d *decoder, t text, at *Place) *keyphraseMap {
	if t.Node == nil {
		return nil
	}
	name := filepath.FromSlash(t.Value)
	rel, err := filepath.Rel(at.Repository, filepath.Join(at.Dir, name))
	if err != nil || filepath.IsAbs(name) || !filepath.IsLocal(rel) {
		d.Fail(t.Node, "keyphrases %s leads out of the repository", strict.Quoted(t.Value))
		return nil
	}
	read := map[string]func(*mapReader, []byte){".csv": (*mapReader).csv, ".yml": (*mapReader).yaml, ".yaml": (*mapReader).yaml}[strings.ToLower(path.Ext(t.Value))]
	if read == nil {
		d.Fail(t.Node, "keyphrases %s: a map of keyphrases must be a .csv, .yml or .yaml file", strict.Quoted(t.Value))
		return nil
	}
	content, err := strict.ReadFile(at.Files, filepath.ToSlash(rel), mapSize)
	if err != nil {
		d.Fail(t.Node, "keyphrases %s: %s", strict.Quoted(t.Value), strict.Printable(err.Error()))
		return nil
	}
	shown := filepath.ToSlash(filepath.Join(filepath.Dir(filepath.FromSlash(d.File)), name))
	return readKeyphrases(d, shown, at.Dir, content, read)
}

// readKeyphrases reads the content of a map and adds its problems to d.
func readKeyphrases(d *decoder, file, dir string, content []byte, read func(*mapReader, []byte)) *keyphraseMap {
	r := &mapReader{
		decoder: decoder{File: file},
		out:     &keyphraseMap{of: map[string]parse.Keyphrases{}, at: map[string]int{}, dir: dir, shown: file},
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if utf8.Valid(content) {
		read(r, content)
	} else {
		r.Fail(&yaml.Node{}, "the file is not UTF-8; save it in UTF-8")
	}
	if n := len(r.Problems); n > mapProblems {
		last := r.Problems[mapProblems-1]
		last.Message = fmt.Sprintf("%d more problems from here on", n-mapProblems+1)
		r.Problems = append(r.Problems[:mapProblems-1], last)
	}
	d.Problems = append(d.Problems, r.Problems...)
	return r.out
}

// lookup returns the keyphrases of a draft.
func (m *keyphraseMap) lookup(file, slug string) (k parse.Keyphrases) {
	key, _ := m.keyOf(file, slug)
	return m.of[key]
}

// keyOf returns the key of a draft in the map. The path relative to the configuration takes
// precedence over the declared slug, and that over the slug derived from the path.
func (m *keyphraseMap) keyOf(file, slug string) (key string, ok bool) {
	slug = mapKeyOf(slug)
	rel, err := filepath.Rel(m.dir, file)
	if err != nil {
		rel = file
	}
	rel = filepath.ToSlash(rel)
	for _, key := range [...]string{rel, slug, path.Base(slug), lint.SlugOf(rel)} {
		if _, ok := m.of[key]; ok {
			return key, true
		}
	}
	return "", false
}

// mapKeyOf normalises a path, an address on the site or a slug for comparison.
func mapKeyOf(key string) string {
	return strings.Trim(strings.TrimPrefix(strings.TrimSpace(key), "./"), "/")
}
