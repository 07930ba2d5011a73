package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"
)

// item is an item of an export of WordPress.
type item struct {
	Title      string     `xml:"title"`
	Link       string     `xml:"link"`
	Creator    string     `xml:"creator"`
	Encoded    []encoded  `xml:"encoded"`
	ID         string     `xml:"post_id"`
	Date       string     `xml:"post_date_gmt"`
	Local      string     `xml:"post_date"`
	Modified   string     `xml:"post_modified_gmt"`
	Name       string     `xml:"post_name"`
	Status     string     `xml:"status"`
	Type       string     `xml:"post_type"`
	Attachment string     `xml:"attachment_url"`
	Categories []category `xml:"category"`
	Meta       []postMeta `xml:"postmeta"`
}

// encoded is the content or the excerpt, which differ only in their namespace.
type encoded struct {
	XMLName xml.Name
	Text    string `xml:",chardata"`
}

type category struct {
	Domain string `xml:"domain,attr"`
	Slug   string `xml:"nicename,attr"`
	Name   string `xml:",chardata"`
}

type postMeta struct {
	Key   string `xml:"meta_key"`
	Value string `xml:"meta_value"`
}

// meta returns the value of the first of the keys that the item has.
func (it *item) meta(keys ...string) string {
	for _, key := range keys {
		for _, m := range it.Meta {
			if m.Key == key && strings.TrimSpace(m.Value) != "" {
				return m.Value
			}
		}
	}
	return ""
}

// encoded returns the content, or the excerpt.
func (it *item) encoded(space string) string {
	for _, e := range it.Encoded {
		if strings.Contains(e.XMLName.Space, space) {
			return e.Text
		}
	}
	return ""
}

// wordpressSite is what posts of an export need from the rest of it.
type wordpressSite struct {
	language string
	authors  map[string]string // display names by login
	images   map[string]image  // attachments by id
	charset  string            // "" for UTF-8
}

type image struct{ address, alt string }

// wordpress lists the posts of an export of WordPress.
func wordpress(r io.Reader) (*Site, error) {
	site := &Site{System: "WordPress", Left: map[string]int{}}
	shared := &wordpressSite{authors: map[string]string{}, images: map[string]image{}}
	limited := &bounded{Reader: r}
	d := decoder(limited, &shared.charset)
	for {
		before := d.InputOffset()
		limited.limit = before + mostItem
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return site, nil
		}
		if err != nil {
			return nil, unreadable(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "base_blog_url":
			var address string
			if err := d.DecodeElement(&address, &start); err != nil {
				return nil, unreadable(err)
			}
			if u, err := url.Parse(strings.TrimSpace(address)); err == nil {
				site.Host = u.Hostname()
			}
		case "language":
			if err := d.DecodeElement(&shared.language, &start); err != nil {
				return nil, unreadable(err)
			}
		case "author":
			var a struct {
				Login string `xml:"author_login"`
				Name  string `xml:"author_display_name"`
			}
			if err := d.DecodeElement(&a, &start); err != nil {
				return nil, unreadable(err)
			}
			shared.authors[a.Login] = a.Name
		case "item":
			var it item
			if err := d.DecodeElement(&it, &start); err != nil {
				return nil, unreadable(err)
			}
			site.add(&it, shared, before, d.InputOffset())
		}
	}
}

// add records an item between two offsets of the file.
func (s *Site) add(it *item, shared *wordpressSite, from, to int64) {
	switch {
	case it.Type == "attachment":
		if alt := it.meta("_wp_attachment_image_alt"); len(it.Attachment)+len(alt) <= 2*mostField {
			shared.images[it.ID] = image{it.Attachment, alt}
		}
		s.Left["attachment"]++
	case it.Type != "post" && it.Type != "page":
		s.Left[strings.ReplaceAll(it.Type, "_", " ")]++
	case it.Status == "trash" || it.Status == "auto-draft" || it.Status == "inherit":
		s.Left["deleted post"]++
	default:
		slug := it.Name
		if plain, err := url.PathUnescape(slug); err == nil && utf8.ValidString(plain) && !strings.ContainsAny(plain, "/\\#") {
			slug = plain
		}
		if slug == "" {
			slug = "draft-" + it.ID
		}
		s.Posts = append(s.Posts, Post{Slug: slug, offset: from, bytes: to - from, page: shared.page})
	}
}

// page converts an item to a page. The namespaces of its elements are declared only at the
// beginning of the file, so they are declared again here.
func (s *wordpressSite) page(raw []byte, slug string) ([]byte, error) {
	const open = `<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">`
	var all struct {
		Item item `xml:"item"`
	}
	raw, err := decoded(raw, s.charset)
	if err != nil {
		return nil, fmt.Errorf("the post cannot be read: %w", err)
	}
	d := decoder(io.MultiReader(strings.NewReader(open), bytes.NewReader(raw), strings.NewReader("</rss>")), new(string))
	if err := d.Decode(&all); err != nil {
		return nil, fmt.Errorf("the post cannot be read: %w", err)
	}
	it := &all.Item
	p := page{
		language:  s.language,
		slug:      slug,
		published: dated(it.Date, it.Local),
		updated:   dated(it.Modified, ""),
		draft:     it.Status != "publish",
		address:   it.Link,
		authors:   []string{first(s.authors[it.Creator], it.Creator)},
		body:      footnotes(paragraphs(s.expand(it.encoded("content"))), it.meta("footnotes")),
	}
	p.search(it)
	for _, c := range it.Categories {
		switch {
		case c.Domain == "category" && !strings.EqualFold(c.Name, "Uncategorized"), c.Domain == "post_tag":
			p.tags = append(p.tags, c.Name)
		case c.Domain == "language" && c.Slug != "": // of Polylang
			p.language = c.Slug
		}
	}
	if picture, ok := s.images[it.meta("_thumbnail_id")]; ok {
		p.image, p.imageAlt = picture.address, picture.alt
	}
	return p.write(), nil
}

// dated returns the date of a post in the format of HTML, or "" for a draft, whose date is all zeros.
func dated(utc, local string) string {
	zone := "Z"
	if utc == "" || strings.HasPrefix(utc, "0000") {
		utc, zone = local, ""
	}
	if utc == "" || strings.HasPrefix(utc, "0000") {
		return ""
	}
	return strings.Replace(utc, " ", "T", 1) + zone
}

func first(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}

// firstOf returns the first of several phrases that commas separate.
func firstOf(s string) string {
	phrase, _, _ := strings.Cut(s, ",")
	return phrase
}
