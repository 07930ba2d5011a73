package images

import (
	"regexp"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
)

// A parameter of a template, and an argument of a tag with a value.
var (
	parameter = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\binclude\.([\w-]+)|\.Get\s+["\x60]([\w-]+)|\.Params\.([\w-]+)`)
	})
	assignment = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:\bassign\s+|\bcapture\s+|\$)([\w-]+)\s*(?::?=|%\})(.*)`)
	})
	argument = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`([\w-]+)\s*=\s*(?:"[^"]*\w|'[^']*\w|[^\s"'%>])`)
	})
)

// describedByTemplate reports whether the template of a tag writes an alternative text, and the tag
// gives what it makes it from: alt="{{ include.description }}" in _includes/image.html.
func describedByTemplate(p *lint.Pass, image *lint.Image) bool {
	if image.Origin != lint.ImageTemplate || image.HasAlt {
		return false
	}
	tag := p.Doc.Source.Slice(image.Span)
	template, ok := resolve.Template(p, tag)
	if !ok {
		return false
	}
	given := map[string]bool{}
	for _, m := range argument().FindAllStringSubmatch(tag, -1) {
		given[m[1]] = true
	}
	for rest := template; ; {
		_, after, found := strings.Cut(rest, "alt=")
		if !found {
			return false
		}
		rest = after
		value := attribute(after)
		names := parameters(template, value)
		for _, name := range names {
			if given[name] {
				return true
			}
		}
		if len(names) == 0 && (strings.Contains(value, "page.") || strings.Contains(value, "site.") || strings.Contains(value, ".Page")) {
			return true // the title of the page
		}
	}
}

// attribute returns the value of an attribute at the beginning of a template, with the quotation
// marks inside the tags of the template.
func attribute(after string) string {
	if after == "" || after[0] != '"' && after[0] != '\'' {
		return ""
	}
	tag := false
	for i := 1; i < len(after); i++ {
		switch after[i] {
		case '{':
			tag = true
		case '}':
			tag = false
		case after[0]:
			if !tag {
				return after[1:i]
			}
		}
	}
	return ""
}

// parameters returns the parameters that a value is made from, directly or by a variable of the
// template.
func parameters(template, value string) (names []string) {
	for _, m := range parameter().FindAllStringSubmatch(value, -1) {
		names = append(names, m[1]+m[2]+m[3])
	}
	if len(names) > 0 {
		return names
	}
	for _, m := range assignment().FindAllStringSubmatch(template, -1) {
		if !strings.Contains(value, m[1]) {
			continue
		}
		for _, n := range parameter().FindAllStringSubmatch(m[2], -1) {
			names = append(names, n[1]+n[2]+n[3])
		}
	}
	return names
}
