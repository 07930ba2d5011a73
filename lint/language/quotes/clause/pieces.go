package clause

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// Piece is a word, a punctuation mark or a whole quotation of a paragraph, the units that the
// search for speakers works on.
type Piece struct {
	Start, End int32 // offsets in the block's text
	Pair       int32 // of a quotation: index into Marks.Pairs of package pairing
	Class      cue.Class
	Kind       PieceKind
	Capital    bool // begins with a capital
	Ends       bool // a sentence ends after it
}

// PieceKind is the kind of a piece.
type PieceKind uint8

// The kinds of pieces.
const (
	Word PieceKind = iota
	Comma
	Colon
	Stop // . ! ? … ;
	Dash
	Opening // ( [
	Closing
	Quotation
	OtherSign
)

// Paragraph is a block split into pieces. Its methods say what a piece is and which names begin
// there; functions find out who says a quotation, if anybody does.
type Paragraph struct {
	Text    string
	Words   *Vocabulary
	Block   int
	Pieces  []Piece
	Ask     Grammarian
	Asked   *int     // questions asked so far
	answers []answer // answers of the model about this paragraph
}

// Quoted is a range of bytes of a quotation in its block, marks included.
type Quoted struct{ Start, End, Pair int }

// Cut splits a text into pieces; spans are the quotations in it, in ascending order.
func Cut(block int, text string, spans []Quoted, into []Piece) Paragraph {
	p := Paragraph{Text: text, Words: Listed(), Block: block, Pieces: into[:0]}
	table := cue.Words()
	for at := 0; at < len(text); {
		limit := len(text)
		if len(spans) > 0 {
			limit = spans[0].Start
			if at >= limit {
				p.Pieces = append(p.Pieces, Piece{Start: int32(limit), End: int32(spans[0].End), Kind: Quotation, Pair: int32(spans[0].Pair)})
				at = max(at, spans[0].End)
				spans = spans[1:]
				continue
			}
		}
		c := text[at]
		switch known := signPieces[c]; {
		case c == ' ':
			at++
			continue
		case known == Word || c >= utf8.RuneSelf:
		default:
			if known != OtherSign {
				p.Pieces = append(p.Pieces, Piece{Start: int32(at), End: int32(at + 1), Kind: known, Pair: lint.None})
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
func (p *Paragraph) cutWord(at, limit int, table *cue.Table) int {
	r, n := rune(p.Text[at]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(p.Text[at:limit])
		if !Wordy(r) {
			if kind := pieceKindOf(r); kind != OtherSign {
				p.Pieces = append(p.Pieces, Piece{Start: int32(at), End: int32(at + n), Kind: kind, Pair: lint.None})
			}
			return at + n
		}
	}
	end := wordEnd(p.Text[:limit], at+n)
	w := Piece{Start: int32(at), End: int32(end), Kind: Word, Pair: lint.None}
	w.Capital = r >= 'A' && r <= 'Z' || r == '@' || r >= utf8.RuneSelf && unicode.IsUpper(r)
	w.Class = table.Class(p.Text, at, end)
	if w.Class&cue.Abbreviation != 0 && end < limit && p.Text[end] == '.' {
		w.End++
	}
	p.Pieces = append(p.Pieces, w)
	return int(w.End)
}

// signPieces is the kind of piece that each ASCII character begins.
var signPieces = classifySigns()

func classifySigns() (t [utf8.RuneSelf * 2]PieceKind) {
	for c := range t {
		t[c] = pieceKindOf(rune(c))
		if c < utf8.RuneSelf && (Wordy(rune(c)) || c == '@' || c == '$') {
			t[c] = Word
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
		case Alphanumeric(c) || c == '_':
			at++
			continue
		case c >= utf8.RuneSelf || c == '\'' || c == '-' || c == '&' || c == '.':
		default:
			return at
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if Wordy(r) || r == '_' {
			at += n
			continue
		}
		next, m := utf8.DecodeRuneInString(text[at+n:])
		if m > 0 && Wordy(next) && (r == '\'' || r == '’' || r == '-' || r == '‑' || r == '&') {
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

// Alphanumeric reports whether a byte is an ASCII letter or digit.
func Alphanumeric(c byte) bool { return letter(c) || c >= '0' && c <= '9' }

// Wordy reports whether a character is a letter or a digit.
func Wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// loneCapital reports whether text ends in a single capital: J, or the S of U.S
func loneCapital(text string) bool {
	n := len(text)
	if n == 0 || text[n-1] < 'A' || text[n-1] > 'Z' {
		return false
	}
	return n == 1 || text[n-2] == ' ' || text[n-2] == '.' || text[n-2] == '(' || text[n-2] == '-'
}

func pieceKindOf(r rune) PieceKind {
	switch r {
	case ',':
		return Comma
	case ':':
		return Colon
	case '.', '!', '?', ';', '…', '\n':
		return Stop
	case '—', '–', '-', '―':
		return Dash
	case '(', '[':
		return Opening
	case ')', ']':
		return Closing
	}
	return OtherSign
}

// markEnds marks where sentences end: after a full stop followed by a capital, a figure or a
// quotation, and after a quotation that ends in its own full stop.
func (p *Paragraph) markEnds() {
	for i := range p.Pieces {
		c := &p.Pieces[i]
		if i+1 == len(p.Pieces) {
			c.Ends = true
			break
		}
		if c.Kind != Stop && c.Kind != Quotation {
			continue
		}
		next := &p.Pieces[i+1]
		starts := next.Kind == Quotation || next.Kind == Opening || next.Kind == Word && !p.lowerAt(int(next.Start))
		if c.Kind == Stop {
			c.Ends = starts && (int(c.End) == len(p.Text) || next.Start > c.End || next.Kind == Quotation) || p.Text[c.Start] == '\n'
		}
		if c.Kind == Quotation {
			last := LastSign(p.Text[c.Start:c.End])
			c.Ends = starts && (last == '.' || (last == '?' || last == '!') && next.Kind == Quotation)
		}
	}
}

// markDateline ends a sentence after the place before the first sentence of a report: SALEM, Ore.
// (AP) — The river rose.
func (p *Paragraph) markDateline() {
	const longest = 14 // pieces
	if len(p.Pieces) == 0 || p.Pieces[0].Kind != Word {
		return
	}
	if w := p.Word(0); len(w) < 4 || w[1] >= 'a' && w[1] <= 'z' || strings.ToUpper(w) != w || !p.Pieces[0].Capital {
		return
	}
	for i := range min(len(p.Pieces), longest) {
		switch p.Pieces[i].Kind {
		case Dash:
			for p.Kind(i+1) == Dash {
				i++
			}
			p.Pieces[i].Ends = true
			return
		case Quotation, Colon:
			return
		case Word:
			if !p.Pieces[i].Capital && p.Text[p.Pieces[i].Start] > '9' {
				return
			}
		case Comma, Stop, Opening, Closing, OtherSign:
		}
	}
}

func (p *Paragraph) lowerAt(i int) bool {
	if c := p.Text[i]; c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(p.Text[i:])
	return unicode.IsLower(r)
}

// LastSign returns the last character of a quotation before its closing marks.
func LastSign(s string) rune {
	s = strings.TrimRight(s, "”\"’'» \u00a0)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// Reach limits every search around a quotation, in pieces. Few real sentences are longer, and
// hostile input takes linear time.
const Reach = 80

// Attempts limits how many verbs, clauses or neighbours a search tries.
const Attempts = 5

// Sentence returns the pieces [lo, hi) of the sentence that contains piece i.
func (p *Paragraph) Sentence(i int) (lo, hi int) {
	for lo = i; lo > 0 && i-lo < Reach && !p.Pieces[lo-1].Ends; lo-- {
	}
	for hi = i; hi < len(p.Pieces) && hi-i < Reach && !p.Pieces[hi].Ends; hi++ {
	}
	return lo, min(hi+1, len(p.Pieces))
}
