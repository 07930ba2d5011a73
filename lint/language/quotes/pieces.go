package quotes

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// piece is a word, a punctuation mark or a whole quotation of a paragraph, the units that the
// search for speakers works on.
type piece struct {
	start, end int32 // offsets in the block's text
	pair       int32 // of a quotation: index into Marks.Pairs of package pairing
	class      cue.Class
	kind       pieceKind
	cap        bool // begins with a capital
	ends       bool // a sentence ends after it
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

// paragraph is a block split into pieces. Its methods say what stands at a piece and which names
// begin there; who says a quotation, and whether anybody does, is for functions.
type paragraph struct {
	text    string
	words   *vocabulary
	block   int
	pieces  []piece
	ask     grammarian
	asked   *int     // questions asked so far
	answers []answer // answers of the model about this paragraph
}

// quoted is a range of bytes of a quotation in its block, marks included.
type quoted struct{ start, end, pair int }

// cut splits a text into pieces; spans are the quotations in it, in ascending order.
func cut(block int, text string, spans []quoted, into []piece) paragraph {
	p := paragraph{text: text, words: listed(), block: block, pieces: into[:0]}
	table := cue.Words()
	for at := 0; at < len(text); {
		limit := len(text)
		if len(spans) > 0 {
			limit = spans[0].start
			if at >= limit {
				p.pieces = append(p.pieces, piece{start: int32(limit), end: int32(spans[0].end), kind: quotedPiece, pair: int32(spans[0].pair)})
				at = max(at, spans[0].end)
				spans = spans[1:]
				continue
			}
		}
		c := text[at]
		switch known := signPieces[c]; {
		case c == ' ':
			at++
			continue
		case known == wordPiece || c >= utf8.RuneSelf:
		default:
			if known != otherPiece {
				p.pieces = append(p.pieces, piece{start: int32(at), end: int32(at + 1), kind: known, pair: lint.None})
			}
			at++
			continue
		}
		at = p.cutWord(at, limit, table)
	}
	p.markEnds()
	p.markDateline()
	return p
}

// cutWord splits off the word, or the non-ASCII sign, that begins at an offset and returns where
// it ends.
func (p *paragraph) cutWord(at, limit int, table *cue.Table) int {
	r, n := rune(p.text[at]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(p.text[at:limit])
		if !wordy(r) {
			if kind := pieceKindOf(r); kind != otherPiece {
				p.pieces = append(p.pieces, piece{start: int32(at), end: int32(at + n), kind: kind, pair: lint.None})
			}
			return at + n
		}
	}
	end := wordEnd(p.text[:limit], at+n)
	w := piece{start: int32(at), end: int32(end), kind: wordPiece, pair: lint.None}
	w.cap = r >= 'A' && r <= 'Z' || r == '@' || r >= utf8.RuneSelf && unicode.IsUpper(r)
	w.class = table.Class(p.text, at, end)
	if w.class&cue.Abbreviation != 0 && end < limit && p.text[end] == '.' {
		w.end++
	}
	p.pieces = append(p.pieces, w)
	return int(w.end)
}

// signPieces is the kind of piece that each ASCII character begins.
var signPieces = classifySigns()

func classifySigns() (t [utf8.RuneSelf * 2]pieceKind) {
	for c := range t {
		t[c] = pieceKindOf(rune(c))
		if c < utf8.RuneSelf && (wordy(rune(c)) || c == '@' || c == '$') {
			t[c] = wordPiece
		}
	}
	return t
}

// wordEnd returns the end of the word that begins before at: letters and digits with apostrophes,
// hyphens and cue.Abbreviation stops (U.S., J.K.) between them.
func wordEnd(text string, at int) int {
	for {
		at = skipLetters(text, at)
		if at == len(text) {
			return at
		}
		switch c := text[at]; {
		case alphanumeric(c) || c == '_':
			at++
			continue
		case c >= utf8.RuneSelf || c == '\'' || c == '-' || c == '&' || c == '.':
		default:
			return at
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
}

// skipLetters returns the offset of the first byte at or after offset i that is not an ASCII
// letter, or the length of the text. It looks at eight bytes at a time.
func skipLetters(s string, i int) int {
	for ; len(s)-i >= 8; i += 8 {
		if others := swar.NotLetters(swar.Load(s, i)); others != 0 {
			return i + bits.TrailingZeros64(others)>>3
		}
	}
	for i < len(s) && letter(s[i]) {
		i++
	}
	return i
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func alphanumeric(c byte) bool { return letter(c) || c >= '0' && c <= '9' }

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// loneCapital reports whether text ends in a single capital: J, or the S of U.S
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

// markEnds marks where sentences end: after a full stop followed by a capital, a figure or a
// quotation, and after a quotation that ends in its own full stop.
func (p *paragraph) markEnds() {
	for i := range p.pieces {
		c := &p.pieces[i]
		if i+1 == len(p.pieces) {
			c.ends = true
			break
		}
		if c.kind != stopPiece && c.kind != quotedPiece {
			continue
		}
		next := &p.pieces[i+1]
		starts := next.kind == quotedPiece || next.kind == openPiece || next.kind == wordPiece && !p.lowerAt(int(next.start))
		if c.kind == stopPiece {
			c.ends = starts && (int(c.end) == len(p.text) || next.start > c.end || next.kind == quotedPiece) || p.text[c.start] == '\n'
		}
		if c.kind == quotedPiece {
			last := lastSign(p.text[c.start:c.end])
			c.ends = starts && (last == '.' || (last == '?' || last == '!') && next.kind == quotedPiece)
		}
	}
}

// markDateline ends a sentence after the place before the first sentence of a report: SALEM, Ore.
// (AP) — The river rose.
func (p *paragraph) markDateline() {
	const longest = 14 // pieces
	if len(p.pieces) == 0 || p.pieces[0].kind != wordPiece {
		return
	}
	if w := p.word(0); len(w) < 4 || w[1] >= 'a' && w[1] <= 'z' || strings.ToUpper(w) != w || !p.pieces[0].cap {
		return
	}
	for i := range min(len(p.pieces), longest) {
		switch p.pieces[i].kind {
		case dashPiece:
			for p.kind(i+1) == dashPiece {
				i++
			}
			p.pieces[i].ends = true
			return
		case quotedPiece, colonPiece:
			return
		case wordPiece:
			if !p.pieces[i].cap && p.text[p.pieces[i].start] > '9' {
				return
			}
		case commaPiece, stopPiece, openPiece, closePiece, otherPiece:
		}
	}
}

func (p *paragraph) lowerAt(i int) bool {
	if c := p.text[i]; c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(p.text[i:])
	return unicode.IsLower(r)
}

// lastSign returns the last character of a quotation before its closing marks.
func lastSign(s string) rune {
	s = strings.TrimRight(s, "”\"’'» \u00a0)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// reach limits every search around a quotation, in pieces. Few real sentences are longer, and
// hostile input takes linear time.
const reach = 80

// attempts limits how many verbs, clauses or neighbours a search tries.
const attempts = 5

// sentence returns the pieces [lo, hi) of the sentence that contains piece i.
func (p *paragraph) sentence(i int) (lo, hi int) {
	for lo = i; lo > 0 && i-lo < reach && !p.pieces[lo-1].ends; lo-- {
	}
	for hi = i; hi < len(p.pieces) && hi-i < reach && !p.pieces[hi].ends; hi++ {
	}
	return lo, min(hi+1, len(p.pieces))
}

func (p *paragraph) has(i int, c cue.Class) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].kind == wordPiece && p.pieces[i].class&c != 0
}

func (p *paragraph) kind(i int) pieceKind {
	if i < 0 || i >= len(p.pieces) {
		return otherPiece
	}
	return p.pieces[i].kind
}
