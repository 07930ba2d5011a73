package config

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Origin is where a value was set. The zero value means a default.
type Origin struct {
	Kind         OriginKind
	Name         string   // of the profile, of the flag: "--rule", or of the file by which something was recognised
	File         string   // as messages show it; "" for profiles and flags
	Line, Column int      // from 1; 0 means the whole file
	Globs        []string // of the override, or the one of “ignore” that matched
}

// OriginKind is the kind of place that a value comes from.
type OriginKind uint8

// The kinds of origin, in order of increasing precedence.
const (
	FromDefault    OriginKind = iota // of the rule, or of the program
	FromRecognised                   // what was recognised of the site
	FromProfile                      // a built-in profile
	FromFile                         // a configuration file, or a file that it names
	FromOverride                     // an override of a configuration file
	FromFlag                         // the command line
)

// String returns the kind as a word: default, profile, file, override or flag.
func (k OriginKind) String() string {
	return [...]string{"default", "recognised", "profile", "file", "override", "flag"}[k]
}

// String returns the origin for display: "default", "profile news",
// ".copychief.yml:3", ".copychief.yml:9 (news/**)" or "--rule".
func (o Origin) String() string {
	switch o.Kind {
	case FromRecognised:
		if o.Name != "" {
			return o.Kind.String() + " (" + o.Name + ")"
		}
		return o.Kind.String()
	case FromProfile:
		return "profile " + o.Name
	case FromFlag:
		return o.Name
	case FromFile, FromOverride:
		s := o.File
		if o.Line > 0 {
			s = fmt.Sprintf("%s:%d", o.File, o.Line)
		}
		if len(o.Globs) > 0 {
			s += " (" + strings.Join(o.Globs, ", ") + ")"
		}
		return s
	default:
		return o.Kind.String()
	}
}

// at returns the origin with the position of a node, which may be nil.
func (o Origin) at(n *yaml.Node) Origin {
	if n != nil && o.File != "" {
		o.Line, o.Column = max(n.Line, 1), max(n.Column, 1)
	}
	return o
}

// find returns the key at a path of keys in a mapping, or nil.
func find(n *yaml.Node, path ...string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i]; key.Value == path[0] {
			if len(path) == 1 {
				return key
			}
			return find(n.Content[i+1], path[1:]...)
		}
	}
	return nil
}
