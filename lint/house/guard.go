package house

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/copychief/copychief/lint"
)

// guard runs a checker on the drafts that its rule is for. It has no options: what a house
// rule says is in its declaration.
type guard struct {
	inner   checker
	globs   []string // empty means all drafts
	prefix  string   // folder of the site, from that of the configuration
	regions []string // languages with a region, in small letters; empty for all
}

// Check implements [lint.Checker].
func (g *guard) Check(p *lint.Pass) {
	switch {
	case !g.applies(p):
		p.Skip("") // the configuration does not ask for it here
	case !g.inRegion(p.Doc.Language):
		p.Skip("language " + p.Doc.Language + " not supported")
	default:
		g.inner.check(p)
	}
}

// inRegion reports whether the rule is for the region of a draft’s language, if that has one.
func (g *guard) inRegion(language string) bool {
	return len(g.regions) == 0 || !strings.Contains(language, "-") || contains(g.regions, language)
}

func (g *guard) applies(p *lint.Pass) bool {
	if len(g.globs) == 0 {
		return true
	}
	if p.Name == "" {
		return g.covers(p.Doc.Source.Path)
	}
	return g.covers(path.Clean(g.prefix + p.Name))
}

// covers reports whether a path, relative to the folder of the configuration, is one that the rule
// is for.
func (g *guard) covers(name string) bool {
	if len(g.globs) == 0 {
		return true
	}
	for _, glob := range g.globs {
		tried := name
		if !strings.Contains(glob, "/") {
			tried = path.Base(name)
		}
		if doublestar.MatchUnvalidated(glob, tried) {
			return true
		}
	}
	return false
}
