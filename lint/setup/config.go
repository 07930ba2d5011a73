package setup

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/config"
)

// docs is the address of the documentation of the configuration.
const docs = "https://github.com/copychief/copychief/blob/main/docs/configuration.md"

// baselineName is the default file of copychief baseline.
const baselineName = ".copychief-baseline.json"

// Config returns a short configuration for the repository, with a comment on each line that
// says where it comes from.
func (s *Survey) Config() []byte {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=" + config.SchemaURL + "\n")
	b.WriteString("# All settings: " + docs + "\n\n")
	chosen := s.Profile.Value
	if stricter(chosen) {
		fmt.Fprintf(&b, "# The profile %s may fit: %s.\n", chosen, s.Profile.Where)
		chosen = "blog"
	}
	fmt.Fprintf(&b, "%-28s # or %s\n", "profile: "+chosen, others(chosen))
	s.writeSite(&b)
	s.writeFields(&b)
	s.writeShortcodes(&b)
	if len(s.Ignore) > 0 {
		b.WriteString("\n# Drafts that are not articles.\nignore:\n")
		for _, g := range s.Ignore {
			b.WriteString("  - " + quoted(g) + "\n")
		}
	}
	s.writeProfiles(&b)
	s.writeBaseline(&b)
	b.WriteString("\n# Every rule can be set to off, advice, warning or error; copychief rules lists them.\n" +
		"# rules:\n#   long-headline: error\n#   thin-article: {min: 200}\n")
	return []byte(b.String())
}

// stricter reports whether a profile asks for more than the defaults. The name of a folder is not
// enough evidence to choose it.
func stricter(profile string) bool { return profile == "news" || profile == "evergreen" }

// writeProfiles sets the profiles of folders; those that ask for more are only suggested.
func (s *Survey) writeProfiles(b *strings.Builder) {
	for _, suggested := range []bool{false, true} {
		head, mark := "\noverrides:\n", ""
		if suggested {
			head, mark = "\n# Stricter profiles that may fit:\n# overrides:\n", "# "
		}
		for _, p := range s.Profiles {
			if stricter(p.Name) == suggested {
				fmt.Fprintf(b, "%s%s  - files: [%s]\n%s    profile: %s\n", head, mark, quoted(p.Glob), mark, p.Name)
				head = ""
			}
		}
	}
}

// others lists the other profiles.
func others(name string) string {
	var all []string
	for _, p := range config.Profiles {
		if p != name {
			all = append(all, p)
		}
	}
	return strings.Join(all[:len(all)-1], ", ") + " or " + all[len(all)-1]
}

// writeBaseline sets the existing baseline or, as a comment, shows how to set one: naming a
// file that does not exist would be an error.
func (s *Survey) writeBaseline(b *strings.Builder) {
	b.WriteString("\n")
	if s.Baseline {
		remarked(b, "baseline: "+baselineName, "findings in it do not count")
		return
	}
	b.WriteString("# Once copychief baseline has written it: findings in it do not count.\n# baseline: " + baselineName + "\n")
}

func (s *Survey) writeSite(b *strings.Builder) {
	if s.Language.Value != "" && strings.ToLower(s.Language.Value) != "en" {
		remarked(b, "language: "+quoted(s.Language.Value), "from "+s.Language.Where)
	}
	b.WriteString("\n")
	if len(s.Hosts) == 0 && len(s.Static) == 0 {
		b.WriteString("# Name your host, so that links to your own site can be told from others:\n# site:\n#   hosts: [www.example.com]\n")
		return
	}
	b.WriteString("site:\n")
	if len(s.Hosts) > 0 {
		var hosts []string
		for _, h := range s.Hosts {
			hosts = append(hosts, quoted(h.Value))
		}
		remarked(b, "  hosts: ["+strings.Join(hosts, ", ")+"]", "from "+s.Hosts[0].Where+"; links to it are internal")
	} else {
		b.WriteString("  # hosts: [www.example.com]  # name yours, so that links to it can be told from others\n")
	}
	if len(s.Static) > 0 {
		remarked(b, "  static: ["+quotedAll(s.Static)+"]", "served from the root of the site")
	}
}

// quotedAll returns the items of a list in YAML.
func quotedAll(items []string) string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = quoted(item)
	}
	return strings.Join(all, ", ")
}

// writeFields writes the roles for which the articles use custom names.
func (s *Survey) writeFields(b *strings.Builder) {
	first := true
	for _, f := range s.Fields {
		if !f.Own {
			continue
		}
		if first {
			b.WriteString("\n# Names of your metadata fields, preferred names first.\nfields:\n")
			first = false
		}
		var names []string
		for _, n := range f.Names {
			names = append(names, quoted(n))
		}
		fmt.Fprintf(b, "  %s: [%s]\n", config.RoleName(f.Role), strings.Join(names, ", "))
	}
}

func (s *Survey) writeShortcodes(b *strings.Builder) {
	if len(s.Shortcodes) == 0 {
		return
	}
	b.WriteString("\n# Template tags that are part of the article, and their arguments.\nshortcodes:\n")
	for _, c := range s.Shortcodes {
		line := "  " + quoted(c.Name) + ": {kind: " + c.Kind
		for _, a := range [...]struct{ key, value string }{{"source", c.Source}, {"alt", c.Alt}, {"caption", c.Caption}} {
			if a.value != "" {
				line += ", " + a.key + ": " + quoted(a.value)
			}
		}
		b.WriteString(line + "}\n")
	}
}

// remarked writes a line with a comment at its end.
func remarked(b *strings.Builder, line, remark string) {
	remark = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xfeff {
			return '?'
		}
		return r
	}, remark)
	fmt.Fprintf(b, "%-28s # %s\n", line, remark)
}

// plainScalar matches strings that need no quotation marks in YAML.
var plainScalar = pattern(`^[A-Za-z_][A-Za-z0-9_./-]*$`)

// quoted returns a string as YAML, in quotation marks if it needs them.
func quoted(s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
	default:
		if plainScalar().MatchString(s) {
			return s
		}
	}
	// Go's double-quoted strings are valid in YAML.
	return strconv.Quote(strings.ToValidUTF8(s, "?"))
}
