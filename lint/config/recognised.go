package config

import (
	"maps"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site"
	"github.com/copychief/copychief/lint/site/survey"
)

// recognised fills in what the file leaves open.
func (s *Settings) recognised(f *File, found *site.Found) {
	if found == nil {
		return
	}
	s.Found = found
	merged := found.Site
	merged.Hosts, merged.Static = f.site.Hosts, f.site.Static
	if len(merged.Hosts) == 0 {
		merged.Hosts = found.Hosts
	}
	if len(merged.Static) == 0 {
		merged.Static = found.Static
	}
	s.Site = &merged
	s.Parse.Hosts = merged.Hosts
	if s.Parse.Language == "" && said(found) {
		s.Parse.Language = found.Language.Value
	}
	if names := found.Folded(); names != nil {
		maps.Copy(names, s.Parse.Fields)
		s.Parse.Fields = names
	}
}

// said reports whether the site's own configuration reliably declares the language of its drafts.
// English alone may be left over from the template that the site was made from, so the text
// decides then.
func said(found *site.Found) bool {
	tag := strings.ToLower(found.Language.Value)
	return tag != "en" && !strings.HasPrefix(tag, "en-") || len(found.Languages) > 1
}

// recognisedAt returns the origin of a value that was recognised by a file.
func recognisedAt(where string) Origin { return Origin{Kind: FromRecognised, Name: where} }

// recognised returns the origin of a value that the file does not set: where it was recognised, if
// it was.
func (v *viewBuilder) recognised(from Origin, is bool, where string) Origin {
	if from.Kind == FromDefault && is {
		return recognisedAt(where)
	}
	return from
}

// site adds the values about the site.
func (v *viewBuilder) site(s *Settings) {
	found := s.Found
	if found == nil {
		found = &site.Found{}
	}
	if found.Title != "" {
		v.add("generator", found.Title, recognisedAt(found.Marker))
	}
	language, from := s.Parse.Language, v.from(true, "language")
	from = v.recognised(from, language != "", found.Language.Where)
	if language == "" {
		language = "en"
	}
	v.add("language", language, from)
	hostsAt := ""
	if len(found.HostsFrom) > 0 {
		hostsAt = found.HostsFrom[0].Where
	}
	if s.Kind != lint.KindUnknown {
		v.add("kind", s.Kind.String(), v.from(true, "kind"))
	}
	v.add("site.hosts", s.Site.Hosts, v.recognised(v.from(false, "site", "hosts"), hostsAt != "", hostsAt))
	v.add("site.root", v.shown(s.Root), v.from(false, "site", "root"))
	v.add("site.static", s.Site.Static, v.recognised(v.from(false, "site", "static"), len(found.Static) > 0, found.Marker))
}

// recognisedNames returns the names that were recognised for a role, and whether the
// drafts have one that is not looked for anyway.
func recognisedNames(s *Settings, role lint.Role) (names []string, own bool) {
	if s.Found == nil {
		return nil, false
	}
	i := slices.IndexFunc(s.Found.Fields, func(f survey.Field) bool { return f.Role == role && f.Own })
	return s.Found.Names[role], i >= 0
}

// usualNames returns the names that are looked for by default.
func usualNames(role lint.Role) []string { return parse.DefaultFields()[role] }
