package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// piece is a word, a punctuation mark or a whole quotation of a paragraph, as the
// search for speakers sees it.
type piece struct {
	start, end int // offsets in the block's text
	kind       pieceKind
	class      class
	cap        bool // begins with a capital
	ends       bool // a sentence ends behind it
	pair       int  // quoted: index into Pairing.Pairs
}

type pieceKind uint8

const (
	wordPiece pieceKind = iota
	commaPiece
	colonPiece
	stopPiece // . ! ? … ;
	dashPiece
	openPiece // ( [
	closePiece
	quotedPiece
	otherPiece
)

// paragraph is a block cut into pieces.
type paragraph struct {
	text   string
	block  int
	pieces []piece
	ask    grammarian
	asked  *int // questions asked so far
}

// span is a range of bytes of a quotation in its block, marks included.
type quoted struct{ start, end, pair int }

// cut cuts a text into pieces; spans are the quotations in it, ascending.
func cut(block int, text string, spans []quoted, into []piece) paragraph {
	p := paragraph{text: text, block: block, pieces: into[:0]}
	classes := cueClasses()
	var buf [longestCue]byte
	for at := 0; at < len(text); {
		if len(spans) > 0 && at >= spans[0].start {
			p.pieces = append(p.pieces, piece{start: spans[0].start, end: spans[0].end, kind: quotedPiece, pair: spans[0].pair})
			at = max(at, spans[0].end)
			spans = spans[1:]
			continue
		}
		limit := len(text)
		if len(spans) > 0 {
			limit = spans[0].start
		}
		if text[at] == ' ' {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:limit])
		if wordy(r) || r == '@' || r == '$' {
			end := wordEnd(text[:limit], at+n)
			w := piece{start: at, end: end, kind: wordPiece, cap: unicode.IsUpper(r) || r == '@', pair: lint.None}
			w.class = classes[string(lowered(buf[:0], text[at:end]))]
			if w.class&abbreviation != 0 && end < limit && text[end] == '.' {
				w.end++
			}
			p.pieces = append(p.pieces, w)
			at = w.end
			continue
		}
		if kind := pieceKindOf(r); kind != otherPiece {
			p.pieces = append(p.pieces, piece{start: at, end: at + n, kind: kind, pair: lint.None})
		}
		at += n
	}
	p.markEnds()
	return p
}

// longestCue bounds the bytes of a word that are compared with the list.
const longestCue = 24

// lowered appends a word in lower case without a possessive ending or a
// contracted verb; words too long for the list come out cut, which no entry equals.
func lowered(buf []byte, w string) []byte {
	if i := apostrophe(w); i > 0 {
		switch strings.TrimLeft(w[i:], "’'") {
		case "s", "re", "ve", "ll", "d", "m":
			w = w[:i]
		}
	}
	for i := 0; i < len(w) && len(buf) < longestCue; i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

// apostrophe returns the offset of the last apostrophe among the last bytes of a
// word, where an ending of two letters can follow it, or -1.
func apostrophe(w string) int {
	from := max(0, len(w)-len("’re")-1)
	if i := strings.LastIndexByte(w[from:], '\''); i >= 0 {
		return from + i
	}
	if i := strings.LastIndex(w[from:], "’"); i >= 0 {
		return from + i
	}
	return -1
}

// wordEnd returns where the word ends that begins before at: letters and digits
// with apostrophes, hyphens and abbreviation stops (U.S., J.K.) between them.
func wordEnd(text string, at int) int {
	for at < len(text) {
		if c := byteClasses[text[at]]; c == letter || c == digit || c == joint {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if wordy(r) || r == '_' {
			at += n
			continue
		}
		next, m := utf8.DecodeRuneInString(text[at+n:])
		if m > 0 && wordy(next) && (r == '\'' || r == '’' || r == '-' || r == '‑' || r == '&') {
			at += n + m
			continue
		}
		if r == '.' && loneCapital(text[:at]) {
			at += n
			continue
		}
		return at
	}
	return at
}

// loneCapital reports whether text ends in a single capital: J or the S of U.S
func loneCapital(text string) bool {
	n := len(text)
	if n == 0 || text[n-1] < 'A' || text[n-1] > 'Z' {
		return false
	}
	return n == 1 || text[n-2] == ' ' || text[n-2] == '.' || text[n-2] == '(' || text[n-2] == '-'
}

func pieceKindOf(r rune) pieceKind {
	switch r {
	case ',':
		return commaPiece
	case ':':
		return colonPiece
	case '.', '!', '?', ';', '…', '\n':
		return stopPiece
	case '—', '–', '-', '―':
		return dashPiece
	case '(', '[':
		return openPiece
	case ')', ']':
		return closePiece
	}
	return otherPiece
}

// markEnds sets where sentences end: behind a stop that a capital, a figure or a
// quotation follows, and behind a quotation that ends in a stop of its own.
func (p *paragraph) markEnds() {
	for i := range p.pieces {
		c := &p.pieces[i]
		if i+1 == len(p.pieces) {
			c.ends = true
			break
		}
		next := &p.pieces[i+1]
		starts := next.kind == quotedPiece || next.kind == openPiece || next.kind == wordPiece && !p.lowerAt(next.start)
		if c.kind == stopPiece {
			c.ends = starts && (c.end == len(p.text) || next.start > c.end || next.kind == quotedPiece) || p.text[c.start] == '\n'
		}
		if c.kind == quotedPiece {
			last := lastSign(p.text[c.start:c.end])
			c.ends = starts && (last == '.' || (last == '?' || last == '!') && next.kind == quotedPiece)
		}
	}
}

func (p *paragraph) lowerAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.text[i:])
	return unicode.IsLower(r)
}

// lastSign returns the last character of a quotation before its closing marks.
func lastSign(s string) rune {
	s = strings.TrimRight(s, "”\"’'» \u00a0)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// reach bounds every search around a quotation, in pieces: no sentence worth
// reading is longer, and hostile input stays linear.
const reach = 80

// attempts bounds how many verbs, clauses or neighbours a search tries.
const attempts = 5

// sentence returns the pieces [lo, hi) of the sentence that piece i stands in.
func (p *paragraph) sentence(i int) (lo, hi int) {
	for lo = i; lo > 0 && i-lo < reach && !p.pieces[lo-1].ends; lo-- {
	}
	for hi = i; hi < len(p.pieces) && hi-i < reach && !p.pieces[hi].ends; hi++ {
	}
	return lo, min(hi+1, len(p.pieces))
}

func (p *paragraph) is(i int, word string) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].kind == wordPiece &&
		strings.EqualFold(p.text[p.pieces[i].start:p.pieces[i].end], word)
}

func (p *paragraph) has(i int, c class) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].kind == wordPiece && p.pieces[i].class&c != 0
}

func (p *paragraph) kind(i int) pieceKind {
	if i < 0 || i >= len(p.pieces) {
		return otherPiece
	}
	return p.pieces[i].kind
}
