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
	largest = 4 << 20 // bytes of an entry that is kept
	// fresh is how many days may pass before it is written down that an entry was
	// asked for, and stale how many before one that was not is dropped.
	fresh, stale = 7, 30
)

// Pack is a set of entries that are read and written together.
type Pack struct {
	dir    string // "" for memory
	shards [shards]shard
}

// shard is the part of a pack that one file holds.
type shard struct {
	mu      sync.Mutex
	loaded  bool
	dirty   bool
	entries map[Key]entry
}

type entry struct {
	stamp Key
	day   int // on which it was asked for, in days since 1970
	data  []byte
}

// Get returns the data of an entry, which nobody may change; ok is false where there
// is none of this stamp.
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

// Put keeps an entry, in the place of one of the same identity. Very large ones are
// not kept.
func (p *Pack) Put(id, stamp Key, data []byte) {
	if len(data) > largest {
		return
	}
	s := p.shard(id)
	defer s.mu.Unlock()
	s.entries[id] = entry{stamp, today(), data}
	s.dirty = true
}

// shard returns the part that an identity belongs to, read and locked.
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

// Save writes what has changed and sweeps the cache. The errors say what could not be
// written; whoever has results to show may pass over them.
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
			// What a power cut tears has another sum and counts as missing.
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

// touch notes, once a day, that a pack was used.
func touch(dir string, now time.Time) bool {
	info, err := os.Stat(dir)
	return err == nil && now.Sub(info.ModTime()) > 24*time.Hour && os.Chtimes(dir, now, now) == nil
}

func today() int { return int(time.Now().Unix() / (24 * 60 * 60)) }
