package collate

import "github.com/copychief/copychief/lint"

// Verdict says how a quotation agrees with the sources.
type Verdict uint8

// The verdicts. The zero value means that the quotation was not compared.
const (
	Unchecked Verdict = iota
	Verbatim          // word for word
	Edited            // word for word except for acceptable changes
	Altered           // different words, or a different order
	NotFound          // in none of the sources
	TooShort          // too few words to tell
)

var verdicts = [...]string{"unchecked", "verbatim", "edited", "altered", "not-found", "too-short"}

// String returns the name of the verdict in machine-readable reports.
func (v Verdict) String() string { return verdicts[v] }

// Sound reports whether the quotation agrees with the source.
func (v Verdict) Sound() bool { return v == Verbatim || v == Edited }

// Suspect reports whether someone should check the quotation.
func (v Verdict) Suspect() bool { return v == Altered || v == NotFound }

// Change is a kind of acceptable change in a quotation.
type Change uint8

// The changes, in the order in which they are listed.
const (
	Ellipsis     Change = iota // words are omitted, and the omission is marked
	Brackets                   // the writer's words, in brackets
	Interruption               // words are omitted where the author's words interrupt
	Capitals                   // lower case for capitals or vice versa
	Punctuation                // punctuation inside the quotation
	Typography                 // apostrophes, dashes, hyphens, accents, spaces
	Asides                     // a transcriber's remark is omitted: [laughs]
	Fillers                    // um, you know; words said twice in a row
	changes
)

var changeNames = [...]string{
	"ellipsis", "brackets", "interruption", "capitals", "punctuation", "typography", "asides", "fillers",
}

// String returns the name of the change in all reports.
func (c Change) String() string { return changeNames[c] }

// DifferenceKind is the kind of an alteration.
type DifferenceKind uint8

// The kinds of differences.
const (
	Missing  DifferenceKind = iota // words of the source are omitted without a mark
	Added                          // words that are not in the source there
	Replaced                       // words that differ from those in the source
	Moved                          // words in a different order, or a part of the source that comes earlier
	Negated                        // an ellipsis or brackets omit a “not”
	Foreign                        // what follows is from another source
)

var differenceNames = [...]string{"missing", "added", "replaced", "moved", "negated", "foreign"}

// String returns the name of the kind in machine-readable reports.
func (k DifferenceKind) String() string { return differenceNames[k] }

// Difference is one alteration.
type Difference struct {
	Kind   DifferenceKind
	Quoted string // the words of the quotation; may be empty
	Source string // the corresponding words of the source, truncated if there are many; may be empty
	After  string // the word of the quotation before it; "" at the beginning
	Words  int    // of the source
}

// Result is the result for a quotation or one of its pieces.
type Result struct {
	Verdict     Verdict
	Changes     []Change     // if the quotation is edited or altered
	Differences []Difference // if it is altered

	// The passage of the source that is equal or most similar; Doc is nil if there is none.
	Doc  *lint.Document
	Span lint.Span // in its source
	Text string    // of the passage, truncated if it is long

	// Apart is the largest number of words of the source that one ellipsis, pair of
	// brackets or interruption omits.
	Apart int
}

// Position returns the start of the passage; zero if there is none.
func (r *Result) Position() lint.Position {
	if r.Doc == nil {
		return lint.Position{}
	}
	return r.Doc.Source.Position(r.Span.Start)
}
