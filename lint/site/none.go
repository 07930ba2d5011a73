package site

import (
	"github.com/copychief/copychief/lint"
)

// none is what holds where no generator is known: nothing is concluded from paths, and
// every plain reading of a link is right.
func none() Generator {
	return Generator{
		Site: lint.Site{
			Links: lint.SiteLinks{Suffixes: markdownSuffixes("index.md", "_index.md", "README.md"), Relative: lint.RelativeToEither, Routed: true},
		},
	}
}
