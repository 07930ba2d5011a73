package language

import "github.com/copychief/copychief/lint"

// Phrase is a keyphrase ready for matching. Every content word must occur, in
// any order and any inflected form; function words do not count. A phrase in
// double quotation marks matches to the letter (case and typography aside).
type Phrase struct {
	Text  string   // as declared, without quotation marks
	Words []string // its content words as declared; all words where none has content
	Exact bool
}

// NewPhrase compiles a phrase for a language (a BCP 47 tag).
func NewPhrase(text, language string) *Phrase { return &Phrase{Text: text} }

// Match says how much of a phrase stands in a text.
type Match struct {
	Count   int      // how often the whole phrase occurs: the rarest word's count
	Missing []string // the content words that do not occur, as declared
	Words   [][2]int // offsets in the text of every matching word, ascending
}

// All reports whether the whole phrase occurs.
func (m Match) All() bool { return m.Count > 0 }

// In matches the phrase in a short text: a headline, a description, an
// alternative, a heading, taken as one sentence.
func (p *Phrase) In(text string) Match { return Match{} }

// Keyphrase is the declared keyphrase of a document and where it stands.
type Keyphrase struct {
	Phrase   *Phrase
	Synonyms []*Phrase
	Hits     []Hit // in order; of the phrase and of its synonyms, in the author's words
}

// Hit is one occurrence within one sentence.
type Hit struct {
	Block      int
	Sentence   int   // index into Prose.Sentences
	Words      []int // indices into Prose.Words, ascending
	Start, End int   // offsets in the block's text, from the first matching word to the last
	Synonym    bool
}

var keyphrase = lint.NewFact(findKeyphrase)

// KeyphraseOf returns the keyphrase of a document, or nil where none is declared.
func KeyphraseOf(d *lint.Document) *Keyphrase { return keyphrase.Of(d) }

func findKeyphrase(*lint.Document) *Keyphrase { return nil }
