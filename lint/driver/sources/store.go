// Package sources reads the texts that drafts quote from: transcripts, statements, reports.
// A draft names them in its front matter; otherwise, those of its configuration are used.
//
// Each text is read and parsed once for all drafts that quote from it, through an [os.Root]
// of the folder that it was named in. Their number and size are limited, and what could not
// be read is recorded for the report.
//
// The trade-off: texts are cached, but the cache is emptied when it takes too much memory,
// and texts are then read again for the next draft that needs them.
package sources

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
)

// Store caches the texts that drafts quote from. Drafts share texts. It is safe for
// concurrent use.
type Store struct {
	dir string // paths in messages are relative to it

	mu      sync.Mutex
	docs    map[string]*lint.Document // by absolute path; nil for a file that cannot be read
	sets    map[string]*lint.Sources
	filesOf map[*lint.Sources][]string
	listed  map[string][]string // the files of a folder or file that the configuration names
	missed  []engine.NotChecked
	size    int             // bytes of the cached texts
	dropped map[string]bool // texts that were read but are no longer cached
}

// New returns a store. Paths in messages are relative to dir.
func New(dir string) *Store {
	return &Store{
		dir: dir, docs: map[string]*lint.Document{}, sets: map[string]*lint.Sources{},
		listed: map[string][]string{}, filesOf: map[*lint.Sources][]string{}, dropped: map[string]bool{},
	}
}

// NotChecked returns what could not be read so far.
func (s *Store) NotChecked() []engine.NotChecked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.missed)
}

// Folders returns the absolute paths of the folders and files that were searched.
func (s *Store) Folders() (all []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name := range s.listed {
		all = append(all, name)
	}
	for name := range s.docs {
		all = append(all, filepath.Dir(name))
	}
	return all
}

// Of returns the texts that a draft quotes from: those that it names itself, otherwise
// those of its configuration, or nil. Named files that do not exist are in Missing.
func (s *Store) Of(d *discover.Draft, doc *lint.Document) *lint.Sources {
	conf := d.Settings.Sources
	named := doc.Meta.Get(lint.RoleSources).Values
	if len(conf.Paths) == 0 && len(named) == 0 || contains(conf.Paths, d.File) {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.size > memoryLimit {
		s.drop()
	}
	files, missing := s.named(d, named)
	if len(files) == 0 {
		for _, p := range conf.Paths {
			files = append(files, s.list(conf.Limit, p)...)
		}
	}
	if len(files) == 0 && len(missing) == 0 && len(conf.Paths) == 0 {
		return nil
	}
	return s.set(conf.Limit, files, missing, conf.Cleaned)
}

// drop empties the cache, so that a site whose articles have separate sources does not keep
// all of them. Texts in use stay in memory until their users are done.
func (s *Store) drop() {
	for file, doc := range s.docs {
		if doc != nil {
			s.docs[file], s.dropped[file] = nil, true
		}
	}
	clear(s.sets)
	clear(s.filesOf)
	s.size = 0
}

// named returns the files that a draft names as its sources, and the names of those that do
// not exist. It ignores names that are not those of local files.
func (s *Store) named(d *discover.Draft, names []lint.Text) (files, missing []string) {
	conf := d.Settings.Sources
	for i, t := range names {
		name := t.Plain()
		if i == mostNamed {
			s.missed = append(s.missed, engine.NotChecked{Path: d.Path, Reason: fmt.Sprintf("it names more than %d sources; the rest is left out", mostNamed)})
			break
		}
		if !localText(name) {
			continue
		}
		if file := s.find(d, conf, filepath.FromSlash(name)); file != "" {
			if file != d.File {
				files = append(files, file)
			}
		} else if !likeHost(name) {
			missing = append(missing, name)
		}
	}
	return files, missing
}

// find looks for a file that a draft names: next to the draft, at the root of the site, and
// in the folders of the configuration, but never outside of these.
func (s *Store) find(d *discover.Draft, conf *config.Sources, name string) string {
	tries := [][2]string{{d.Settings.Root, filepath.Join(filepath.Dir(d.File), name)}, {d.Settings.Root, filepath.Join(d.Settings.Root, name)}}
	for _, p := range conf.Paths {
		tries = append(tries, [2]string{p, filepath.Join(p, name)})
	}
	for _, t := range tries {
		rel := rootfs.NameIn(t[0], t[1])
		if rel == "" {
			continue
		}
		if info, err := rootfs.Dir(t[0]).Stat(rel); err == nil && info.Mode().IsRegular() {
			s.load(t[0], t[1])
			return t[1]
		}
	}
	return ""
}

// localText reports whether a name is that of a readable local file, not a URL.
func localText(name string) bool {
	_, ok := parse.FormatOf(name)
	return ok && !strings.Contains(name, "://") && !strings.HasPrefix(name, "//")
}

// Named reports whether a draft names a local file as its source.
func Named(doc *lint.Document) bool {
	return slices.ContainsFunc(doc.Meta.Get(lint.RoleSources).Values, func(t lint.Text) bool { return localText(t.Plain()) })
}

// likeHost reports whether a name may be a URL without its scheme.
func likeHost(name string) bool {
	first, _, more := strings.Cut(name, "/")
	return more && strings.Contains(strings.TrimLeft(first, "."), ".")
}

// contains reports whether a file is one of the paths or inside one.
func contains(paths []string, file string) bool {
	return slices.ContainsFunc(paths, func(p string) bool { return p == file || rootfs.NameIn(p, file) != "" })
}

// set returns the sources of files; the same value for the same arguments.
func (s *Store) set(limit string, files, missing []string, cleaned bool) *lint.Sources {
	files = slices.Compact(files)
	key := fmt.Sprintf("%s\x00%s\x00%t", strings.Join(files, "\x00"), strings.Join(missing, "\x01"), cleaned)
	if set := s.sets[key]; set != nil {
		return set
	}
	set := &lint.Sources{Missing: missing, Cleaned: cleaned}
	size := 0
	for _, file := range files {
		doc := s.load(limit, file)
		if doc == nil {
			continue
		}
		if size += len(doc.Source.Bytes); size > sourcesLimit {
			s.miss(file, fmt.Sprintf("at most %d MiB of sources are read; this one and those after it are left out", sourcesLimit>>20))
			break
		}
		set.Docs = append(set.Docs, doc)
	}
	s.sets[key], s.filesOf[set] = set, files
	return set
}
