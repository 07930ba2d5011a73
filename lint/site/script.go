package site

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// pattern compiles an expression when it is first asked for. Every run loads this
// package, a hook with 50 ms among them, and not every one needs all expressions.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// value is one plain string without anything put into it.
const value = `(?:"([^"\n\\]{1,300})"|'([^'\n\\]{1,300})'|` + "`([^`$\n\\\\]{1,300})`)"

// assignment finds KEY: "value" and KEY = "value" of the keys that are looked for in a
// configuration which is a program.
var assignment = pattern(`(?m)(?:^|[{,;(]|\b(?:const|let|var)\s)\s*["']?(site|url|siteUrl|hostname|input|includes|srcDir|lang|defaultLocale|routeBasePath|path|base|baseUrl|locale)["']?\s*[:=]\s*` + value)

// localeList finds the list of locales of a configuration which is a program.
var localeList = pattern(`\blocales["']?\s*:\s*\[([^\]]{1,300})\]`)

// script searches a configuration in JavaScript or TypeScript. What stands in a comment
// does not count; of several assignments the first does.
func (s settings) script(content []byte) {
	var code bytes.Buffer
	for line := range bytes.Lines(content) {
		trimmed := bytes.TrimSpace(line)
		if bytes.HasPrefix(trimmed, []byte("//")) || bytes.HasPrefix(trimmed, []byte("*")) || bytes.HasPrefix(trimmed, []byte("/*")) {
			continue
		}
		code.Write(line)
	}
	s.first(assignment().FindAllSubmatch(code.Bytes(), 100))
	if m := localeList().FindSubmatch(code.Bytes()); m != nil {
		for i, item := range strings.Split(string(m[1]), ",") {
			if tag := languageTag(strings.Trim(item, " \t\r\n\"'`")); tag != "" && i < 100 {
				s[fmt.Sprintf("locales.%02d", i)] = tag
			}
		}
	}
}

// pythonAssignment finds NAME = "value" at the left margin.
var pythonAssignment = pattern(`(?m)^([A-Za-z_]{2,40})\s*=\s*(?:r|u)?` + value)

// pythonPosts finds the patterns of files in the lists of Nikola's posts and pages.
var pythonPosts = pattern(`(?m)^\s*(?:(?:POSTS|PAGES)\s*=\s*\(\s*)?\(\s*["']([\w./-]{1,100}/\*\.\w{1,9})["']`)

// python searches a configuration in Python.
func (s settings) python(content []byte) {
	s.first(pythonAssignment().FindAllSubmatch(content, 300))
	for i, m := range pythonPosts().FindAllSubmatch(content, 20) {
		s["posts."+string(rune('a'+i))] = string(m[1])
	}
}

// first keeps the first of several assignments to one name.
func (s settings) first(assignments [][][]byte) {
	for _, m := range assignments {
		if key := strings.ToLower(string(m[1])); s[key] == "" {
			s[key] = string(m[2]) + string(m[3]) + string(m[4])
		}
	}
}
