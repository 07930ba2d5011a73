package site

import (
	"maps"
	"slices"
	"strings"
)

// settings are the scalar values of a configuration by their path: keys in lower
// case, joined by dots, places in lists counted from 0.
type settings map[string]string

// keys returns, sorted, what follows a prefix in the keys that begin with it.
func (s settings) keys(prefix string) (rest []string) {
	for _, key := range slices.Sorted(maps.Keys(s)) {
		if r, ok := strings.CutPrefix(key, prefix); ok {
			rest = append(rest, r)
		}
	}
	return rest
}

// joined returns the value of a key, or those of its list with their own keys, in one
// text to be searched.
func (s settings) joined(key string) string {
	all := []string{s[key]}
	for _, rest := range s.keys(key + ".") {
		all = append(all, rest, s[key+"."+rest])
	}
	return strings.Join(all, " ")
}

// with returns the settings with those of another file, under a prefix. What is there
// already stays.
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
