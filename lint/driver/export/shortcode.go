package export

import (
	"encoding/json"
	"html"
	"strings"
)

// caption matches an image with its caption, as the classic editor writes it.
var caption = compiled(`(?s)\[(wp_)?caption([^\]]*)\](.*?)\[/(?:wp_)?caption\]`)

// picture matches an image, which may be a link.
var picture = compiled(`(?s)^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?`)

// shown matches shortcodes that show words or pictures given in their attributes.
var shown = compiled(`\[(gallery|et_pb_image|et_pb_button|et_pb_blurb|et_pb_toggle|et_pb_accordion_item|et_pb_tab|vc_single_image|vc_custom_heading|vc_btn|vc_tta_section|av_heading|av_image|fusion_title_text)\b([^\]]*)\]`)

// attribute matches an attribute of a shortcode.
var attribute = compiled(`([a-zA-Z_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))`)

// fileButton matches the second link of a file block, which has the target of the first and the
// same words in all posts.
var fileButton = compiled(`<a\b[^>]*\bwp-block-file__button\b[^>]*>[^<]*</a>`)

// expand replaces shortcodes with the HTML that WordPress and two page builders show for them:
// captions, galleries, headings, images and buttons. Each stays on its line. Other shortcodes are
// not known and stay as they are.
func (s *wordpressSite) expand(body string) string {
	if strings.Contains(body, "wp-block-file__button") {
		body = fileButton().ReplaceAllString(body, "")
	}
	if !strings.Contains(body, "[") {
		return body
	}
	body = caption().ReplaceAllStringFunc(body, func(match string) string {
		parts := caption().FindStringSubmatch(match)
		image := picture().FindString(parts[3])
		words := strings.TrimSpace(first(parts[3][len(image):], attributes(parts[2])["caption"]))
		if image == "" {
			return match
		}
		return "<figure>" + strings.TrimSpace(image) + "<figcaption>" + words + "</figcaption></figure>"
	})
	return shown().ReplaceAllStringFunc(body, func(match string) string {
		parts := shown().FindStringSubmatch(match)
		if made := s.shortcode(parts[1], attributes(parts[2])); made != "" {
			return made
		}
		return match
	})
}

func attributes(text string) map[string]string {
	all := map[string]string{}
	for _, m := range attribute().FindAllStringSubmatch(text, -1) {
		all[m[1]] = html.UnescapeString(m[2] + m[3] + m[4])
	}
	return all
}

// shortcode returns the HTML that a shortcode shows, or "" if that is unknown.
func (s *wordpressSite) shortcode(name string, a map[string]string) string {
	switch name {
	case "gallery":
		var made strings.Builder
		for id := range strings.SplitSeq(a["ids"], ",") {
			if made.WriteString(s.attached(strings.TrimSpace(id))); made.Len() > mostGallery {
				break
			}
		}
		return made.String()
	case "vc_single_image":
		return s.attached(a["image"])
	case "et_pb_image", "av_image":
		return imageTag(a["src"], a["alt"])
	case "et_pb_button":
		return link(a["button_url"], a["button_text"])
	case "vc_btn":
		return link("", a["title"])
	case "et_pb_blurb":
		return paragraph(a["title"]) + imageTag(a["image"], a["alt"])
	case "et_pb_toggle", "et_pb_accordion_item", "et_pb_tab", "vc_tta_section":
		return paragraph(a["title"])
	case "vc_custom_heading":
		return heading(builderTag(a["font_container"]), a["text"])
	case "av_heading":
		return heading(a["tag"], a["heading"])
	}
	return ""
}

// mostGallery is the maximum size of a gallery in bytes.
const mostGallery = 1 << 20

// attached returns an attachment as an image.
func (s *wordpressSite) attached(id string) string {
	picture, known := s.images[id]
	if !known {
		return ""
	}
	return imageTag(picture.address, picture.alt)
}

func imageTag(address, alt string) string {
	if address == "" {
		return ""
	}
	return `<img src="` + html.EscapeString(address) + `" alt="` + html.EscapeString(alt) + `">`
}

func link(address, words string) string {
	if words == "" {
		return ""
	}
	if address == "" {
		return paragraph(words)
	}
	return `<p><a href="` + html.EscapeString(address) + `">` + html.EscapeString(words) + "</a></p>"
}

func paragraph(words string) string {
	if words == "" {
		return ""
	}
	return "<p>" + html.EscapeString(words) + "</p>"
}

func heading(tag, words string) string {
	if len(tag) != 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6' {
		return paragraph(words)
	}
	if words == "" {
		return ""
	}
	return "<" + tag + ">" + html.EscapeString(words) + "</" + tag + ">"
}

// builderTag returns the tag in a list such as “tag:h2|text_align:left”; the default is h2.
func builderTag(list string) string {
	for part := range strings.SplitSeq(list, "|") {
		if tag, ok := strings.CutPrefix(part, "tag:"); ok {
			return tag
		}
	}
	return "h2"
}

// footnotes writes the notes of a post, which the editor keeps apart from the text, in the place of
// their block or, if there is none, at the end.
func footnotes(body, notes string) string {
	var all []struct{ ID, Content string }
	if notes == "" || json.Unmarshal([]byte(notes), &all) != nil || len(all) == 0 {
		return body
	}
	var b strings.Builder
	b.WriteString(`<ol class="wp-block-footnotes">`)
	for _, n := range all {
		b.WriteString(`<li id="` + html.EscapeString(n.ID) + `">` + n.Content + "</li>")
	}
	b.WriteString("</ol>")
	before, after, found := strings.Cut(body, "<!-- wp:footnotes")
	if !found {
		return body + "\n" + b.String()
	}
	_, after, _ = strings.Cut(after, "-->")
	return before + b.String() + after
}
