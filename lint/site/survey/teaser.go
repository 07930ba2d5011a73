package survey

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// findTeasers finds the fields that would be taken for the meta description by their names, such as
// excerpt or subtitle, although the layouts fill the description from something else: they are shown
// on lists and below the headline only. Only few layouts are read, and only if drafts have such fields.
func findTeasers(files *repository.Files, site *generator.Instance, samples []sample) {
	if site.Generator == "" {
		return
	}
	var doubtful []string
	for _, name := range fieldOf(lint.RoleDescription, samples).Names {
		if name = generator.Fold(name); !strings.Contains(name, "desc") && !strings.Contains(name, ".") {
			doubtful = append(doubtful, name)
		}
	}
	if len(doubtful) == 0 {
		return
	}
	written := false // some layout writes a description
	look := &layouts{Files: files, wanted: mayHoldHead, most: mostLayouts, visit: func(_, layout string) bool {
		layout = strings.ToLower(layout)
		written = written || describes(layout)
		doubtful = slices.DeleteFunc(doubtful, func(name string) bool { return mentions(layout, name) })
		return len(doubtful) == 0
	}}
	look.all(site)
	if !written || len(doubtful) == 0 || !look.complete() {
		return
	}
	dropNames(site, doubtful)
	for i := range samples {
		s := &samples[i]
		s.doc = parse.Head(s.name, s.head, parse.Options{Fields: site.Names})
		for _, name := range doubtful {
			delete(s.names, name)
		}
	}
}

// descriptions are the beginnings of the elements that describe a page to others.
var descriptions = [...]string{`name="description"`, `property="og:description"`, `name='description'`, `property='og:description'`}

// describes reports whether a layout has an element for the description that a template tag fills.
func describes(layout string) bool {
	for _, element := range descriptions {
		for rest := layout; ; {
			_, after, found := strings.Cut(rest, element)
			if !found {
				break
			}
			rest = after
			value, _, _ := strings.Cut(after[:min(len(after), reach)], "/>")
			if strings.Contains(value, "{{") || strings.Contains(value, "{%") || strings.Contains(value, "<%") {
				return true
			}
		}
	}
	return false
}

// mentions reports whether a layout has the name of a field near the word “description”, or writes the
// description by a program that may read the field.
func mentions(layout, name string) bool {
	const word = "description"
	if strings.Contains(layout, "seo %}") || strings.Contains(layout, "<seo") {
		return true
	}
	for at := 0; ; {
		n := strings.Index(layout[at:], word)
		if n < 0 {
			return false
		}
		at += n + len(word)
		if strings.Contains(generator.Fold(layout[max(0, at-len(word)-reach):min(len(layout), at+reach)]), name) {
			return true
		}
	}
}

// dropNames removes names, which are folded, from those of fields with the description.
func dropNames(site *generator.Instance, names []string) {
	if site.Names == nil {
		site.Names = parse.Fields{}
	}
	usual := site.Names[lint.RoleDescription]
	if usual == nil {
		usual = parse.DefaultFields()[lint.RoleDescription]
	}
	site.Names[lint.RoleDescription] = slices.DeleteFunc(slices.Clone(usual), func(name string) bool {
		return slices.Contains(names, generator.Fold(name))
	})
}
