package links

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// complete returns the length of "[text](address)" at the start of text, or 0. In prose it is
// a link by now, unless Markdown is not read there.
func complete(text string) int {
	inner := strings.IndexAny(text[1:], "[]\n")
	if inner <= 0 || !strings.HasPrefix(text[1+inner:], "](") {
		return 0
	}
	from := inner + len("[](")
	end := strings.IndexAny(text[from:], "() \n\"'<>{}$")
	if end <= 0 || text[from+end] != ')' {
		return 0
	}
	address := text[from : from+end]
	if strings.HasPrefix(address, "http") || address[0] == '/' || address[0] == '.' || file(address) != "" {
		return from + end + 1
	}
	return 0
}

// rawHTML reports whether the site's Markdown leaves the content of a block of HTML as it is,
// as CommonMark does. MDX parses it as Markdown, and kramdown does with an option.
func rawHTML(p *lint.Pass) bool {
	if strings.EqualFold(path.Ext(p.Doc.Source.Path), ".mdx") {
		return false
	}
	return p.Site == nil || p.Site.Generator != "docusaurus" && p.Site.Generator != "next" && !slices.Contains(p.Site.HeadingIDs, lint.IDKramdown)
}

// unclosed returns the length of "[text](https://address" at the start of text, or 0: an
// address in parentheses that never close.
func unclosed(text string) int {
	inner := strings.IndexAny(text[1:], "[]\n")
	if inner <= 0 || !strings.HasPrefix(text[1+inner:], "](http") || strings.IndexByte(text[inner:], ')') >= 0 {
		return 0
	}
	from := inner + len("[](")
	if end := strings.IndexAny(text[from:], " \n"); end >= 0 {
		return from + end
	}
	return len(text)
}

// inBlock reports whether a place is in a block of HTML that begins with the tag of an element
// that is always one, given the text before it. Other tags begin none inside a paragraph.
// An attribute may ask for Markdown to be read: <p markdown>.
func inBlock(before []byte) bool {
	for len(before) > 0 {
		line := bytes.LastIndexByte(before, '\n')
		written := bytes.TrimSpace(before[line+1:])
		if len(written) == 0 && line >= 0 && line+1 < len(before) {
			return false
		}
		if rest, is := bytes.CutPrefix(written, []byte("<")); is {
			rest = bytes.TrimPrefix(rest, []byte("/"))
			name := rest[:max(bytes.IndexAny(rest, " \t/>"), 0)]
			switch strings.ToLower(string(name)) {
			case "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
				"footer", "form", "header", "li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul":
				return !bytes.Contains(written, []byte(" markdown"))
			}
		}
		before = before[:max(line, 0)]
	}
	return false
}

// belowTag reports whether a place is in a paragraph that begins with a tag of HTML,
// given the text before it.
func belowTag(before []byte) bool {
	for len(before) > 0 {
		line := bytes.LastIndexByte(before, '\n')
		written := bytes.TrimSpace(before[line+1:])
		if len(written) == 0 && line >= 0 && line+1 < len(before) {
			return false
		}
		if len(written) > 1 && written[0] == '<' && !bytes.HasPrefix(written, []byte("<http")) {
			return true
		}
		before = before[:max(line, 0)]
	}
	return false
}

// embedClasses are the classes of elements that the scripts of other sites replace by a
// post, a video or an example. What they contain was written by that site.
var embedClasses = [...]string{
	"codepen", "twitter-tweet", "twitter-video", "twitter-timeline", "instagram-media", "tiktok-embed",
	"fb-post", "fb-video", "reddit-embed-bq", "reddit-card", "bluesky-embed", "mastodon-embed", "imgur-embed-pub",
	"wp-embedded-content", "embedly-card", "flourish-embed", "infogram-embed",
}

// embedReach is how many bytes before a link the element is looked for; the contents of
// embeds are short.
const embedReach = 2000

// replaced reports whether an element of HTML at an offset of the source is in one that a
// script replaces.
func replaced(src []byte, at int) bool {
	if at >= len(src) || src[at] != '<' {
		return false
	}
	before := src[max(0, at-embedReach):at]
	for end := len(before); ; {
		i := bytes.LastIndex(before[:end], []byte(classAttribute))
		if i < 0 {
			return false
		}
		value, _, _ := bytes.Cut(before[i+len(classAttribute):], []byte(`"`))
		open := bytes.LastIndexByte(before[:i], '<')
		if open >= 0 && isEmbed(string(value)) && !bytes.Contains(before[i:], closingTag(before[open+1:i])) {
			return true
		}
		end = i
	}
}

// classAttribute begins the value of a class.
const classAttribute = ` class="`

// closingTag returns what begins the closing tag of an element, given the source from its
// name on.
func closingTag(opening []byte) []byte {
	name, _, _ := bytes.Cut(opening, []byte(" "))
	return append([]byte("</"), name...)
}

// isEmbed reports whether the value of a class attribute has one of [embedClasses].
func isEmbed(value string) bool {
	return slices.ContainsFunc(strings.Fields(value), func(class string) bool {
		return slices.Contains(embedClasses[:], class)
	})
}
