// Package settings reads the configuration of a site, whatever language it is written in.
//
// YAML, TOML and JSON are parsed. A configuration that is a program, in JavaScript,
// TypeScript, Python or Ruby, is searched for plain assignments to a few names and never
// run. The result is flat: the path of each scalar with its value, so that the facts about a
// generator can name a setting in one string. The trade-offs: whatever a program computes
// is not known, and a broken configuration counts as empty, since recognition must not stop
// at somebody else's mistake.
package settings

import (
	"maps"
	"slices"
	"strings"
)

// Map maps the path of each scalar value in a configuration to the value. A path
// consists of keys in lower case and list indexes (from 0), joined by dots.
type Map map[string]string

// Keys returns the keys that begin with a prefix, sorted and without the prefix.
func (s Map) Keys(prefix string) (rest []string) {
	for _, key := range slices.Sorted(maps.Keys(s)) {
		if r, ok := strings.CutPrefix(key, prefix); ok {
			rest = append(rest, r)
		}
	}
	return rest
}

// Joined returns the value of a key, or all values below it with their keys, as one text
// that can be searched.
func (s Map) Joined(key string) string {
	all := []string{s[key]}
	for _, rest := range s.Keys(key + ".") {
		all = append(all, rest, s[key+"."+rest])
	}
	return strings.Join(all, " ")
}

// With adds the settings of another file under a prefix and returns the result. Existing
// values are not overwritten.
func (s Map) With(prefix string, other Map) Map {
	all := maps.Clone(s)
	if all == nil {
		all = Map{}
	}
	for key, value := range other {
		if all[prefix+key] == "" {
			all[prefix+key] = value
		}
	}
	return all
}

// Value is a value with the place where it was found.
type Value struct{ Value, Where string }
