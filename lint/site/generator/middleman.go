package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/settings"
)

// middleman: middlemanapp.com, also as the Technical Documentation Template of the British
// government uses it. Its configuration is a program, config.rb, a name that Compass uses as well. A
// page is named after the file that it becomes, followed by the engines that make it:
// ferry.html.md.erb.
func middleman() generator {
	pages := []string{"", ".html"}
	for _, name := range [...]string{".html", "/index.html"} {
		for _, engine := range [...]string{".md", ".markdown", ".md.erb", ".markdown.erb", ".erb", ".haml", ".slim"} {
			pages = append(pages, name+engine)
		}
	}
	partials := []string{"", ".md", ".md.erb", ".html.md", ".html.md.erb", ".erb", ".html.erb"}
	return generator{
		Name: "middleman", Title: "Middleman",
		Markers: []marker{
			{File: "config.rb", Words: []string{"activate :", "GovukTechDocs", "set :markdown", "Middleman::"}},
			{File: "config/tech-docs.yml", Beside: []string{"source"}},
			{File: "Gemfile", Words: []string{`"middleman"`, "'middleman'", "govuk_tech_docs"}, Beside: []string{"source"}},
		},
		Site: lint.Site{
			Content: []string{"source", "source/localizable"}, // addresses leave out the folder of translations
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"source", "source/images", "public"}}},
				Suffixes: append(pages, ".md", "/index.md"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
			},
			Includes: []lint.Include{
				{Open: "<%= partial", Folders: []string{"source", "source/partials", "source/layouts"}, Relative: true, Suffixes: partials, Partial: true},
				{Open: "<%= render", Folders: []string{"source", "source/partials", "source/layouts"}, Relative: true, Suffixes: partials, Partial: true},
			},
			Places: places(
				in(lint.KindPage, "source"),
				under(lint.KindArticle, "posts", "blog", "articles", "news"),
				under(lint.KindTemplate, "layouts", "partials"),
				[]lint.Place{{Kind: lint.KindFragment, Folder: "source", Name: "_*"}},
				in(lint.KindAsset, "build"),
			),
			Redcarpet: true, // as the template uses it
			Dates:     lint.DateInName | lint.DateInPath | lint.DateOfFile,
		},
		Static: []string{"source", "source/images", "public"},
		configure: func(site *Instance, s settings.Map) {
			if source := s["source"]; source != "" {
				site.content(source)
			}
		},
	}
}
