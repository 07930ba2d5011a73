package site

import "strings"

// setTypographer reads whether the site turns straight quotation marks in Markdown into curly
// ones, where its configuration differs from the generator's default.
func setTypographer(f *Found, s settings) {
	off := func(keys ...string) {
		for _, key := range keys {
			f.Typographer = f.Typographer && !strings.EqualFold(s[key], "false")
		}
	}
	on := func(keys ...string) {
		for _, key := range keys {
			f.Typographer = f.Typographer || strings.EqualFold(s[key], "true")
		}
	}
	switch f.Generator {
	case "hugo":
		off("markup.goldmark.extensions.typographer")
		f.Typographer = f.Typographer && s["markup.goldmark.extensions.typographer.disable"] != "true"
	case "jekyll", "bridgetown":
		processor := strings.ToLower(s["markdown"])
		f.Typographer = (processor == "" || processor == "kramdown") && !strings.Contains(s.joined("kramdown.smart_quotes"), "quot,quot")
	case "mkdocs":
		f.Typographer = strings.Contains(s.joined("markdown_extensions"), "smarty")
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
