package description

import (
	_ "embed"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed unreadable_slug.txtar
var unreadableSlugDocs string

// UnreadableSlug flags an address that is hard to read, say or type.
var UnreadableSlug = &lint.Rule{
	Name:     "unreadable-slug",
	Family:   lint.DescriptionFamily,
	Summary:  "the slug has capitals, underscores, spaces or escapes",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, URL structure best practices (readable words, hyphens rather than underscores; for people, not for ranking)",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/url-structure",
	},
	Articles:  true,
	Habit:     lint.Habit{Does: "have a slug without words"},
	Structure: true,
	Docs:      unreadableSlugDocs,
	New:       func() lint.Checker { return &unreadableSlug{} },
}

type unreadableSlug struct{}

// Check looks at the characters of a slug that the metadata declares. A slug derived from
// a file name is only a guess, and the address of a published article should not change.
func (*unreadableSlug) Check(p *lint.Pass) {
	s, ok := slugOf(p.Doc)
	if !ok || !s.written() || published(p) {
		return
	}
	has := faults(s.value)
	if has == "" {
		return
	}
	better := readableSlug(s.value)
	f := lint.Finding{
		Span:    s.span(p.Doc),
		Message: fmt.Sprintf("%s has %s; write “%s”", s.name(), has, lint.Clip(maxShown, strings.Trim(better, "/"))),
	}
	if strings.Trim(better, "/") != "" {
		f.Fixes = []lint.Fix{lint.Replace("Replace with “"+lint.Clip(maxShown, better)+"”", false, f.Span, better)}
	}
	p.Report(f)
}

// faults names what makes a slug hard to read; "" if nothing does.
func faults(s string) string {
	var capitals, underscores, spaces, escapes, others bool
	for i, r := range s {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '-':
		case 'A' <= r && r <= 'Z':
			capitals = capitals || !escaped(s, i)
		case r == '_':
			underscores = true
		case r == ' ':
			spaces = true
		case r == '%':
			escapes = true
		case strings.ContainsRune(`!"'(),;@&=+$[]<>“”‘’`, r):
			others = true
		}
	}
	if !capitals && !underscores && !spaces && !escapes && !others {
		return ""
	}
	var list []string
	for _, f := range [...]struct {
		found bool
		name  string
	}{{capitals, "capitals"}, {underscores, "underscores"}, {spaces, "spaces"}, {escapes, "escapes"}, {others, "punctuation"}} {
		if f.found {
			list = append(list, f.name)
		}
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return list[0]
}

// escaped reports whether offset i of a slug is a digit of a percent escape.
func escaped(s string, i int) bool {
	return i > 0 && s[i-1] == '%' || i > 1 && s[i-2] == '%'
}

// readableSlug rewrites a slug with lower-case letters and hyphens. Slashes, full stops,
// tildes and non-ASCII letters stay.
func readableSlug(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
			if gap && b.Len() > 0 && !strings.HasSuffix(b.String()[b.Len()-1:], "/") {
				b.WriteByte('-')
			}
			b.WriteRune(unicode.ToLower(r))
			gap = false
		case r == '/', r == '.', r == '~':
			b.WriteRune(r)
			gap = false
		case r == '\'', r == '’', r == '"', r == '“', r == '”', r == '‘':
		default:
			gap = true
		}
	}
	return b.String()
}
