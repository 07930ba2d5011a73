package config

import (
	"embed"
	"reflect"

	"go.yaml.in/yaml/v4"
)

//go:embed profiles/*.yml
var profileFiles embed.FS

// Profiles are the names of the built-in profiles. The first one is the default and
// consists of the defaults of the rules.
var Profiles = []string{"blog", "news", "evergreen", "docs"}

// Profile returns the source of a built-in profile, or "" for an unknown name.
func Profile(name string) string {
	content, err := profileFiles.ReadFile("profiles/" + name + ".yml")
	if err != nil {
		return ""
	}
	return string(content)
}

// profileLayer returns the layer of a built-in profile, which it reads only once.
func profileLayer(r *Resolver, name string) (layer, Problems) {
	if name == "" {
		name = Profiles[0]
	}
	if p, ok := r.profiles[name]; ok {
		return p, nil
	}
	d := &decoder{File: "profile " + name}
	var s struct {
		Rules *yaml.Node `yaml:"rules"`
	}
	if n := d.Document([]byte(Profile(name))); n != nil {
		d.Structure(n, reflect.ValueOf(&s).Elem(), "the profile")
	}
	p := readLayer(r, d, s.Rules, Origin{Kind: FromProfile, Name: name})
	r.profiles[name] = p
	return p, d.Problems
}
