package generator

import (
	"strings"

	"github.com/copychief/copychief/lint/site/settings"
)

// setTypographer reads whether the site turns straight quotation marks in Markdown into curly
// ones, where its configuration differs from the generator's default.
func setTypographer(site *Instance, s settings.Map) {
	off := func(keys ...string) {
		for _, key := range keys {
			site.Typographer = site.Typographer && !strings.EqualFold(s[key], "false")
		}
	}
	on := func(keys ...string) {
		for _, key := range keys {
			site.Typographer = site.Typographer || strings.EqualFold(s[key], "true")
		}
	}
	switch site.Generator {
	case "hugo":
		off("markup.goldmark.extensions.typographer")
		site.Typographer = site.Typographer && s["markup.goldmark.extensions.typographer.disable"] != "true"
	case "jekyll", "bridgetown":
		processor := strings.ToLower(s["markdown"])
		site.Typographer = (processor == "" || processor == "kramdown") && !strings.Contains(s.Joined("kramdown.smart_quotes"), "quot,quot")
	case "mkdocs":
		site.Typographer = strings.Contains(s.Joined("markdown_extensions"), "smarty")
	case "zola":
		on("markdown.smart_punctuation")
	case "mdbook":
		on("output.html.smart-punctuation", "output.html.curly-quotes")
	case "hexo":
		off("marked.smartypants")
	case "pelican":
		on("typogrify")
	default:
		off("smartypants", "smartquotes")
		on("typographer")
	}
}
