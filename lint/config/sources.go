package config

import (
	"path/filepath"
	"slices"

	"github.com/copychief/copychief/lint/config/strict"
)

// Sources is the configuration of the texts that drafts quote from.
type Sources struct {
	Paths   []string // folders and files, in the form of [Place]
	Limit   string   // folder that neither the paths nor links in them may lead out of
	Cleaned bool     // quotations may omit fillers
}

// The tolerances, the strict one first.
var tolerances = []string{"strict", "cleaned"}

// sources reads the paths of the texts that drafts quote from. Like all files that a
// configuration names, they must be in the repository. They need not exist, since some
// newsrooms keep their notes where not every run has access to them.
func sources(d *decoder, s *schema, at *Place) Sources {
	out := Sources{Limit: at.Repository}
	for _, t := range s.Sources {
		name := filepath.FromSlash(t.Value)
		file := filepath.Join(at.Dir, name)
		switch {
		case t.Value == "":
			d.Fail(t.Node, "sources must name a folder or file")
		case filepath.IsAbs(name) || !within(out.Limit, file):
			d.Fail(t.Node, "sources %s leads out of the repository", strict.Quoted(t.Value))
		case within(file, at.Dir):
			d.Fail(t.Node, "sources %s holds the configuration itself; keep sources in a folder of their own", strict.Quoted(t.Value))
		default:
			out.Paths = append(out.Paths, file)
		}
	}
	if t := s.Tolerance; t.Node != nil && !slices.Contains(tolerances, t.Value) {
		d.Fail(t.Node, "%s", Unknown("tolerance", t.Value, tolerances))
	}
	out.Cleaned = s.Tolerance.Value == "cleaned"
	return out
}

// contains reports whether a file is one of the sources.
func (s *Sources) contains(file string) bool {
	return slices.ContainsFunc(s.Paths, func(p string) bool { return within(p, file) })
}

// tolerance returns the name of the tolerance.
func (s *Sources) tolerance() string {
	if s.Cleaned {
		return tolerances[1]
	}
	return tolerances[0]
}
