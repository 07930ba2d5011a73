package site

import (
	"github.com/copychief/copychief/lint"
)

// pelican: getpelican.com. Paths in its configuration are relative to the setting PATH.
func pelican() Generator {
	return Generator{
		Name: "pelican", Title: "Pelican", Markers: files("pelicanconf.py", "pelican.conf.py", "publishconf.py"),
		Site: lint.Site{
			Content: []string{"content"},
			Links:   pelicanLinks("content"),
			Includes: []lint.Include{
				{Open: "{% include", Relative: true, Folders: []string{"content"}},
			},
			HeadingIDs: []lint.IDStyle{lint.IDPythonMarkdown, lint.IDDocutils},
			Places: places(
				in(lint.KindArticle, "content"),
				in(lint.KindPage, "content/pages"),
				in(lint.KindAsset, "output", "content/extra", "content/static"),
				under(lint.KindTemplate, "theme", "themes", "templates"),
			),
			Inherited: true, Dates: lint.DateInName,
		},
		Static:    []string{"content"},
		Articles:  []string{"content"},
		inherited: pelicanDefaults,
		Unbuilt:   []string{"article_excludes", "page_excludes", "ignore_files"},
		configure: func(f *Found, s settings) {
			f.language(s["default_lang"])
			if s["default_date"] == "fs" {
				f.Dates |= lint.DateOfFile
			}
			if dir := s["path"]; dir != "" && dir != "content" {
				f.content(dir)
				f.Links = pelicanLinks(dir)
				f.static = []string{dir}
			}
		},
	}
}

func pelicanLinks(content string) lint.SiteLinks {
	l := lint.SiteLinks{Suffixes: markdownSuffixes("index.md"), Relative: lint.RelativeToAddress, Routed: true}
	for _, name := range []string{"filename", "static", "attach"} {
		for _, marks := range []string{"{}", "||"} {
			text := marks[:1] + name + marks[1:]
			l.Prefixes = append(l.Prefixes, lint.Prefix{Text: text, Folders: []string{content}, Beside: true})
		}
	}
	for _, name := range []string{"{index}", "{author}", "{category}", "{tag}"} {
		l.Prefixes = append(l.Prefixes, lint.Prefix{Text: name})
	}
	l.Prefixes = append(l.Prefixes, lint.Prefix{Text: "/", Folders: []string{content, content + "/extra"}})
	return l
}
