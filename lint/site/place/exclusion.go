package place

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// ExclusionOf returns the first exclusion that concerns a draft, or nil.
func ExclusionOf(s *lint.Site, name string) *lint.Exclusion {
	for i := range s.Exclusions {
		out := false
		for _, glob := range s.Exclusions[i].Globs {
			if again, negated := strings.CutPrefix(glob, "!"); negated {
				out = out && !covers(again, name)
			} else {
				out = out || covers(glob, name)
			}
		}
		if out {
			return &s.Exclusions[i]
		}
	}
	return nil
}

// covers matches a path with a glob, in which ** stands for any number of folders.
func covers(glob, name string) bool {
	first, rest, more := strings.Cut(glob, "/")
	if first == "**" {
		if !more || covers(rest, name) {
			return true
		}
		_, below, deeper := strings.Cut(name, "/")
		return deeper && covers(glob, below)
	}
	segment, below, deeper := strings.Cut(name, "/")
	if ok, err := path.Match(first, segment); err != nil || !ok || more != deeper {
		return false
	}
	return !more || covers(rest, below)
}
