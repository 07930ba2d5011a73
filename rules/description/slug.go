package description

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// slug is the part of an article's address that its writer chooses.
type slug struct {
	value string    // the field's value, or the name that the file gives
	text  lint.Text // the field; empty where the slug comes from the file's name
}

// slugOf returns the slug of a draft: of its slug or permalink field, or, for
// Markdown with front matter, the one that site generators take from the name of
// the file, where that has several words. ok is false where there is none, where the site makes it of a pattern,
// and for an address with a host, which may be anybody's.
func slugOf(d *lint.Document) (s slug, ok bool) {
	if f := d.Meta.Get(lint.RoleSlug); f.Value().Len() > 0 {
		s.text = f.Value()
		s.value = s.text.String()
		if strings.Contains(s.value, "://") {
			return s, false // the address of the article, or of what it is about
		}
		pattern := strings.ContainsAny(s.value, ":{?#"+string(lint.Object))
		return s, !pattern && strings.Trim(s.value, "/ ") != ""
	}
	switch d.Meta.Format {
	case lint.YAML, lint.TOML, lint.JSON:
	default:
		return s, false
	}
	if !d.Can(lint.NamesPage) {
		return s, false
	}
	s.value = lint.SlugOf(d.Source.Path)
	// One word (“draft”, “ferries”) may be any file’s name; README is no address.
	return s, strings.ContainsFunc(s.value, hasCapital) && strings.ContainsAny(strings.Trim(s.value, "-_ "), "-_ ")
}

// hasCapital reports whether a character is written otherwise as a capital.
func hasCapital(r rune) bool { return unicode.ToUpper(r) != r }

// last returns the last part of the slug's path, decoded, without an extension.
func (s *slug) last() string {
	name := path.Base(strings.TrimRight(s.value, "/"))
	if s.text.Len() > 0 {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}

// written reports whether the slug stands in a field.
func (s *slug) written() bool { return s.text.Placed() }

// span returns the place of the slug, or the top of the draft.
func (s *slug) span(d *lint.Document) lint.Span {
	if !s.written() {
		return d.Top()
	}
	return s.text.All()
}

// name says what the slug is called in a message.
func (s *slug) name() string {
	if s.written() {
		return "Slug"
	}
	return "File name"
}
