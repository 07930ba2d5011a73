package export

import (
	"encoding/json"
	"errors"
	"html"
	"strings"
)

// card is a card of Ghost's editor: any element that is not plain text, such as an image or a
// button. Both formats of the editor use the same names of fields. Fields whose name ends in HTML
// hold HTML.
type card struct {
	URL, Src, Alt, HTML, Caption, Code, Markdown      string
	CalloutHTML                                       string `json:"calloutText"`
	HeadingHTML                                       string `json:"heading"`
	SubheadingHTML                                    string `json:"subheading"`
	ContentHTML                                       string `json:"content"`
	ProductTitle, ProductDescription, ProductImageSrc string
	ProductButton, ProductURL                         string
	FileTitle, FileCaption                            string
	Title                                             string
	TextHTML                                          string `json:"textValue"`
	ButtonText, ButtonURL, ImageURL                   string
	Metadata, Images, Payload                         json.RawMessage
}

// errMarkdown means that a post has text that only Ghost can convert to HTML.
var errMarkdown = errors.New("it has a card in Markdown without HTML; open and save the post in Ghost")

// write writes the card as Ghost shows it on the page of the post, without what is the same on all
// pages. Cards for emails and for visitors who are not members show nothing there.
func (c *card) write(b *strings.Builder, kind string) error {
	switch kind {
	case "image":
		c.figure(b, imageTag(c.Src, c.Alt))
	case "gallery":
		var images []struct{ Src, Alt string }
		_ = json.Unmarshal(c.Images, &images) // a damaged list shows nothing
		all := ""
		for _, i := range images {
			all += imageTag(i.Src, i.Alt)
		}
		c.figure(b, all)
	case "code", "codeblock":
		b.WriteString("<pre><code>" + html.EscapeString(c.Code) + "</code></pre>\n")
	case "html":
		b.WriteString(c.HTML + "\n")
	case "hr", "horizontalrule":
		b.WriteString("<hr>\n")
	case "bookmark":
		var about struct{ Title, Description string }
		_ = json.Unmarshal(c.Metadata, &about) // then only the address is known
		c.figure(b, strings.TrimSuffix(strings.TrimPrefix(link(c.URL, first(about.Title, c.URL)), "<p>"), "</p>"))
	case "embed":
		c.figure(b, first(c.HTML, `<iframe src="`+html.EscapeString(c.URL)+`"></iframe>`))
	case "video":
		c.figure(b, "")
	case "markdown", "card-markdown":
		if strings.TrimSpace(c.Markdown) != "" {
			return errMarkdown
		}
	default:
		c.words(b, kind)
	}
	return nil
}

// words writes cards that are mostly text.
func (c *card) words(b *strings.Builder, kind string) {
	switch kind {
	case "callout":
		block(b, c.CalloutHTML)
	case "toggle":
		block(b, c.HeadingHTML)
		block(b, c.ContentHTML)
	case "button":
		b.WriteString(link(c.ButtonURL, c.ButtonText) + "\n")
	case "product":
		b.WriteString(imageTag(c.ProductImageSrc, ""))
		block(b, c.ProductTitle)
		block(b, c.ProductDescription)
		b.WriteString(link(c.ProductURL, c.ProductButton) + "\n")
	case "file":
		b.WriteString(link(c.Src, c.FileTitle))
		block(b, html.EscapeString(c.FileCaption))
	case "audio":
		block(b, html.EscapeString(c.Title))
	case "header":
		b.WriteString("<h2>" + c.HeadingHTML + "</h2>\n")
		block(b, c.SubheadingHTML)
		b.WriteString(link(c.ButtonURL, c.ButtonText) + "\n")
	case "signup":
		block(b, c.HeadingHTML)
		block(b, c.SubheadingHTML)
	case "call-to-action":
		b.WriteString(imageTag(c.ImageURL, ""))
		block(b, c.TextHTML)
		b.WriteString(link(c.ButtonURL, c.ButtonText) + "\n")
	}
}

// block writes HTML, which may be words only, as a block of its own.
func block(b *strings.Builder, inner string) {
	if strings.TrimSpace(inner) != "" {
		b.WriteString("<div>" + inner + "</div>\n")
	}
}

// figure writes a figure with the card's caption, if there is anything to show.
func (c *card) figure(b *strings.Builder, inner string) {
	if inner == "" && c.Caption == "" {
		return
	}
	b.WriteString("<figure>" + inner)
	if c.Caption != "" {
		b.WriteString("<figcaption>" + c.Caption + "</figcaption>")
	}
	b.WriteString("</figure>\n")
}

// Parts of cards that Ghost writes identically into each post: headings whose level nobody chose,
// times of players, messages of forms, and images that have no field for an alternative.
var (
	cardHeading = compiled(`<h[1-6]\b([^>]*\bclass="kg-(?:toggle-heading-text|product-card-title|signup-card-heading|signup-card-subheading)"[^>]*)>(.*?)</h[1-6]>`)
	cardChrome  = compiled(`<(?:span|div) class="kg-(?:audio|video)-(?:current-time|duration)">[^<]*</(?:span|div)>|<div class="kg-signup-card-(?:success|error)"[^>]*>[^<]*</div>|<img src="" alt="audio-thumbnail"[^>]*>`)
	cardTime    = compiled(`(<div class="kg-(?:audio|video)-time">)/`)
	cardImage   = compiled(`<img\b([^>]*\bclass="kg-(?:product-card|cta)-image"[^>]*)>`)
)

// plainCards returns the HTML of a post without what its cards have in common with all others.
func plainCards(body string) string {
	if !strings.Contains(body, "kg-") {
		return body
	}
	body = cardHeading().ReplaceAllString(body, "<p$1>$2</p>")
	body = cardChrome().ReplaceAllString(body, "")
	body = cardTime().ReplaceAllString(body, "$1")
	return cardImage().ReplaceAllStringFunc(body, func(tag string) string {
		if strings.Contains(tag, " alt=") {
			return tag
		}
		return strings.TrimSuffix(tag, ">") + ` alt="">`
	})
}
