package report

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Sheet is what a report shows of a draft beside its findings: its search result, the
// lengths of its sections, where the keyphrase is, and who says what. Its text is not escaped.
type Sheet struct {
	Path     string
	Words    int
	Unit     string // of Words, in the plural
	Minutes  float64
	Search   SearchResult
	Sections []SheetSection
	Phrase   SheetPhrase
	Quotes   []SheetQuote
	Unread   bool // speakers are not recognised in the language of the draft, so that there is none says nothing
	Text     []SheetBlock
	// Packed is everything above from Search on as a page shows it, compressed, which a report on
	// many drafts has instead. It is nil otherwise.
	Packed []byte
}

// MostTexts is the largest number of drafts whose sheets a report has as they are. Those of thousands
// would not fit into memory, and a browser takes minutes to lay them out.
const MostTexts = 50

// SheetBlock is a block of the text of a draft.
type SheetBlock struct {
	Kind   lint.BlockKind
	Level  int // of a heading, or an item of a list
	Quoted bool
	Pieces []SheetPiece
}

// SheetPiece is a part of a block.
type SheetPiece struct {
	Text    string
	Picture bool            // Text replaces a picture
	Finding *engine.Finding // what is found there; nil for nothing
}

// SheetSection is the text below a heading.
type SheetSection struct {
	Heading string // "" for the text before the first heading
	Level   int
	Words   int
	From    int       // words before it
	Span    lint.Span // of the section with its heading
}

// SheetPhrase says where the keyphrase is. Its Text is "" if there is none.
type SheetPhrase struct {
	Text     string
	Inferred bool
	At       []int // words before each occurrence
}

// SheetQuote is a quotation.
type SheetQuote struct {
	Text, Speaker, Place  string
	Line                  int // where Place is ""
	Words                 int
	Block                 bool // a block quotation
	Unnamed, Unattributed bool
}

// SearchResult is how a search result may show a draft.
type SearchResult struct {
	Title, Description SearchLine
	Address            string // the canonical address, or the slug
	// Passage is the beginning of the text; search engines show a part of it if there is no
	// description.
	Passage string
}

// SearchLine is a text of a search result.
type SearchLine struct {
	Text           string
	Pixels         float64 // its width on a desktop
	Desktop, Phone int     // bytes of it that are shown
	Guessed        bool    // the width of its letters is not known
}
