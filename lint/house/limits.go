package house

// The limits of what a repository may declare. They are far above what people write, and
// keep a hostile pack from taking the memory or the time of a run. Those of single values are
// in the package that reads them.
const (
	mostFiles   = 200     // packs and glossaries
	mostBytes   = 2 << 20 // of one of them
	mostVisited = 20_000  // files and folders that the globs of packs look at
	mostRules   = 2_000
	mostExample = 50  // examples of a rule
	longGlob    = 200 // bytes
	depthPacks  = 8   // packs that name packs
)
