package collate

import "github.com/copychief/copychief/lint"

// Verdict says how a quotation agrees with the sources.
type Verdict uint8

// The verdicts. The zero value stands for a quotation that was not compared.
const (
	Unchecked Verdict = iota
	Verbatim          // word for word
	Edited            // word for word but for changes that a quotation may have
	Altered           // other words, or another order
	NotFound          // in none of the sources
	TooShort          // too few words to tell
)

var verdicts = [...]string{"unchecked", "verbatim", "edited", "altered", "not-found", "too-short"}

// String returns the name of the verdict, as programs read it.
func (v Verdict) String() string { return verdicts[v] }

// Sound reports whether the quotation says what the source says.
func (v Verdict) Sound() bool { return v == Verbatim || v == Edited }

// Suspect reports whether somebody should look at the quotation.
func (v Verdict) Suspect() bool { return v == Altered || v == NotFound }

// Change is something that a quotation may change.
type Change uint8

// The changes, in the order in which they are listed.
const (
	Ellipsis     Change = iota // words are left out, and marked so
	Brackets                   // the writer's words, in brackets
	Interruption               // words are left out where the author's words interrupt
	Capitals                   // small letters for capitals, or the other way round
	Punctuation                // punctuation within
	Typography                 // apostrophes, dashes, hyphens, accents, spaces
	Asides                     // a transcriber's remark is left out: [laughs]
	Fillers                    // um, you know; words said twice in a row
	changes
)

var changeNames = [...]string{
	"ellipsis", "brackets", "interruption", "capitals", "punctuation", "typography", "asides", "fillers",
}

// String returns the name of the change, as programs and people read it.
func (c Change) String() string { return changeNames[c] }

// DifferenceKind says what is wrong with some words.
type DifferenceKind uint8

// The kinds of differences.
const (
	Missing  DifferenceKind = iota // words of the source, and nothing says that they are left out
	Added                          // words that the source does not have there
	Replaced                       // words in place of others
	Moved                          // words of another order, or what follows stands before
	Negated                        // an ellipsis or brackets swallow a “not”
	Foreign                        // what follows stands in another source
)

var differenceNames = [...]string{"missing", "added", "replaced", "moved", "negated", "foreign"}

// String returns the name of the kind, as programs read it.
func (k DifferenceKind) String() string { return differenceNames[k] }

// Difference is one alteration.
type Difference struct {
	Kind   DifferenceKind
	Quoted string // the words of the quotation; may be empty
	Source string // the words of the source in their place, at most some dozens; may be empty
	After  string // the word of the quotation before it; "" at the beginning
	Words  int    // of the source
}

// Result is what is known of a quotation, or of one of its pieces.
type Result struct {
	Verdict     Verdict
	Changes     []Change     // of an edited quotation; an altered one may have some as well
	Differences []Difference // of an altered one

	// The passage of the source that is the same or the nearest; nil where none is.
	Doc  *lint.Document
	Span lint.Span // in its source
	Text string    // as it reads; the end of a long one is cut off

	// Apart is how many words of the source an ellipsis, brackets or an interruption
	// leave out at most.
	Apart int
}

// Position returns where the passage begins; zero where there is none.
func (r *Result) Position() lint.Position {
	if r.Doc == nil {
		return lint.Position{}
	}
	return r.Doc.Source.Position(r.Span.Start)
}
