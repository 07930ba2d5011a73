package house

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/href"
)

// whereSchema is a condition of the drafts that a rule is for.
type whereSchema struct {
	Field  strict.Text   `yaml:"field" doc:"a front matter field that has a value"`
	Values []strict.Text `yaml:"values" doc:"values of that field, of which it must have one"`
	Link   strict.Text   `yaml:"link" doc:"a host or path that a link of the draft leads to"`
	Rel    strict.Text   `yaml:"rel" doc:"a relation of a link of the draft, such as sponsored"`
	Image  bool          `yaml:"image" doc:"the draft has an image"`
}

// where is a condition of drafts; nil holds for all.
type where struct {
	field  string
	values []string
	link   *linkTo
	image  bool
}

func newWhere(c *compiler, s *whereSchema) *where {
	if s == nil {
		return nil
	}
	w := &where{field: s.Field.Value, link: newLinkTo(c, s.Link, s.Rel), image: s.Image}
	for _, t := range s.Values {
		w.values = append(w.values, t.Value)
	}
	switch {
	case w.field == "" && w.link == nil && !w.image:
		c.Fail(c.at, "rule %s: “where” is empty; give it a field, a link, a rel or image: true", strict.Quoted(c.name))
	case w.field == "" && len(w.values) > 0:
		c.Fail(s.Values[0].Node, "“values” are those of a field; name it with “field”")
	}
	return w
}

// holds reports whether the condition is true of a draft: all of its parts.
func (w *where) holds(d *lint.Document) bool {
	if w == nil {
		return true
	}
	if w.field != "" && !slices.ContainsFunc(valuesOf(d, w.field), func(v lint.Text) bool {
		return !v.Blank() && (len(w.values) == 0 || contains(w.values, v.Plain()))
	}) {
		return false
	}
	return (w.link == nil || len(w.link.in(d)) > 0) && (!w.image || len(d.Images) > 0)
}

// valuesOf returns the values of a metadata field by its name.
func valuesOf(d *lint.Document, name string) []lint.Text {
	if f := fieldOf(d, name); f != nil {
		return f.Values
	}
	return nil
}

// fieldOf returns a metadata field by its name, or nil.
func fieldOf(d *lint.Document, name string) *lint.Field {
	for i := range d.Meta.Fields {
		if f := &d.Meta.Fields[i]; strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

// linkTo selects links by where they lead and by their relation.
type linkTo struct {
	host, path string // "" means any
	rel        string // "" means any
	shown      string // for messages
}

// newLinkTo reads a host, a host with a path, or a path from the root of the site; nil if
// neither that nor a relation is declared.
func newLinkTo(c *compiler, to, rel strict.Text) *linkTo {
	if to.Node == nil && rel.Node == nil {
		return nil
	}
	l := &linkTo{rel: strings.ToLower(rel.Value), shown: to.Value}
	if to.Node == nil {
		l.shown = "an address with rel=" + l.rel
		return l
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(to.Value, "https://"), "http://")
	l.host, l.path, _ = strings.Cut(rest, "/")
	l.host = strings.ToLower(strings.TrimPrefix(l.host, "www."))
	if rest == "" || strings.ContainsFunc(rest, unicode.IsSpace) || l.host == "" && l.path == "" || l.host != "" && !strings.Contains(l.host, ".") {
		c.Fail(to.Node, "%s is neither a host nor a path; write example.org, example.org/shop or /contact", strict.Quoted(to.Value))
	}
	return l
}

// in returns the links of a draft that are selected.
func (l *linkTo) in(d *lint.Document) (all []*lint.Link) {
	urls := href.Of(d)
	for i := range d.Links {
		k := &d.Links[i]
		if l.rel != "" && !contains(k.Rel, l.rel) {
			continue
		}
		if i < len(urls) && l.leads(&urls[i], k) {
			all = append(all, k)
		}
	}
	return all
}

func (l *linkTo) leads(u *href.URL, k *lint.Link) bool {
	switch {
	case l.host == "" && l.path == "":
		return true
	case l.host == "":
		target := strings.TrimPrefix(k.Target.String(), "/")
		return k.Kind == lint.Internal && below(target, l.path)
	case !u.Known() || !u.Under(l.host):
		return false
	}
	return l.path == "" || below(strings.TrimPrefix(u.Path, "/"), l.path)
}

// below reports whether a path is another or below it.
func below(path, root string) bool {
	root = strings.TrimSuffix(root, "/")
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || strings.IndexByte("/?#", rest[0]) >= 0)
}

// countWords counts the stretches between white space with a letter or digit.
func countWords(s string) (n int) {
	for _, word := range strings.Fields(s) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
