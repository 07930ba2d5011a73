package links

import (
	"bytes"
	"slices"
	"strings"
)

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
