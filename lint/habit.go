package lint

// Habit describes a form that a site may have chosen: headlines that end with a full stop,
// bodies that begin with an H1. If many drafts of a place have the form, it is the practice
// of the place, and findings about it are held back. A rule about damage (a broken link, a
// missing alternative text, a leftover) has no habit, however often it occurs.
type Habit struct {
	Does string // what drafts with a finding do, as a verb phrase: "end the headline with a full stop"; "" means no habit
	Of   Part   // what a draft needs for the rule to be able to report anything
	// Most says that findings are held back only if most drafts have the form. It is for
	// forms that nobody chooses, and for sizes: a few long texts are no practice, but if the
	// median of the place exceeds the limit, they are a genre (transcripts, legal texts,
	// newsletters).
	Most bool
}

// Part is a part of a draft that some drafts lack.
type Part uint8

// The parts of a draft.
const (
	AnyPart Part = iota // every draft has it
	HeadingPart
	ImagePart
	TagPart
	QuotationPart // a double quotation mark in the author's prose
)
