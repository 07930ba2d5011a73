package lint

import (
	"path"
	"slices"
	"strings"
	"time"
)

// Page is the summary of a document for rules about the whole site. It is small and
// serialisable and does not refer to the source.
type Page struct {
	Path        string
	Language    string
	Draft       bool
	Title       PageValue
	Headline    PageValue
	Description PageValue
	Keyphrase   PageValue
	Slug        PageValue
	Date        string // day of publication, "2026-05-01", if the date in the metadata begins like this; otherwise ""
	Canonical   string
	Translation string     // equal for pages that are translations of each other; "" if unknown
	Links       []PageLink // internal ones
	Words       int        // set by the engine from the language facts

	// Set by the rules that need them; see KeyDigester and Digester.
	Keys   []uint32 // of the author's words in order, or nil; see SitePass.Keys and pagewords.Keys
	Sketch []uint32 // of all words; see pagewords.Sketch
	// Reprint says that the text says where it was published before or as well.
	Reprint bool
}

// PageValue is a value and its span in the source.
type PageValue struct {
	Text string
	Span Span
}

// PageLink is an internal link.
type PageLink struct {
	Target string
	Text   string
	Span   Span
}

// Digest returns the summary of a document.
func Digest(d *Document) *Page {
	p := &Page{
		Path:        d.Source.Path,
		Language:    d.Language,
		Draft:       d.IsDraft(),
		Title:       pageValue(d.Title()),
		Headline:    pageValue(d.Headline()),
		Description: pageValue(d.Meta.Description()),
		Keyphrase:   pageValue(d.Meta.Keyphrase()),
		Slug:        pageValue(d.Meta.Get(RoleSlug).Value()),
		Canonical:   d.Meta.Get(RoleCanonical).Value().Plain(),
	}
	if date := d.Meta.Get(RoleDate).Value().Plain(); len(date) >= len(time.DateOnly) {
		p.Date = strings.Clone(date[:len(time.DateOnly)])
	}
	p.Translation = translation(&d.Meta)
	if p.Slug.Text == "" {
		p.Slug.Text = SlugOf(p.Path)
	}
	internal := 0
	for i := range d.Links {
		if d.Links[i].Kind == Internal {
			internal++
		}
	}
	if internal > 0 {
		p.Links = make([]PageLink, 0, internal)
	}
	for i := range d.Links {
		if l := &d.Links[i]; l.Kind == Internal {
			p.Links = append(p.Links, PageLink{l.Target.String(), l.Text.Plain(), l.Span})
		}
	}
	return p
}

// translation returns an identifier that a page shares with its translations: the
// translation key of static site generators, or the addresses in the hreflang links of an
// HTML head, which are the same on all of them.
func translation(m *Meta) string {
	var alternates []string
	for i := range m.Fields {
		f := &m.Fields[i]
		if f.Name == "" || f.Name[0]|0x20 != 't' && f.Name[0]|0x20 != 'l' {
			continue
		}
		switch strings.ToLower(f.Name) {
		case "translationkey", "translation_key", "translation-key", "translation_id", "translationid":
			if key := f.Value().Plain(); key != "" {
				return "key " + key
			}
		case "link alternate":
			alternates = append(alternates, f.Value().Plain())
		}
	}
	slices.Sort(alternates)
	if alternates = slices.Compact(alternates); len(alternates) < 2 {
		return ""
	}
	return "links " + strings.Join(alternates, " ")
}

// IsDraft reports whether the metadata marks the document as a draft: the draft field is
// true, or a field "published" is false.
func (d *Document) IsDraft() bool {
	f := d.Meta.Get(RoleDraft)
	if path := d.Source.Path; !f.Present() && (strings.HasPrefix(path, "_drafts/") || strings.Contains(path, "/_drafts/")) {
		return true // the folder of Jekyll and Hexo for drafts
	}
	value := strings.ToLower(f.Value().Plain())
	if strings.EqualFold(f.Name, "published") {
		return value == "false" || value == "no" || value == "off"
	}
	switch value {
	case "true", "yes", "1", "draft":
		return true
	}
	return false
}

// SlugOf returns the slug that site generators derive from a path: the file name without
// its extension and leading date or, for an index file, the name of the folder.
func SlugOf(file string) string {
	dir, name := path.Split(file)
	name = StemOf(name)
	if name == "index" || name == "_index" {
		name = path.Base(dir)
	}
	if len(name) > 11 && name[4] == '-' && name[7] == '-' && name[10] == '-' && strings.Trim(name[:10], "0123456789-") == "" {
		name = name[11:]
	}
	return name
}

func pageValue(t Text) PageValue {
	if !t.Placed() {
		return PageValue{Text: t.Plain()}
	}
	return PageValue{t.Plain(), t.All()}
}
