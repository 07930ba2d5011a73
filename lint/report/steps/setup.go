package steps

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
	"github.com/copychief/copychief/lint/setup"
)

// Steps says what was done to set copychief up, and what to do next.
type Steps struct {
	Folder string
	Done   []string
	Files  []File      // to be written, if nothing was written
	Next   [][2]string // commands with what they do
}

// File is a file with its content.
type File struct{ Name, Content string }

// Setup reports what was found in a repository, what was written and what to do next. The
// error is from w.
func Setup(w io.Writer, s *setup.Survey, steps Steps, o report.Options) error {
	p := layout.New(o)
	p.WriteString(p.Bold.Sprint(looked(s)) + "\n")
	writeSurvey(p, s)
	p.WriteByte('\n')
	writeWritten(p, steps)
	writeSteps(p, steps.Next)
	return p.Flush(w, o)
}

// Written reports what was written and what to do next. The error is from w.
func Written(w io.Writer, steps Steps, o report.Options) error {
	p := layout.New(o)
	writeWritten(p, steps)
	writeSteps(p, steps.Next)
	return p.Flush(w, o)
}

// writeWritten lists what was written, or shows what would be.
func writeWritten(p *layout.Page, steps Steps) {
	if len(steps.Files) > 0 {
		p.WriteString("Nothing is written (--dry-run).\n")
	}
	for _, f := range steps.Files {
		p.WriteString("\n" + p.Bold.Sprint(report.Escape(f.Name)) + "\n")
		for line := range strings.Lines(f.Content) {
			p.WriteString("  " + report.Escape(strings.TrimRight(line, "\r\n")) + "\n")
		}
	}
	if len(steps.Files) == 0 {
		for _, line := range steps.Done {
			p.Hanging("", report.Escape(line), "  ")
		}
	}
}

func looked(s *setup.Survey) string {
	switch {
	case s.Drafts == 0:
		return "No drafts here yet; copychief reads " + lint.ExtensionList()
	case s.Read < len(s.Articles):
		return fmt.Sprintf("Found %s and looked into %d of them", report.Count(len(s.Articles), "article"), s.Read)
	}
	return "Found " + report.Count(len(s.Articles), "article")
}

// writeSurvey writes what was found, one item per line.
func writeSurvey(p *layout.Page, s *setup.Survey) {
	if s.Generator.Name != "" {
		p.Field("Site", s.Generator.Name+" ("+s.Generator.Marker+")")
	}
	p.Field("Articles", folders(s.Folders))
	if s.Ignored > 0 {
		are := " that are not articles: "
		if s.Ignored == 1 {
			are = " that is not an article: "
		}
		p.Field("Left out", report.Count(s.Ignored, "draft")+are+strings.Join(s.Ignore, ", "))
	}
	if more := s.Drafts - len(s.Articles) - s.Ignored; more > 0 {
		p.Field("Unclear", report.Count(more, "more draft")+" may not be articles; if so, add them to “ignore”")
	}
	var hosts []string
	for _, h := range s.Hosts {
		hosts = append(hosts, h.Value+" ("+h.Where+")")
	}
	if len(hosts) == 0 {
		hosts = []string{"not found; name it under site.hosts, or rules about links know less"}
	}
	p.Field("Host", strings.Join(hosts, ", "))
	if s.Language.Value != "" {
		p.Field("Language", s.Language.Value+" ("+s.Language.Where+")")
	}
	p.Field("Served from", strings.Join(s.Static, ", "))
	if s.Read > 0 {
		p.Field("Fields", fieldsFound(s))
		p.Field("Not used", strings.Join(s.Unused[:min(len(s.Unused), 10)], ", "))
	}
	var tags []string
	for _, c := range s.Shortcodes {
		tags = append(tags, c.Name+" ("+c.Kind+")")
	}
	p.Field("Tags", strings.Join(tags, ", "))
	p.Field("Profile", s.Profile.Value+": "+s.Profile.Where)
	for _, x := range s.Profiles {
		p.Field("", x.Name+" for "+x.Glob)
	}
}

// folders lists the folders with the most articles and their numbers.
func folders(all []setup.Folder) string {
	const shown = 4
	var parts []string
	for _, f := range all[:min(len(all), shown)] {
		name := f.Path
		if name == "." {
			name = "this folder"
		}
		parts = append(parts, fmt.Sprintf("%s (%d)", name, f.Articles))
	}
	if more := len(all) - shown; more > 0 {
		parts = append(parts, "and "+report.Count(more, "more folder"))
	}
	return strings.Join(parts, ", ")
}

// fieldsFound says which fields have which roles, and how often the most important ones are
// missing.
func fieldsFound(s *setup.Survey) string {
	var parts []string
	missing := map[lint.Role]int{lint.RoleTitle: s.Read, lint.RoleDescription: s.Read}
	for _, f := range s.Fields {
		if _, asked := missing[f.Role]; asked {
			missing[f.Role] -= f.Articles
		}
		role := config.RoleName(f.Role)
		if len(f.Names) == 1 && f.Names[0] == role {
			parts = append(parts, role)
		} else {
			parts = append(parts, role+" from "+strings.Join(f.Names, " or "))
		}
	}
	if len(parts) == 0 {
		return "none; front matter could name title, description and date"
	}
	for _, role := range [...]lint.Role{lint.RoleTitle, lint.RoleDescription} {
		if n := missing[role]; n > 0 && n < s.Read {
			parts = append(parts, fmt.Sprintf("no %s in %d", config.RoleName(role), n))
		} else if n > 0 {
			parts = append(parts, "never a "+config.RoleName(role))
		}
	}
	return strings.Join(parts, "; ")
}

// writeSteps writes what to do next.
func writeSteps(p *layout.Page, next [][2]string) {
	if len(next) == 0 {
		return
	}
	wide := 0
	for _, s := range next {
		wide = max(wide, min(len(s[0]), 44))
	}
	p.WriteString("\n" + p.Bold.Sprint("Next") + "\n")
	for _, s := range next {
		p.WriteString("  " + p.Cyan.Sprint(report.Escape(s[0])) + layout.Pad(s[0], wide) + "  " + s[1] + "\n")
	}
}
