package site

import (
	"maps"
	"slices"
	"strings"
)

// settings maps the path of each scalar value in a configuration to the value. A path
// consists of keys in lower case and list indexes (from 0), joined by dots.
type settings map[string]string

// keys returns the keys that begin with a prefix, sorted and without the prefix.
func (s settings) keys(prefix string) (rest []string) {
	for _, key := range slices.Sorted(maps.Keys(s)) {
		if r, ok := strings.CutPrefix(key, prefix); ok {
			rest = append(rest, r)
		}
	}
	return rest
}

// joined returns the value of a key, or all values below it with their keys, as one text
// that can be searched.
func (s settings) joined(key string) string {
	all := []string{s[key]}
	for _, rest := range s.keys(key + ".") {
		all = append(all, rest, s[key+"."+rest])
	}
	return strings.Join(all, " ")
}

// with adds the settings of another file under a prefix and returns the result. Existing
// values are not overwritten.
func (s settings) with(prefix string, other settings) settings {
	all := maps.Clone(s)
	if all == nil {
		all = settings{}
	}
	for key, value := range other {
		if all[prefix+key] == "" {
			all[prefix+key] = value
		}
	}
	return all
}
