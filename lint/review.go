package lint

// ReviewKind is a kind of [ReviewMark].
type ReviewKind uint8

// The kinds of marks.
const (
	ReviewComment ReviewKind = iota // a comment of a reviewer
	Insertion                       // a tracked insertion
	Deletion                        // a tracked deletion
	Highlight                       // words that somebody highlighted
	Unfilled                        // a field that shows what to fill in
)

// ReviewMark is a mark of review that a word processor keeps beside the text.
type ReviewMark struct {
	Kind   ReviewKind
	Span   Span   // the words it is about; empty for a deletion
	Author string // "" if unknown
	Text   string // the comment, or the words that were inserted or deleted; "" for a highlight or a field
}
