package headline

import (
	"html"
	"strings"
)

// withoutMarkup returns a title as a search result shows it. Titles in front matter may
// contain HTML (“writing for <em>action</em>”, “&amp;”), which sites copy to the page
// unchanged.
func withoutMarkup(title string) string {
	if !strings.ContainsAny(title, "<&") {
		return title
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(title, '<')
		if open >= 0 && !isTag(title[open:]) {
			b.WriteString(title[:open+1])
			title = title[open+1:]
			continue
		}
		end := -1
		if open >= 0 {
			end = strings.IndexByte(title[open:], '>')
		}
		if end < 0 {
			b.WriteString(title)
			return html.UnescapeString(b.String())
		}
		b.WriteString(title[:open])
		title = title[open+end+1:]
	}
}

// isTag reports whether a text that begins with “<” begins with a tag.
func isTag(s string) bool {
	name := strings.TrimPrefix(s[1:], "/")
	return name != "" && name[0]|0x20 >= 'a' && name[0]|0x20 <= 'z'
}
