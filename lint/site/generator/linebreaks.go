package generator

import (
	"bytes"
	"path"
	"strings"

	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// setLineBreaks reads whether the site shows each line break in Markdown as one, rather than as a space.
// Obsidian and Hexo do so by default.
func setLineBreaks(site *Instance, s settings.Map, files *repository.Files) {
	is := func(key string) bool { return strings.EqualFold(s[key], "true") }
	switch site.Generator {
	case "obsidian":
		site.LineBreaks = files.Settings(path.Join(site.Base, ".obsidian", "app.json"))["strictlinebreaks"] != "true"
	case "quartz":
		site.LineBreaks = bytes.Contains(files.Read(site.Marker), []byte("HardLineBreaks"))
	case "hexo":
		site.LineBreaks = !strings.EqualFold(s["marked.breaks"], "false") && !strings.EqualFold(s["markdown.render.breaks"], "false")
	case "hugo":
		site.LineBreaks = is("markup.goldmark.renderer.hardwraps")
	case "jekyll", "bridgetown":
		site.LineBreaks = is("kramdown.hard_wrap")
	case "mkdocs":
		site.LineBreaks = strings.Contains(s.Joined("markdown_extensions"), "nl2br")
	}
}
