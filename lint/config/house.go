package config

import (
	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config/strict"
)

// House is what a configuration says about rules of its own. Package lint/house reads it;
// here it is only kept, because the list of rules must be complete before severities and
// options of a file can be checked.
type House struct {
	Place
	Root  string        // folder of the site
	Rules *yaml.Node    // what is under “house”; nil for nothing
	Packs []strict.Text // the entries of “packs”
}

// House returns what the file says about rules of its own, or nil.
func (f *File) House() *House { return f.house }

// Name returns the file as messages show it.
func (f *File) Name() string { return f.name }

// Misplaced returns the problem that the file declares rules although only the
// configuration at the root of the repository may, or nil. The list of rules is the same
// for all drafts of a run.
func (f *File) Misplaced() Problems {
	if f.house == nil {
		return nil
	}
	d := &decoder{File: f.name}
	n := f.house.Rules
	if n == nil {
		n = f.house.Packs[0].Node
	}
	d.Fail(n, "rules of a house belong in the .copychief.yml at the root of the repository; move them there, and name this folder in files:")
	return d.Problems
}

func house(s *schema, at *Place) *House {
	if s.House == nil && len(s.Packs) == 0 {
		return nil
	}
	return &House{Place: *at, Rules: s.House, Packs: s.Packs}
}
