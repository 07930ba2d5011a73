package generator

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/repository"
)

// Find returns the site that begins in a folder, configured, or nil if none does. Weak
// markers do not count inside another site.
func Find(files *repository.Files, base string, inside bool) *Instance {
	all := known()
	for _, test := range []func(*generator) string{
		func(g *generator) string { return markerIn(files, base, g.Markers) },
		func(g *generator) string { return dependencyIn(files, base, g.Dependencies) },
		func(g *generator) string {
			if inside {
				return ""
			}
			return markerIn(files, base, g.Weak)
		},
	} {
		for i := range all {
			if marker := test(&all[i]); marker != "" {
				own := generators[i]() // a copy, since it will be changed
				site := start(&own, base, marker)
				s := site.Configuration(files)
				if own.configure != nil {
					own.configure(site, s)
				}
				site.mainLanguage(s)
				setTypographer(site, s)
				setLineBreaks(site, s, files)
				return site
			}
		}
	}
	return nil
}

// Unknown returns a site about whose generator nothing is known.
func Unknown(base string) *Instance {
	g := none()
	return start(&g, base, "")
}

// Names returns the names of all known generators. It is meant for tests.
func Names() (names []string) {
	for _, g := range known() {
		names = append(names, g.Name)
	}
	return names
}

// Named returns the defaults of a generator for a site in a folder, without any site's
// configuration. It is meant for tests.
func Named(name, base string) *lint.Site {
	g := byName(name)
	site := start(&g, base, "")
	site.Resolve()
	return &site.Site
}

// markerIn returns the file in a folder that matches one of the markers, or "".
func markerIn(files *repository.Files, base string, markers []marker) string {
	for i := range markers {
		m := &markers[i]
		name := files.Match(base, m.File)
		if name == "" {
			continue
		}
		beside := func(n string) bool { return files.Match(base, n) != "" }
		if len(m.Beside) > 0 && !slices.ContainsFunc(m.Beside, beside) {
			continue
		}
		if len(m.Keys) > 0 {
			s := files.Settings(name)
			if !slices.ContainsFunc(m.Keys, func(key string) bool { return s[key] != "" }) {
				continue
			}
		}
		if len(m.Words) > 0 {
			text := string(files.Read(name))
			if !slices.ContainsFunc(m.Words, func(word string) bool { return strings.Contains(text, word) }) {
				continue
			}
		}
		return name
	}
	return ""
}

// dependencyIn returns the package.json of a folder if it names one of the packages, or "".
func dependencyIn(files *repository.Files, base string, packages []string) string {
	name := path.Join(base, "package.json")
	if !files.Has(base, "package.json") {
		return ""
	}
	s := files.Settings(name)
	for _, p := range packages {
		if s["dependencies."+p] != "" || s["devdependencies."+p] != "" {
			return name
		}
	}
	return ""
}
