// Package cache stores results between runs.
//
// It knows nothing about drafts. An entry has two keys: the identity says which result it
// is (for which draft and configuration), the stamp says what the result was computed
// from. There is one entry per identity. A lookup with a different stamp is a miss, so an
// entry that has become stale is replaced.
//
// The entries of one program in one working folder form a [Pack]: a folder of a few dozen
// files (shards), over which identities are distributed. With one file per entry, each
// draft would cost an open, a read and a close, and there would be thousands of files to
// clean up; a single file would have to be rewritten after every edit.
//
// A shard is read at once, verified by its checksum and replaced by rename, so that
// concurrent runs need no locks: what they read is consistent, and if two runs write, the
// later one wins and the other's entries are computed again. What cannot be read is a
// miss, and failing to write is not an error: the cache never makes a run fail.
//
// The size is limited. Entries and packs that have not been used for a month are removed,
// then the least recently used packs until the cache is below its limit.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"path/filepath"
	"sync"
)

// Key identifies an entry. It is a truncated SHA-256.
type Key [16]byte

// KeyOf returns the key of a list of parts. The boundaries between parts matter.
func KeyOf(parts ...string) (k Key) {
	h := sha256.New()
	var size [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	copy(k[:], h.Sum(nil))
	return k
}

// Cache is a cache in a folder or in memory. It is safe for concurrent use.
type Cache struct {
	dir string // absolute; "" for a cache in memory

	mu    sync.Mutex
	packs map[Key]*Pack
}

// New returns a cache in a folder, which need not exist yet, or in memory if dir is "".
func New(dir string) *Cache { return &Cache{dir: dir, packs: map[Key]*Pack{}} }

// Pack returns the pack with a key. Entries that were read or written stay in memory as
// long as the cache exists.
func (c *Cache) Pack(of Key) *Pack {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.packs[of]
	if p == nil {
		p = &Pack{}
		if c.dir != "" {
			p.dir = filepath.Join(c.dir, packName(of))
		}
		c.packs[of] = p
	}
	return p
}
