package house

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
)

// shippedPrefix is before the name of a pack that ships, where messages show it.
const shippedPrefix = "pack "

//go:embed packs/*.yml
var shipped embed.FS

// Shipped returns the names of the packs that ship with the program.
func Shipped() (names []string) {
	entries, err := shipped.ReadDir("packs")
	if err != nil {
		return nil
	}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yml"))
	}
	return names
}

// packSchema is a file with rules.
type packSchema struct {
	About    string             `yaml:"about" doc:"what the pack is for"`
	Severity strict.Text        `yaml:"severity" doc:"severity of the rules of this file that set none"`
	Language []strict.Text      `yaml:"language" doc:"languages of the rules of this file that set none, such as en"`
	Basis    *declaration.Basis `yaml:"basis" doc:"the guide that the rules of this file come from, where they name none"`
	Packs    []strict.Text      `yaml:"packs" doc:"other packs, as in .copychief.yml"`
	House    *yaml.Node         `yaml:"house" doc:"the rules by name"`
}

// packs reads the packs of a list: those that ship with the program by name, files by path
// or glob. within are the packs that lead here.
func (l *loader) packs(d *strict.Decoder, list []strict.Text, within []string) {
	for _, t := range list {
		switch {
		case slices.Contains(Shipped(), t.Value):
			l.pack(d, t, t.Value, within)
		case !strings.ContainsAny(t.Value, "/.*") && l.isFolder(t.Value):
			d.Fail(t.Node, "%s is a folder; name its files, as in %s/*.yml", strict.Quoted(t.Value), strict.Printable(t.Value))
		case !strings.ContainsAny(t.Value, "/.*"):
			d.Fail(t.Node, "there is no pack %s; packs are paths, such as style/words.yml, or names. Names: %s%s",
				strict.Quoted(t.Value), strings.Join(Shipped(), ", "), meant(t.Value))
		default:
			for _, file := range l.matching(d, t) {
				l.pack(d, t, file, within)
			}
		}
	}
}

// isFolder reports whether a name is that of a folder beside the configuration.
func (l *loader) isFolder(name string) bool {
	rel, inside := l.Inside(name)
	if !inside || l.conf.Files == nil {
		return false
	}
	info, err := fs.Stat(l.conf.Files, rel)
	return err == nil && info.IsDir()
}

// meant returns the end of a message with the shipped pack that was probably meant.
func meant(name string) string {
	if near := strict.Nearest(name, Shipped()); near != "" {
		return "; did you mean " + strict.Quoted(near) + "?"
	}
	return ""
}

// matching returns the paths, from the root of the repository, of the files that an entry
// of “packs” stands for.
func (l *loader) matching(d *strict.Decoder, t strict.Text) []string {
	rel, ok := l.Inside(t.Value)
	switch {
	case strings.Contains(t.Value, "://"):
		d.Fail(t.Node, "%s is an address, and nothing is fetched; save the pack as a file, such as style/words.yml", strict.Quoted(t.Value))
		return nil
	case !ok:
		d.Fail(t.Node, "%s lies outside the repository; packs must be in it", strict.Quoted(t.Value))
		return nil
	case l.conf.Files == nil:
		d.Fail(t.Node, "%s cannot be read here: there are no files", strict.Quoted(t.Value))
		return nil
	case !strings.ContainsAny(rel, "*?[{"):
		return []string{rel}
	case !doublestar.ValidatePattern(rel) || strings.Count(rel, "{") > 4 || len(rel) > longGlob:
		d.Fail(t.Node, "%s is not a valid pattern for files; write one such as style/*.yml", strict.Quoted(t.Value))
		return nil
	}
	files, err := l.glob(rel)
	switch {
	case err != nil:
		d.Fail(t.Node, "%s: %s", strict.Quoted(t.Value), strict.Printable(err.Error()))
	case len(files) == 0:
		d.Fail(t.Node, "no file matches %s; check the path, which is relative to the folder of .copychief.yml", strict.Quoted(t.Value))
	}
	return files
}

// Inside implements [declaration.Files]: it returns a path relative to the root of the repository; ok is false if it leads out.
func (l *loader) Inside(name string) (rel string, ok bool) {
	local := filepath.FromSlash(name)
	rel, err := filepath.Rel(l.conf.Repository, filepath.Join(l.dir, local))
	return filepath.ToSlash(rel), err == nil && !filepath.IsAbs(local) && !strings.HasPrefix(name, "/") && !strings.Contains(name, `\`) && filepath.IsLocal(rel)
}

var errManyFiles = fmt.Errorf("there are more than %d files here to look through; name the folder of the packs", mostVisited)

// glob returns the files that match a pattern, sorted. Hidden folders are not looked into.
func (l *loader) glob(pattern string) (files []string, err error) {
	base, _ := doublestar.SplitPattern(pattern)
	err = fs.WalkDir(l.conf.Files, base, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // what cannot be read matches nothing, and that is reported
		}
		if l.visited++; l.visited > mostVisited {
			return errManyFiles
		}
		switch {
		case e.IsDir() && name != base && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules"):
			return fs.SkipDir
		case !e.IsDir() && doublestar.MatchUnvalidated(pattern, name):
			files = append(files, name)
		}
		return nil
	})
	return files, err
}

// pack reads one pack: a path from the root of the repository, or the name of one that
// ships with the program. t is the entry that names it.
func (l *loader) pack(d *strict.Decoder, t strict.Text, file string, within []string) {
	ships := slices.Contains(Shipped(), file)
	switch {
	case slices.Contains(within, file):
		d.Fail(t.Node, "packs name each other in a circle: %s; take one of them out", strings.Join(append(slices.Clone(within), file), " → "))
		return
	case len(within) >= depthPacks:
		d.Fail(t.Node, "more than %d packs name one another; list them in .copychief.yml", depthPacks)
		return
	case l.read[file]:
		return // named twice, which does no harm
	case !ships && path.Ext(file) != ".yml" && path.Ext(file) != ".yaml":
		d.Fail(t.Node, "pack %s: a pack is a file .yml or .yaml", strict.Quoted(t.Value))
		return
	}
	l.read[file] = true
	content, err := l.packFile(file, ships)
	if err != nil {
		name := t.Value
		if !ships {
			name = l.Shown(file)
		}
		if !declaration.FailIn(d, l.Shown(file), err) {
			d.Fail(t.Node, "pack %s: %s", strict.Quoted(name), strict.Printable(err.Error()))
		}
		return
	}
	from := &declaration.Source{File: l.Shown(file), Basis: lint.Basis{Kind: lint.Convention, Source: "house style, " + path.Base(file)}}
	if ships {
		from.File, from.Ships = shippedPrefix+file, true
		from.Basis.Source = "copychief, pack " + file
	}
	l.readPack(from, content, append(slices.Clone(within), file))
}

// Shown implements [declaration.Files]: it returns a path from the root of the repository as messages show it.
func (l *loader) Shown(file string) string {
	rel, err := filepath.Rel(l.dir, filepath.Join(l.conf.Repository, filepath.FromSlash(file)))
	if err != nil {
		return file
	}
	return filepath.ToSlash(filepath.Join(l.shownDir, rel))
}

// Open implements [declaration.Files]: it returns the content of a pack or glossary.
func (l *loader) Open(file string) ([]byte, error) {
	if l.files++; l.files > mostFiles {
		return nil, fmt.Errorf("there are more than %d packs and glossaries", mostFiles)
	}
	l.set.Files = append(l.set.Files, filepath.Join(l.conf.Repository, filepath.FromSlash(file)))
	return readIn(l.conf.Files, file)
}

// packFile returns the content of a pack.
func (l *loader) packFile(file string, ships bool) ([]byte, error) {
	if ships {
		return shipped.ReadFile("packs/" + file + ".yml")
	}
	return l.Open(file)
}

// readIn reads a text file of limited size, without a byte order mark.
func readIn(files fs.FS, name string) ([]byte, error) {
	content, err := strict.ReadFile(files, name, mostBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file" + nearFile(files, name))
	case err != nil && strings.HasSuffix(err.Error(), "path escapes from parent"): // the text of [os.Root], which has no error to compare with
		return nil, errors.New("it is a link that leads out of the repository; copy the file into it")
	case err != nil:
		return nil, err
	case !utf8.Valid(content):
		valid := 0
		for valid < len(content) {
			r, size := utf8.DecodeRune(content[valid:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			valid += size
		}
		before := content[:valid]
		line := before[bytes.LastIndexByte(before, '\n')+1:]
		return nil, strict.Problem{Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(line) + 1, Message: "this is not UTF-8; save the file as UTF-8"}
	}
	return bytes.TrimPrefix(content, []byte("\ufeff")), nil
}

// nearFile returns the end of a message about a file that is not there: the file beside it with the nearest
// name, or where paths begin.
func nearFile(files fs.FS, name string) string {
	entries, _ := fs.ReadDir(files, path.Dir(name)) // a folder that cannot be read has no names to offer
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := strict.Nearest(path.Base(name), names); near != "" {
		return "; did you mean " + strict.Quoted(path.Join(path.Dir(name), near)) + "?"
	}
	return "; paths are relative to the folder of .copychief.yml"
}

// readPack decodes a pack and reads its rules.
func (l *loader) readPack(from *declaration.Source, content []byte, within []string) {
	d := &strict.Decoder{File: from.File}
	var s packSchema
	if n := d.Document(content); n != nil && n.Kind == yaml.SequenceNode {
		d.Fail(n, "a pack must be keys and values, not a list; keep a glossary where no entry of “packs” finds it, such as style/tables/")
	} else if n != nil {
		d.Structure(n, reflect.ValueOf(&s).Elem(), "a pack")
	}
	if s.House == nil && len(s.Packs) == 0 && len(d.Problems) == 0 {
		d.Fail(&yaml.Node{}, "the pack has no rules; put them under “house:”, as in .copychief.yml")
	}
	if s.Severity.Node != nil {
		from.Severity = declaration.SeverityOf(d, s.Severity)
	}
	from.Language = s.Language
	if s.Basis != nil {
		from.Basis = s.Basis.Of(d, from.Basis)
	}
	l.rules(from, s.House)
	l.packs(d, s.Packs, within)
	l.problems = append(l.problems, d.Problems...)
}
