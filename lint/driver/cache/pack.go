package cache

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/copychief/copychief/lint/driver/atomicfile"
)

const (
	shards  = 32      // files of a pack
	largest = 4 << 20 // maximum size of an entry in bytes
	// fresh is the number of days after which a use of an entry is recorded again, and
	// stale the number of days after which an unused entry is dropped.
	fresh, stale = 7, 30
)

// Pack is the set of entries of one program in one working folder.
type Pack struct {
	dir    string // "" for a cache in memory
	shards [shards]shard
}

// shard is a part of a pack, stored in one file.
type shard struct {
	mu      sync.Mutex
	loaded  bool
	dirty   bool
	entries map[Key]entry
}

type entry struct {
	stamp Key
	day   int // last recorded use, in days since 1970
	data  []byte
}

// Get returns the data of an entry, which must not be changed; ok is false if there is no
// entry with this stamp.
func (p *Pack) Get(id, stamp Key) (data []byte, ok bool) {
	s := p.shard(id)
	defer s.mu.Unlock()
	e, ok := s.entries[id]
	if !ok || e.stamp != stamp {
		return nil, false
	}
	if now := today(); now-e.day > fresh {
		e.day, s.dirty = now, true
		s.entries[id] = e
	}
	return e.data, true
}

// Put stores an entry and replaces one with the same identity. Entries above 4 MiB are not
// stored.
func (p *Pack) Put(id, stamp Key, data []byte) {
	if len(data) > largest {
		return
	}
	s := p.shard(id)
	defer s.mu.Unlock()
	s.entries[id] = entry{stamp, today(), data}
	s.dirty = true
}

// shard returns the shard that an identity belongs to, loaded and locked.
func (p *Pack) shard(id Key) *shard {
	n := int(id[0]) % shards
	s := &p.shards[n]
	s.mu.Lock()
	if !s.loaded {
		s.loaded = true
		s.entries = map[Key]entry{}
		if p.dir != "" {
			if content, err := os.ReadFile(p.file(n)); err == nil {
				s.entries = unpack(content)
			}
		}
	}
	return s
}

func (p *Pack) file(n int) string { return filepath.Join(p.dir, fmt.Sprintf("%02x%s", n, extension)) }

// Save writes modified shards and cleans up the cache. The error says what could not be
// written; callers may ignore it.
func (p *Pack) Save() error {
	if p.dir == "" {
		return nil
	}
	var errs []error
	written := false
	for n := range p.shards {
		s := &p.shards[n]
		s.mu.Lock()
		if s.dirty {
			if !written {
				errs = append(errs, prepare(p.dir))
			}
			written, s.dirty = true, false
			// A file that a power failure cuts off has a wrong checksum and counts as missing.
			content := pack(s.entries)
			errs = append(errs, atomicfile.Stream(p.file(n), 0o600, func(w io.Writer) error {
				_, err := w.Write(content)
				return err
			}))
		}
		s.mu.Unlock()
	}
	now := time.Now()
	if written || touch(p.dir, now) {
		sweep(filepath.Dir(p.dir), filepath.Base(p.dir), now)
	}
	return errors.Join(errs...)
}

// touch records, at most once a day, that a pack was used.
func touch(dir string, now time.Time) bool {
	info, err := os.Stat(dir)
	return err == nil && now.Sub(info.ModTime()) > 24*time.Hour && os.Chtimes(dir, now, now) == nil
}

func today() int { return int(time.Now().Unix() / (24 * 60 * 60)) }
