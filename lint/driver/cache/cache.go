// Package cache keeps what was found in drafts from one run to the next.
//
// It knows nothing of drafts: a caller names an entry by two keys. The identity says
// which result this is (of which draft, under which configuration), the stamp says
// what it was made from. There is one entry to an identity, and one whose stamp is
// another is a miss, so that an edit replaces what it makes stale.
//
// Entries of one program in one working folder form a [Pack], a folder of a few
// dozen files, into which identities are spread. One file an entry would cost an
// open, a read and a close for each draft, and a folder of thousands of files to
// sweep; one file for all would have to be written anew for every edit.
//
// A file is read at once, checked by its sum and replaced by rename, so that runs at
// the same time need no locks: what they read is whole, and where two write, the
// later wins and the entries of the other are found anew. Whatever cannot be read is
// a miss and whatever cannot be written is left out; the cache never fails a run.
//
// The size is bounded: entries and packs that nobody asked for in a month go, then
// the oldest packs until the folder is below its limit.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"path/filepath"
	"sync"
)

// Key tells entries apart. It is a cut SHA-256.
type Key [16]byte

// KeyOf returns the key of a list of parts; where they part counts.
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

// Cache is a folder of packs, or memory alone. It is safe for many goroutines.
type Cache struct {
	dir string // absolute; "" keeps in memory alone

	mu    sync.Mutex
	packs map[Key]*Pack
}

// New returns a cache in a folder, which need not be there yet. Without one it lasts
// as long as the process.
func New(dir string) *Cache { return &Cache{dir: dir, packs: map[Key]*Pack{}} }

// Pack returns the entries of one program in one place. What was read or put into it
// stays in memory as long as the cache.
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
