package cache

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"
)

// magic begins every file; its number changes with the layout behind it.
const magic = "copychief cache 1\n"

// room is how many bytes a file may have. 32 of them are a pack of half the limit of
// the whole cache.
const room = limit / 2 / shards

// sum returns the sum that a file has of its body. The table for it is made on first use,
// not whenever the program starts.
func sum(of []byte) uint32 { return crc32.Checksum(of, crc32.MakeTable(crc32.Castagnoli)) }

// pack returns the file of entries: the magic line, a sum of all that follows, and
// for each entry its keys, its day, its length and its data. Entries that nobody asks
// for any more are left out, and so are the oldest where there is no room.
func pack(entries map[Key]entry) []byte {
	ids := slices.SortedFunc(maps.Keys(entries), func(a, b Key) int {
		return cmp.Or(cmp.Compare(entries[b].day, entries[a].day), bytes.Compare(a[:], b[:]))
	})
	size, now := len(magic)+crc32.Size, today()
	for i, id := range ids {
		e := entries[id]
		next := size + 2*len(id) + 2*binary.MaxVarintLen64 + len(e.data)
		if next > room || now-e.day > stale {
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

// unpack reads a file; one that is not in order holds nothing.
func unpack(content []byte) map[Key]entry {
	entries := map[Key]entry{}
	body, ours := bytes.CutPrefix(content, []byte(magic))
	if !ours || len(body) < crc32.Size || len(content) > room {
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
		e.day = int(min(day, uint64(today()))) // a clock may have been ahead
		e.data, body = body[n:n+int(size):n+int(size)], body[n+int(size):]
		entries[id] = e
	}
	return entries
}
