package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// pelican: getpelican.com. Paths in its configuration are relative to the setting PATH.
func pelican() generator {
	return generator{
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
		inherited: pelicanDefaults,
		Unbuilt:   []string{"article_excludes", "page_excludes", "ignore_files"},
		Output:    "output_path",
		configure: func(site *Instance, s settings.Map) {
			site.language(s["default_lang"])
			if s["default_date"] == "fs" {
				site.Dates |= lint.DateOfFile
			}
			if dir := s["path"]; dir != "" && dir != "content" {
				site.content(dir)
				site.Links = pelicanLinks(dir)
				site.Served = []string{dir}
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

// pelicanDefaults reads the default metadata of Pelican, which applies to every article.
func pelicanDefaults(files *repository.Files, site *Instance, _ string) (all []parse.Inherited) {
	if author := site.Configuration(files)["author"]; author != "" {
		all = append(all, parse.Inherited{Name: "author", Values: []string{author}, Where: site.Marker})
	}
	return all
}
