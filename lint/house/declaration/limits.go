package declaration

// The limits of what a repository may declare. They are far above what people write, and
// keep a hostile pack from taking the memory or the time of a run.
const (
	LongMessage  = 300     // bytes of a message
	LongText     = 8 << 10 // bytes of an explanation or an example
	mostPhrases  = 100_000 // of all rules, their forms not counted
	mostForms    = 400_000 // forms of all phrases
	mostPatterns = 500     // patterns of all rules
)
