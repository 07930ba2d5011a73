package cache

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"
)

// magic is the first line of every file, with the version of the format.
const magic = "copychief cache 1\n"

// shardLimit is the maximum size of a file in bytes. A full pack takes half the limit of
// the whole cache.
const shardLimit = limit / 2 / shards

// sum returns the checksum of the body of a file. crc32 builds its table on first use, so
// it does not slow down the start of the program.
func sum(of []byte) uint32 { return crc32.Checksum(of, crc32.MakeTable(crc32.Castagnoli)) }

// pack encodes the file of a shard: the magic line, a checksum of the rest, and for each
// entry its keys, day, length and data. It drops stale entries and, if the file would
// exceed its limit, the least recently used ones.
func pack(entries map[Key]entry) []byte {
	ids := slices.SortedFunc(maps.Keys(entries), func(a, b Key) int {
		return cmp.Or(cmp.Compare(entries[b].day, entries[a].day), bytes.Compare(a[:], b[:]))
	})
	size, now := len(magic)+crc32.Size, today()
	for i, id := range ids {
		e := entries[id]
		next := size + 2*len(id) + 2*binary.MaxVarintLen64 + len(e.data)
		if next > shardLimit || now-e.day > stale {
			ids = ids[:i]
			break
		}
		size = next
	}
	out := make([]byte, len(magic)+crc32.Size, size)
	copy(out, magic)
	for _, id := range ids {
		e := entries[id]
		out = append(append(out, id[:]...), e.stamp[:]...)
		out = binary.AppendUvarint(out, uint64(e.day))
		out = binary.AppendUvarint(out, uint64(len(e.data)))
		out = append(out, e.data...)
	}
	body := out[len(magic)+crc32.Size:]
	binary.LittleEndian.PutUint32(out[len(magic):], sum(body))
	return out
}

// unpack decodes the file of a shard. An invalid file has no entries.
func unpack(content []byte) map[Key]entry {
	entries := map[Key]entry{}
	body, ours := bytes.CutPrefix(content, []byte(magic))
	if !ours || len(body) < crc32.Size || len(content) > shardLimit {
		return entries
	}
	noted, body := binary.LittleEndian.Uint32(body), body[crc32.Size:]
	if sum(body) != noted {
		return entries
	}
	for len(body) > 0 {
		var id Key
		var e entry
		body = body[copy(id[:], body):]
		body = body[copy(e.stamp[:], body):]
		day, n := binary.Uvarint(body)
		if n <= 0 {
			return map[Key]entry{}
		}
		body = body[n:]
		size, n := binary.Uvarint(body)
		if n <= 0 || size > uint64(len(body)-n) {
			return map[Key]entry{}
		}
		e.day = int(min(day, uint64(today()))) // in case the clock was ahead
		e.data, body = body[n:n+int(size):n+int(size)], body[n+int(size):]
		entries[id] = e
	}
	return entries
}
