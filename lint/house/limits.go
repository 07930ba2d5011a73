package house

// The limits of what a repository may declare. They are far above what people write, and
// keep a hostile pack from taking the memory or the time of a run.
const (
	mostFiles   = 200     // packs and glossaries
	mostBytes   = 2 << 20 // of one of them
	mostVisited = 20_000  // files and folders that the globs of packs look at
	mostRules   = 2_000
	mostPhrases = 100_000 // of all rules, their forms not counted
	mostForms   = 400_000 // forms of all phrases
	longPhrase  = 200     // bytes
	longMessage = 300     // bytes of a message
	longText    = 8 << 10 // bytes of an explanation or an example
	mostExample = 50      // examples of a rule
	longPattern = 1_000   // bytes
	patternSize = 5_000   // instructions of a compiled pattern
	mostPattern = 500     // patterns of all rules
	depthPacks  = 8       // packs that name packs
)
