package language

import "github.com/copychief/copychief/lint"

// MarkStyle is a style of quotation marks.
type MarkStyle uint8

// The styles.
const (
	Straight       MarkStyle = iota // "…"
	Curly                           // “…”
	SingleCurly                     // ‘…’
	SingleStraight                  // '…'
	Guillemets                      // «…»
	DoubledSingle                   // ''…'' or ``…''
)

// Pair is two quotation marks that belong together, with all between them. Speech
// over several paragraphs, each of which opens with a mark and only the last of
// which closes, is one pair.
type Pair struct {
	Style    MarkStyle
	Block    int // of the opening mark
	Start    int // offset of the opening mark in that block's text
	EndBlock int // of the closing mark; Block, but for speech over several paragraphs
	End      int // offset behind the closing mark in EndBlock's text
	Depth    int // 0 for the outermost
	Closed   bool
}

// Pairing is how a document's quotation marks belong together.
type Pairing struct {
	Pairs []Pair // by Block and Start; unclosed speech that runs on to a later paragraph ends with it
	Stray []Stray
	// Curled and Straights count the marks and apostrophes of both typographies
	// in the author's prose; the spans are those of the rarer kind.
	Curled, Straights int
}

// Stray is a mark that nothing closes, or that closes nothing.
type Stray struct {
	Block, Start, End int // offsets in the block's text
	Opening           bool
}

var pairing = lint.NewFact(pair)

// PairingOf returns how the quotation marks of a document belong together.
func PairingOf(d *lint.Document) *Pairing { return pairing.Of(d) }

func pair(*lint.Document) *Pairing { return &Pairing{} }
