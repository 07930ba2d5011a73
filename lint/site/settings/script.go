package settings

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/site/locale"
)

// pattern compiles an expression on first use. Every run loads this package, including
// hooks with a budget of 50 ms, but few runs need all expressions.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// value matches a plain string literal without interpolation.
const value = `(?:"([^"\n\\]{1,300})"|'([^'\n\\]{1,300})'|` + "`([^`$\n\\\\]{1,300})`)"

// assignment matches KEY: "value" and KEY = "value" in a configuration script, for the
// Keys of interest.
var assignment = pattern(`(?m)(?:^|[{,;(]|\b(?:const|let|var)\s)\s*["']?(site|url|siteUrl|hostname|input|includes|srcDir|lang|defaultLocale|routeBasePath|path|base|baseUrl|locale|onBrokenLinks|output|outDir)["']?\s*[:=]\s*` + value)

// marks matches the switches for curly quotation marks in a configuration script.
var marks = pattern(`(smartypants|typographer)["']?\s*:\s*(true|false)()()`)

// switches matches settings of VitePress that change what addresses lead to.
var switches = pattern(`\b(ignoreDeadLinks|rewrites)["']?\s*(?::\s*|\()(true|false|[\[{"'(\w])()()`)

// localeList matches the list of locales in a configuration script.
var localeList = pattern(`\blocales["']?\s*:\s*\[([^\]]{1,300})\]`)

// script searches a configuration in JavaScript or TypeScript. Comments are ignored; of
// several assignments to one name, the first counts.
func (s Map) script(content []byte) {
	var code bytes.Buffer
	for line := range bytes.Lines(content) {
		trimmed := bytes.TrimSpace(line)
		if bytes.HasPrefix(trimmed, []byte("//")) || bytes.HasPrefix(trimmed, []byte("*")) || bytes.HasPrefix(trimmed, []byte("/*")) {
			continue
		}
		code.Write(line)
	}
	s.first(assignment().FindAllSubmatch(code.Bytes(), 100))
	s.first(marks().FindAllSubmatch(code.Bytes(), 10))
	s.first(switches().FindAllSubmatch(code.Bytes(), 10))
	if bytes.Contains(code.Bytes(), []byte("-smartypants")) { // a plugin: remark-, gatsby-remark-
		if s["typographer"] == "" {
			s["typographer"] = "true"
		}
	}
	s.lists(scriptLists().FindAllSubmatch(code.Bytes(), 20))
	if m := localeList().FindSubmatch(code.Bytes()); m != nil {
		for i, item := range strings.Split(string(m[1]), ",") {
			if tag := locale.Tag(strings.Trim(item, " \t\r\n\"'`")); tag != "" && i < 100 {
				s[fmt.Sprintf("locales.%02d", i)] = tag
			}
		}
	}
}

// scriptLists matches the lists of files that are not pages in a configuration script.
var scriptLists = pattern(`(srcExclude|exclude|ignores\.add)["']?\s*(?::\s*\[|\()([^\]\)]{1,1000})`)

// pythonLists matches those in a configuration in Python.
var pythonLists = pattern(`(?m)^(exclude_patterns|ARTICLE_EXCLUDES|PAGE_EXCLUDES|IGNORE_FILES|html_extra_path|html_static_path)\s*\+?=\s*\[([^\]]{1,1000})\]`)

// literal matches a string in such a list.
var literal = pattern(`"([^"\n]{1,200})"|'([^'\n]{1,200})'`)

// lists stores the strings of lists under the name of each, with indexes.
func (s Map) lists(found [][][]byte) {
	for _, m := range found {
		name := strings.ToLower(string(m[1]))
		for _, item := range literal().FindAllSubmatch(m[2], 100) {
			s[fmt.Sprintf("%s.%03d", name, len(s.Keys(name+".")))] = string(item[1]) + string(item[2])
		}
	}
}

// pythonAssignment matches NAME = "value" at the beginning of a line.
var pythonAssignment = pattern(`(?m)^([A-Za-z_]{2,40})\s*=\s*(?:r|u)?` + value)

// pythonMarks matches the switches for curly quotation marks.
var pythonMarks = pattern(`(?m)^(smartquotes|TYPOGRIFY)\s*=\s*(True|False)()()`)

// pythonPosts matches the file patterns in Nikola's lists of posts and pages.
var pythonPosts = pattern(`(?m)^\s*(?:(?:POSTS|PAGES)\s*=\s*\(\s*)?\(\s*["']([\w./-]{1,100}/\*\.\w{1,9})["']`)

// python searches a configuration in Python.
func (s Map) python(content []byte) {
	s.first(pythonMarks().FindAllSubmatch(content, 10))
	s.lists(pythonLists().FindAllSubmatch(content, 10))
	s.first(pythonAssignment().FindAllSubmatch(content, 300))
	for i, m := range pythonPosts().FindAllSubmatch(content, 20) {
		s["posts."+string(rune('a'+i))] = string(m[1])
	}
}

// rubyAssignment matches set :name, "value" and config[:name] = "value" at the beginning of a line.
var rubyAssignment = pattern(`(?m)^[ \t]*(?:set\s+:|config\[:)([a-z_]{2,40})(?:\s*,|\]\s*=)\s*` + value)

// ruby searches a configuration in Ruby.
func (s Map) ruby(content []byte) {
	s.first(rubyAssignment().FindAllSubmatch(content, 100))
	s.first(marks().FindAllSubmatch(content, 10))
}

// first stores assignments; of several to one name, the first counts.
func (s Map) first(assignments [][][]byte) {
	for _, m := range assignments {
		if key := strings.ToLower(string(m[1])); s[key] == "" {
			s[key] = string(m[2]) + string(m[3]) + string(m[4])
		}
	}
}
