package description

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// slug is the part of an article's address that the writer chooses.
type slug struct {
	value string    // the field's value, or the slug derived from the file name
	text  lint.Text // the field; empty if the slug comes from the file name
}

// slugOf returns the slug of a draft: the slug or permalink field or, for Markdown with
// front matter, what site generators derive from a file name of several words. ok is false
// if there is no slug, if the site builds it from a pattern, and for an address with a
// host, which may be another site's.
func slugOf(d *lint.Document) (s slug, ok bool) {
	if f := d.Meta.Get(lint.RoleSlug); f.Value().Len() > 0 {
		s.text = f.Value()
		s.value = s.text.String()
		if strings.Contains(s.value, "://") {
			return s, false // may be the address of what the article is about
		}
		pattern := strings.ContainsAny(s.value, ":{?#"+string(lint.Object))
		return s, !pattern && strings.Trim(s.value, "/ ") != ""
	}
	if !d.Meta.InFrontMatter() || !d.Can(lint.NamesPage) {
		return s, false
	}
	s.value = lint.SlugOf(d.Source.Path)
	// A single word (“draft”, “ferries”) may be the name of any file, and README is not
	// an address.
	return s, strings.ContainsFunc(s.value, hasCapital) && strings.ContainsAny(strings.Trim(s.value, "-_ "), "-_ ")
}

// hasCapital reports whether upper case changes a character.
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

// written reports whether the slug is written in a field.
func (s *slug) written() bool { return s.text.Placed() }

// span returns the span of the slug, or the top of the draft.
func (s *slug) span(d *lint.Document) lint.Span {
	if !s.written() {
		return d.Top()
	}
	return s.text.All()
}

// name returns what a message calls the slug.
func (s *slug) name() string {
	if s.written() {
		return "Slug"
	}
	return "File name"
}
