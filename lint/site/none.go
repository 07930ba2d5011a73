package site

import (
	"github.com/copychief/copychief/lint"
)

// none applies if the generator is unknown: nothing is concluded from paths, and every
// plausible interpretation of a link is accepted.
func none() Generator {
	return Generator{
		Site: lint.Site{
			Links: lint.SiteLinks{Suffixes: markdownSuffixes("index.md", "_index.md", "README.md"), Relative: lint.RelativeToEither, Routed: true},
		},
	}
}
