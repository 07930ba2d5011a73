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

// The limits for files that include files.
const (
	deepestIncluded = 4
	filesIncluded   = 24
)

// Included returns the text of the files that a draft includes, with that of the files
// that those include, and of those that its site adds to every page. complete is false if
// an included file was not found or its path could not be determined.
func Included(p *lint.Pass) (text string, complete bool) {
	in := &inclusion{p: p, complete: true}
	for _, span := range p.Doc.Templates {
		in.tag(p.Doc.Source.Slice(span), 1)
	}
	in.lines(string(p.Doc.Source.Bytes), 1)
	if p.Site != nil {
		for _, name := range p.Site.Appended {
			in.file(&lint.Include{Folders: []string{"."}}, name, 1)
		}
	}
	return in.text.String(), in.complete
}

// Template returns the template that makes the output of a tag: the file that an include names, or
// that of a shortcode of Hugo. ok is false if it was not found.
func Template(p *lint.Pass, tag string) (text string, ok bool) {
	if inc, argument, is := included(p.Site, tag); is {
		return read(p, inc, argument)
	}
	for _, open := range [...]string{"{{<", "{{%"} {
		if rest, is := strings.CutPrefix(tag, open); is {
			base := "."
			if p.Site != nil && p.Site.Base != "" {
				base = p.Site.Base
			}
			folders := []string{path.Join(base, "layouts/shortcodes"), path.Join(base, "layouts/_shortcodes")}
			return read(p, &lint.Include{Folders: folders, Suffixes: []string{".html", ".md"}}, first(rest))
		}
	}
	return "", false
}

// inclusion collects the text of included files.
type inclusion struct {
	p        *lint.Pass
	text     strings.Builder
	files    int
	complete bool
}

// tag adds the file that a tag includes, if it includes one.
func (in *inclusion) tag(tag string, depth int) {
	if inc, argument, is := included(in.p.Site, tag); is {
		in.file(inc, argument, depth)
	}
}

// lines adds the files that lines of a text include.
func (in *inclusion) lines(text string, depth int) {
	for line := range strings.Lines(text) {
		if argument, is := directive(strings.TrimSpace(line)); is {
			in.file(&lint.Include{Relative: true, Folders: []string{"."}, Suffixes: []string{"", ".md"}}, argument, depth)
		}
	}
}

// file adds an included file and the files that it includes.
func (in *inclusion) file(inc *lint.Include, argument string, depth int) {
	if in.files++; depth > deepestIncluded || in.files > filesIncluded {
		in.complete = false
		return
	}
	content, ok := read(in.p, inc, argument)
	in.complete = in.complete && ok
	in.text.WriteString(content)
	in.text.WriteByte('\n')
	for rest := content; ; {
		open := strings.IndexAny(rest, "{<")
		if open < 0 || open+1 == len(rest) {
			break
		}
		rest = rest[open:]
		closer := ""
		switch rest[:2] {
		case "{%":
			closer = "%}"
		case "<%":
			closer = "%>"
		case "{{":
			closer = "}}"
		}
		if end := strings.Index(rest, closer); closer != "" && end > 0 {
			in.tag(rest[:end+len(closer)], depth+1)
		}
		rest = rest[1:]
	}
	in.lines(content, depth+1)
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
	if inc.Partial {
		above, base := path.Split(argument)
		argument = above + "_" + strings.TrimPrefix(base, "_")
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
