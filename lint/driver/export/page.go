package export

import (
	"html"
	"strings"
)

// page is a post with its metadata, to be written as HTML.
type page struct {
	language, title, description, keyphrase string
	slug                                    string
	published, updated                      string
	address, image, imageAlt                string
	authors, tags                           []string
	draft, hidden                           bool // not published; not for search engines
	body                                    string
}

// write returns the page as HTML. The body begins on a line of its own, so that places in it are
// easy to find in the editor of the system.
func (p *page) write() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html")
	if p.language != "" {
		b.WriteString(` lang="` + html.EscapeString(p.language) + `"`)
	}
	b.WriteString(">\n<head>\n")
	if title := line(p.title); title != "" {
		b.WriteString("<title>" + html.EscapeString(title) + "</title>\n")
	}
	meta := func(kind, name, value string) {
		if value = line(value); value != "" {
			b.WriteString(`<meta ` + kind + `="` + name + `" content="` + html.EscapeString(value) + `">` + "\n")
		}
	}
	meta("name", "slug", p.slug)
	meta("name", "description", p.description)
	meta("name", "focus-keyphrase", p.keyphrase)
	meta("property", "article:published_time", p.published)
	meta("property", "article:modified_time", p.updated)
	for _, a := range p.authors {
		meta("name", "author", a)
	}
	for _, t := range p.tags {
		meta("property", "article:tag", t)
	}
	if p.draft {
		meta("name", "draft", "true")
	}
	if p.hidden {
		meta("name", "robots", "noindex")
	}
	meta("property", "og:image", p.image)
	meta("property", "og:image:alt", p.imageAlt)
	if p.address != "" {
		b.WriteString(`<link rel="canonical" href="` + html.EscapeString(p.address) + `">` + "\n")
	}
	b.WriteString("</head>\n<body>\n" + p.body + "\n</body>\n</html>\n")
	return []byte(b.String())
}

// line returns text on one line, without the entities that systems store in titles.
func line(s string) string { return strings.Join(strings.Fields(html.UnescapeString(s)), " ") }

// blank matches what separates paragraphs in the classic editor of WordPress.
var blank = compiled(`\r?\n[ \t]*\r?\n\s*`)

// inner matches the start of a line in a paragraph that begins another block, although no blank
// line precedes it.
var inner = compiled(`(?i)\r?\n[ \t]*<(?:blockquote|div|dl|figure|h[1-6]|hr|ol|p|pre|section|table|ul)\b`)

// blocks matches the start of a block that is not a paragraph, in the classic editor.
var blocks = compiled(`(?i)^(?:</?(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|th|thead|tr|ul|video)\b|<!--|\[/?[a-z])`)

// paragraphs marks the paragraphs of a text that separates them by blank lines, as WordPress does
// when it shows a post of its classic editor. Some of them may be marked already.
func paragraphs(body string) string {
	if strings.Contains(body, "<!-- wp:") {
		return body
	}
	var b strings.Builder
	at := 0
	write := func(chunk, gap string) {
		rest := ""
		if i := inner().FindStringIndex(chunk); i != nil {
			chunk, rest = chunk[:i[0]], chunk[i[0]:]
		}
		if words := strings.TrimSpace(chunk); words == "" || blocks().MatchString(words) {
			b.WriteString(chunk + rest + gap)
		} else {
			b.WriteString("<p>" + chunk + "</p>" + rest + gap)
		}
	}
	inPre := false
	for _, gap := range blank().FindAllStringIndex(body, -1) {
		chunk := body[at:gap[0]]
		inPre = inPre || strings.Contains(chunk, "<pre")
		if inPre && !strings.Contains(chunk, "</pre>") {
			continue // the blank line belongs to the code
		}
		inPre = false
		write(chunk, body[gap[0]:gap[1]])
		at = gap[1]
	}
	write(body[at:], "")
	return b.String()
}
