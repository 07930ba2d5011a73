package house

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/condition"
	"github.com/copychief/copychief/lint/house/passage"
)

// guard runs a checker on the drafts that its rule is for. It has no options: a house rule is
// configured by its declaration.
type guard struct {
	inner   lint.Checker
	globs   []string // empty means all drafts
	prefix  string   // folder of the site, from that of the configuration
	regions []string // languages with a region, in small letters; empty for all
	where   *condition.Where
}

// Check implements [lint.Checker].
func (g *guard) Check(p *lint.Pass) {
	switch {
	case !g.applies(p):
		p.Skip("") // the configuration does not ask for it here
	case !g.inRegion(p.Doc.Language):
		p.Skip("language " + p.Doc.Language + " not supported")
	case g.where.Holds(p.Doc):
		g.inner.Check(p)
	}
}

// inRegion reports whether the rule is for the region of a draft’s language, if that has one.
func (g *guard) inRegion(language string) bool {
	return len(g.regions) == 0 || !strings.Contains(language, "-") || passage.Contains(g.regions, language)
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

// globs reads the globs of the drafts that the rule is for.
func (c *compiler) globs(list []strict.Text) (globs []string) {
	for _, t := range list {
		glob := strings.TrimPrefix(t.Value, "./")
		switch {
		case glob == "" || !doublestar.ValidatePattern(glob) || len(glob) > longGlob || strings.Count(glob, "{") > 4:
			c.Fail(t.Node, "%s is not a valid pattern for files; write one such as news/**", strict.Quoted(t.Value))
		case strings.HasPrefix(glob, "/") || strings.HasPrefix(glob, "../") || strings.Contains(glob, `\`):
			c.Fail(t.Node, "%s: files are relative to the folder of .copychief.yml and use slashes", strict.Quoted(t.Value))
		case !strings.ContainsAny(glob, "/*?[{."):
			c.Fail(t.Node, "%s would be a file of this name; for the folder, write %s/**", strict.Quoted(t.Value), strict.Printable(glob))
		default:
			if strings.HasSuffix(glob, "/") {
				glob += "**"
			}
			globs = append(globs, glob)
		}
	}
	return globs
}

// prefix returns the folder of the site relative to that of the configuration.
func (c *compiler) prefix() string {
	rel, err := filepath.Rel(c.loader.dir, c.loader.conf.Root)
	if err != nil || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel) + "/"
}
