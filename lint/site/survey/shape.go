package survey

import (
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/script"
	"github.com/copychief/copychief/lint/site/generator"
)

// The percentage of drafts that must have a field before its role is inferred from its
// values, and the percentage of values that must look like that role.
const (
	mostDrafts = 60
	mostValues = 80
	fewest     = 3 // drafts; fewer are too small a sample
)

// fieldsByShape infers the role of fields with unknown names from their values. It does so for
// roles that most drafts have no field for.
func fieldsByShape(r *Result, samples []sample, played map[string]bool) {
	if len(samples) < fewest {
		return
	}
	for _, shape := range [...]struct {
		role lint.Role
		like func(*sample, *lint.Field) bool
	}{
		{lint.RoleDescription, func(_ *sample, d *lint.Field) bool { return prose(d) }},
		{lint.RoleTitle, titleLike},
		{lint.RoleDate, func(_ *sample, d *lint.Field) bool {
			return dateLike(d) && !strings.Contains(d.Name, ".") && !nameHas(d, "end", "start", "until", "expir", "due", "birth", "review", "event")
		}},
		{lint.RoleAuthors, func(_ *sample, d *lint.Field) bool {
			return nameHas(d, "author", "writer", "byline") && plausible(lint.RoleAuthors, d)
		}},
		{lint.RoleTags, func(_ *sample, d *lint.Field) bool {
			return nameHas(d, "tag", "topic", "keyword") && plausible(lint.RoleTags, d)
		}},
		{lint.RoleImage, func(_ *sample, d *lint.Field) bool { return imageLike(d) }},
	} {
		at := slices.IndexFunc(r.Fields, func(d Field) bool { return d.Role == shape.role })
		if at >= 0 && 2*r.Fields[at].Articles >= len(samples) {
			continue
		}
		name, n := shaped(samples, played, shape.like)
		if name == "" {
			continue
		}
		played[generator.Fold(name)] = true
		if at < 0 {
			at = len(r.Fields)
			r.Fields = append(r.Fields, Field{Role: shape.role})
		}
		d := &r.Fields[at]
		d.Names, d.Articles, d.Own = append(d.Names, name), max(d.Articles, n), true
	}
	slices.SortFunc(r.Fields, func(a, b Field) int { return int(a.Role) - int(b.Role) })
}

// shaped returns the name of the field that most drafts have and whose values mostly
// satisfy like. If there are several, it returns the most frequent one.
func shaped(samples []sample, played map[string]bool, like func(*sample, *lint.Field) bool) (name string, most int) {
	has, fits, spelt := map[string]int{}, map[string]int{}, map[string]string{}
	values := map[string]map[string]bool{}
	for i := range samples {
		s := &samples[i]
		for folded := range s.names {
			if played[folded] || generatorsOwn(folded) {
				continue
			}
			d := s.field(folded)
			has[folded]++
			spelt[folded] = d.Name
			if like(s, d) {
				fits[folded]++
			}
			if values[folded] == nil {
				values[folded] = map[string]bool{}
			}
			values[folded][d.Value().String()] = true
		}
	}
	for _, folded := range slices.Sorted(maps.Keys(has)) {
		n := has[folded]
		if n >= fewest && 100*n >= mostDrafts*len(samples) && 100*fits[folded] >= mostValues*n && len(values[folded]) > 1 && n > most {
			name, most = spelt[folded], n
		}
	}
	return name, most
}

// prose reports whether a value could be the snippet of a page in search results: 70 to
// 250 characters of words, or half as many in scripts without spaces.
func prose(d *lint.Field) bool {
	text := d.Value().Plain()
	n := utf8.RuneCountInString(text)
	if len(d.Values) != 1 || n < 35 || n > 250 || strings.Contains(text, "://") && !strings.Contains(text, " ") {
		return false
	}
	letters, wide := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) || r == ' ' || unicode.IsMark(r) {
			letters++
		}
		if script.Spaceless(r) {
			wide++
		}
	}
	return 10*letters >= 8*n && (2*wide > n || n >= 70 && strings.Count(text, " ") >= 7)
}

// titleLike reports whether the file name is derived from a value.
func titleLike(s *sample, d *lint.Field) bool {
	text := strings.ToLower(d.Value().Plain())
	n := utf8.RuneCountInString(text)
	if len(d.Values) != 1 || n < 6 || n > 150 || strings.Contains(text, "/") && !strings.Contains(text, " ") {
		return false
	}
	stem := lint.SlugOf(s.name)
	words, same := 0, 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(stem), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		words++
		if strings.Contains(text, word) {
			same++
		}
	}
	return words > 0 && 2*same >= words && strings.ToLower(stem) != text
}

// dateLike reports whether a value is a date in the format of ISO 8601, with or without a
// time. A name that begins with a date is not.
func dateLike(d *lint.Field) bool {
	v := d.Value().String()
	if len(d.Values) != 1 || len(v) < 10 || len(v) > 40 {
		return false
	}
	for i, r := range "0000-00-00" {
		if c := v[i]; r == '0' && (c < '0' || c > '9') || r == '-' && c != '-' && c != '/' {
			return false
		}
	}
	return (v[0] == '1' || v[0] == '2') && (len(v) == 10 || (v[10] == 'T' || v[10] == 't' || v[10] == ' ') && strings.Contains(v[11:], ":"))
}

// imageLike reports whether a value names an image that may represent an article, as
// opposed to an icon or a portrait.
func imageLike(d *lint.Field) bool {
	return plausible(lint.RoleImage, d) && slices.Contains(imageExtensions[:], strings.ToLower(path.Ext(d.Value().String()))) && !nameHas(d, "icon", "logo", "avatar", "author", "favicon")
}

// nameHas reports whether the name of a field contains one of the words.
func nameHas(d *lint.Field, words ...string) bool {
	name := generator.Fold(d.Name)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
}

// plausible reports whether a value has the form that a role requires.
func plausible(role lint.Role, d *lint.Field) bool {
	v := d.Value().String()
	n := utf8.RuneCountInString(v)
	switch role {
	case lint.RoleTitle:
		return n >= 3 && n <= 200 && len(d.Values) == 1
	case lint.RoleDescription:
		return n >= 20 && n <= 1000 && len(d.Values) == 1
	case lint.RoleDate, lint.RoleUpdated:
		return n >= 6 && n <= 60 && strings.ContainsAny(v, "0123456789") && len(d.Values) == 1
	case lint.RoleAuthors:
		return n <= 80 && !strings.Contains(v, "/")
	case lint.RoleTags:
		return n <= 200
	case lint.RoleImage:
		return strings.ContainsAny(v, "./") && !strings.ContainsAny(v, " \n")
	case lint.RoleCanonical:
		return strings.Contains(v, "/")
	default:
		return true
	}
}
