package survey

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// findPrinted finds the last heading that each of the site's own layouts prints above the text of a page,
// such as the H2 “Ingredients” of a recipe whose text has its method: the first heading of the text goes
// on from there. Layouts are read only if the text of a draft in the sample begins with an H3 or below.
func findPrinted(files *repository.Files, site *generator.Instance, samples []sample) {
	switch site.Generator {
	case "hugo", "jekyll", "eleventy":
	default:
		return
	}
	if !slices.ContainsFunc(samples, beginsDeep) {
		return
	}
	var all []lint.LayoutHeading
	parents := map[string]string{} // of layouts that are shown in another
	deep := false
	look := &layouts{Files: files, wanted: isTemplate, most: mostPartials, visit: func(file, layout string) bool {
		if level, shows := headingAbove(layout); shows {
			deep = deep || level > 1
			all = append(all, lint.LayoutHeading{Layout: layoutName(file), Level: level})
			parents[layoutName(file)] = parentOf(layout)
		}
		return false
	}}
	look.all(site)
	if deep {
		inheritHeadings(all, parents)
		site.Printed = all
	}
}

// inheritHeadings gives layouts that print no heading of their own that of the layout they are shown in.
func inheritHeadings(all []lint.LayoutHeading, parents map[string]string) {
	const deepest = 4 // layouts around one another
	levels := map[string]int{}
	for _, l := range all {
		levels[l.Layout] = l.Level
	}
	for i := range all {
		for name, n := all[i].Layout, 0; all[i].Level == 0 && parents[name] != "" && n < deepest; n++ {
			name = parents[name]
			all[i].Level = levels[name]
		}
	}
}

// parentOf returns the layout that the front matter of a layout names, or "".
func parentOf(layout string) string {
	rest, found := strings.CutPrefix(layout, "---")
	head, _, closed := strings.Cut(rest, "\n---")
	if !found || !closed {
		return ""
	}
	for line := range strings.Lines(head) {
		if name, is := strings.CutPrefix(line, "layout:"); is {
			name, _, _ = strings.Cut(strings.Trim(name, " \"'\r\n"), ".")
			return name
		}
	}
	return ""
}

// beginsDeep reports whether the first heading of a draft is deeper than an H2.
func beginsDeep(s sample) bool {
	for rest := s.head[min(s.doc.Meta.Span.End, len(s.head)):]; ; {
		at := bytes.Index(rest, []byte("\n#"))
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
		level := len(rest) - len(bytes.TrimLeft(rest, "#"))
		if level < len(rest) && rest[level] == ' ' {
			return level > 2
		}
	}
}

// headingAbove returns the level of the last heading above the tag with which a layout shows the text of
// a page, or 0; shows is false if it has no such tag. H4s and deeper ones, such as that of a date, are
// chosen for their size.
func headingAbove(layout string) (level int, shows bool) {
	before, shows := aboveText(layout)
	for shows {
		at := strings.LastIndex(before, "<h")
		if at < 0 {
			return 0, true
		}
		rest := before[at+len("<h"):]
		before = before[:at]
		if len(rest) > 1 && rest[0] >= '1' && rest[0] <= '3' && strings.IndexByte(" \t\r\n>", rest[1]) >= 0 && strings.LastIndex(before, "<!--") <= strings.LastIndex(before, "-->") {
			return int(rest[0] - '0'), true
		}
	}
	return 0, false
}

// aboveText returns what is above the first tag for the text of a page: “{{ .Content }}”,
// “{{ partial "text.html" .Content }}”, “{{ content | safe }}”.
func aboveText(layout string) (above string, found bool) {
	for at := 0; ; {
		open := strings.Index(layout[at:], "{{")
		if open < 0 {
			return "", false
		}
		at += open
		tag, _, _ := strings.Cut(layout[at:], "}}")
		inner := strings.TrimLeft(tag, "{- \t\n")
		name := strings.TrimRight(inner[:len(inner)-len(strings.TrimLeft(inner, "abcdefghijklmnopqrstuvwxyz"))], " ")
		if name == "content" || strings.HasSuffix(strings.TrimRight(tag, "- \t\n)"), ".Content") || strings.Contains(tag, ".Content |") || strings.Contains(tag, ".Content ") && strings.Contains(tag, "partial") {
			return layout[:at], true
		}
		at += len("{{")
	}
}

// layoutName returns the name by which drafts choose a layout: the path in the folder of layouts, without
// extensions.
func layoutName(file string) string {
	dir, name := path.Split(file)
	name, _, _ = strings.Cut(name, ".")
	folder := path.Base(path.Clean(dir))
	switch folder {
	case "_default", "layouts", "_layouts", "_includes", "templates", ".":
		return name
	}
	return folder + "/" + name
}
