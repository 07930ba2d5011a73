package resolve

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// mostIncluded is the maximum number of bytes to read of an included file.
const mostIncluded = 256 << 10

// Included returns the text of the files that a draft includes. complete is false if an
// included file was not found or its path could not be determined.
func Included(p *lint.Pass) (text string, complete bool) {
	complete = true
	var all strings.Builder
	for _, span := range p.Doc.Templates {
		tag := p.Doc.Source.Slice(span)
		inc, argument, is := included(p.Site, tag)
		if !is {
			continue
		}
		content, ok := read(p, inc, argument)
		complete = complete && ok
		all.WriteString(content)
	}
	for line := range strings.Lines(string(p.Doc.Source.Bytes)) {
		argument, is := directive(strings.TrimSpace(line))
		if !is {
			continue
		}
		content, ok := read(p, &lint.Include{Relative: true, Folders: []string{"."}, Suffixes: []string{"", ".md"}}, argument)
		complete = complete && ok
		all.WriteString(content)
		all.WriteByte('\n')
	}
	return all.String(), complete
}

// included returns the argument of a tag that includes a file. If nothing is known about
// the site, tags named include count.
func included(s *lint.Site, tag string) (inc *lint.Include, argument string, is bool) {
	plain := strings.Join(strings.Fields(strings.ReplaceAll(tag, "{%-", "{%")), " ")
	if s != nil {
		for i := range s.Includes {
			if rest, ok := strings.CutPrefix(plain, s.Includes[i].Open); ok {
				return &s.Includes[i], first(rest), true
			}
		}
	}
	word := strings.TrimLeft(strings.TrimLeft(plain, "{%<! "), " ")
	name, rest, _ := strings.Cut(word, " ")
	if slices.Contains([]string{"include", "include_relative", "includes", "readfile", "snippet", "partial", "render", "import", "transclude"}, strings.Trim(name, "('\"%>}")) {
		return &lint.Include{Relative: true, Folders: []string{"_includes", "."}, Suffixes: []string{"", ".md", ".html"}}, first(rest), true
	}
	return nil, "", false
}

// directive returns the argument of a line that includes a file: a MkDocs snippet, an
// import of Markdown in MDX, an embedded note, a Sphinx include.
func directive(line string) (argument string, is bool) {
	if len(line) < 6 {
		return "", false
	}
	for _, open := range [...]string{"--8<--", ";--8<--", "{!", "![[", "```{include}", ":::{include}", "<!--@include:", "@include "} {
		if rest, ok := strings.CutPrefix(line, open); ok {
			return first(rest), true
		}
	}
	if strings.HasPrefix(line, "import ") && strings.Contains(line, ".md") {
		if _, from, ok := strings.Cut(line, " from "); ok {
			return first(from), true
		}
	}
	return "", false
}

// first returns the first word of a tag's arguments without quotation marks.
func first(rest string) string {
	rest = strings.TrimLeft(rest, " :\"'(=")
	if i := strings.IndexAny(rest, " \"'%>})]!|;"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// read returns the content of an included file; ok is false if it was not found.
func read(p *lint.Pass, inc *lint.Include, argument string) (content string, ok bool) {
	if argument == "" || p.Files == nil || variable(argument) {
		return "", false
	}
	folders := inc.Folders
	if inc.Relative && p.Name != "" {
		folders = append([]string{path.Dir(p.Name)}, folders...)
	}
	suffixes := inc.Suffixes
	if len(suffixes) == 0 {
		suffixes = []string{""}
	}
	for _, dir := range folders {
		for _, suffix := range suffixes {
			name := path.Join(dir, argument+suffix)
			if !fs.ValidPath(name) {
				continue
			}
			if info, err := fs.Stat(p.Files, name); err != nil || !info.Mode().IsRegular() {
				continue
			}
			f, err := p.Files.Open(name)
			if err != nil {
				continue
			}
			data, err := io.ReadAll(io.LimitReader(f, mostIncluded))
			_ = f.Close() // it was only read
			return string(data), err == nil
		}
	}
	return "", false
}
