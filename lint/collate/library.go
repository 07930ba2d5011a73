package collate

import (
	"math"
	"math/bits"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Library is an index of the words of source texts. It does not change and is safe for
// concurrent use.
type Library struct {
	docs   []*lint.Document
	blocks []block
	words  []place

	// The places of pairs of adjacent words, by a hash of both words: bucket h is
	// places[starts[h]:starts[h+1]].
	starts []int32
	places []int32
	mask   uint32
}

// block is one block of one document.
type block struct {
	doc, index int32
	first      int32 // index of its first word in Library.words
}

// place is a word of a source.
type place struct {
	key    uint32 // 0 between two documents
	start  uint32 // in the text of its block
	length uint16
	marks  marks
}

// mostSource is the maximum length of a block of a source in bytes; longer ones are skipped.
const mostSource = math.MaxInt32

var libraries = lint.NewSourceFact(func(s *lint.Sources) *Library { return NewLibrary(s.Docs) })

// Of returns the library of sources, which is created on first use and shared.
func Of(s *lint.Sources) *Library { return libraries.Of(s) }

// NewLibrary indexes the words of documents: of all text except code. It takes some 30
// bytes per word.
func NewLibrary(docs []*lint.Document) *Library {
	l := &Library{docs: docs}
	size := 0
	for _, d := range docs {
		size += len(d.Source.Bytes)
	}
	l.words = make([]place, 0, size/5+16)
	for i, d := range docs {
		for k := range d.Blocks {
			if b := &d.Blocks[k]; b.Kind != lint.Code && b.Text.Len() < mostSource {
				l.add(i, k, b.Text.String())
			}
		}
		l.words = append(l.words, place{})
	}
	l.index()
	return l
}

// Docs returns the documents of the library.
func (l *Library) Docs() []*lint.Document { return l.docs }

func (l *Library) add(doc, index int, text string) {
	l.blocks = append(l.blocks, block{int32(doc), int32(index), int32(len(l.words))})
	s := splitter{text: text, sign: true}
	for w, ok := s.next(); ok; w, ok = s.next() {
		l.words = append(l.words, place{w.key, uint32(w.start), uint16(min(w.end-w.start, math.MaxUint16)), w.marks})
	}
}

// index distributes the places of pairs to buckets, in two passes.
func (l *Library) index() {
	buckets := 1 << bits.Len(uint(len(l.words)))
	l.mask = uint32(buckets - 1)
	l.starts = make([]int32, buckets+1)
	for i := 0; i+1 < len(l.words); i++ {
		l.starts[l.bucket(l.words[i].key, l.words[i+1].key)+1]++
	}
	for i := 1; i < len(l.starts); i++ {
		l.starts[i] += l.starts[i-1]
	}
	l.places = make([]int32, max(len(l.words)-1, 0))
	next := make([]int32, buckets)
	copy(next, l.starts)
	for i := 0; i+1 < len(l.words); i++ {
		b := l.bucket(l.words[i].key, l.words[i+1].key)
		l.places[next[b]] = int32(i)
		next[b]++
	}
}

func (l *Library) bucket(a, b uint32) uint32 {
	h := a*0x9e3779b1 ^ bits.RotateLeft32(b*0x85ebca77, 15)
	return (h ^ h>>15) & l.mask
}

// pairs returns the places where two words are adjacent, and possibly others.
func (l *Library) pairs(a, b uint32) []int32 {
	h := l.bucket(a, b)
	return l.places[l.starts[h]:l.starts[h+1]]
}

// block returns the block of a word.
func (l *Library) block(at int) *block {
	k := sort.Search(len(l.blocks), func(k int) bool { return int(l.blocks[k].first) > at }) - 1
	return &l.blocks[k]
}

// doc returns the document of a word.
func (l *Library) doc(at int) *lint.Document { return l.docs[l.block(at).doc] }

// text returns a word as written.
func (l *Library) text(at int) string {
	w := &l.words[at]
	return l.prose(at).Slice(int(w.start), int(w.start)+int(w.length))
}

// prose returns the text of the block of a word.
func (l *Library) prose(at int) lint.Text {
	b := l.block(at)
	return l.docs[b.doc].Blocks[b.index].Text
}

// between returns the text between a word and the next one, or the end of its block.
func (l *Library) between(at int) string {
	w, prose := &l.words[at], l.prose(at)
	end := prose.Len()
	if w.marks&lastOfBlock == 0 {
		end = int(l.words[at+1].start)
	}
	return prose.Slice(int(w.start)+int(w.length), end)
}

// reads returns the text of the words [from, to) of one document, on one line.
func (l *Library) reads(from, to int) string {
	var b strings.Builder
	for at := from; at < to; at++ {
		if at > from {
			b.WriteString(l.between(at - 1))
			if l.words[at-1].marks&lastOfBlock != 0 {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l.text(at))
	}
	return lint.Verbatim(b.String(), 0).Plain()
}

// span returns the span of the words [from, to) of one document in its source.
func (l *Library) span(from, to int) lint.Span {
	word := func(at int) lint.Span {
		w := &l.words[at]
		return l.prose(at).Span(int(w.start), int(w.start)+int(w.length))
	}
	return word(from).Join(word(to - 1))
}
