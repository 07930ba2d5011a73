// Package condition determines by the content of a draft whether a house rule is for it: a metadata
// field with a value, a link to a host, an image. Rules that require or forbid links select
// them in the same way.
//
// The trade-off: all parts of a condition must hold; for alternatives, several rules are needed.
package condition

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/href"
)

// Where is a condition of drafts; nil holds for all.
type Where struct {
	field  string
	values []string
	link   *Link
	image  bool
}

// NewWhere compiles a condition; nil stays nil.
func NewWhere(c *declaration.Compiler, s *declaration.Condition) *Where {
	if s == nil {
		return nil
	}
	w := &Where{field: s.Field.Value, link: NewLink(c, s.Link, s.Rel), image: s.Image}
	for _, t := range s.Values {
		w.values = append(w.values, t.Value)
	}
	switch {
	case w.field == "" && w.link == nil && !w.image && !c.Unread:
		c.Fail(c.At, "rule %s: “where” is empty; give it a field, a link, a rel or image: true", strict.Quoted(c.Name))
	case w.field == "" && len(w.values) > 0:
		c.Fail(s.Values[0].Node, "“values” are those of a field; name it with “field”")
	}
	return w
}

// Holds reports whether the condition is true of a draft: all of its parts.
func (w *Where) Holds(d *lint.Document) bool {
	if w == nil {
		return true
	}
	if w.field != "" && !slices.ContainsFunc(passage.ValuesOf(d, w.field), func(v lint.Text) bool {
		return !v.Blank() && (len(w.values) == 0 || passage.Contains(w.values, v.Plain()))
	}) {
		return false
	}
	return (w.link == nil || len(w.link.In(d)) > 0) && (!w.image || len(d.Images) > 0)
}

// Link selects links by where they lead and by their relation.
type Link struct {
	to    []target // none means any
	rel   string   // "" means any
	Shown string   // for messages
}

// target is where a link leads.
type target struct {
	host, path string // "" means any
	shown      string // as declared
}

// NewLink reads hosts, hosts with a path, or paths from the root of the site; nil if neither these
// nor a relation are declared.
func NewLink(c *declaration.Compiler, to []strict.Text, rel strict.Text) *Link {
	if len(to) == 0 && rel.Node == nil {
		return nil
	}
	l := &Link{rel: strings.ToLower(rel.Value), Shown: "an address with rel=" + strings.ToLower(rel.Value)}
	var shown []string
	for _, t := range to {
		l.to = append(l.to, newTarget(c, t))
		shown = append(shown, t.Value)
	}
	switch n := len(shown); {
	case n > mostShown:
		l.Shown = fmt.Sprintf("%s or one of %d more", shown[0], n-1)
	case n > 0:
		l.Shown = strings.Join(shown, " or ")
	}
	return l
}

// mostShown is the number of addresses that a message lists.
const mostShown = 2

// To returns where a link that is selected leads, as it is declared.
func (l *Link) To(d *lint.Document, k *lint.Link) string {
	urls := href.Of(d)
	for i := range urls {
		if i >= len(d.Links) || &d.Links[i] != k {
			continue
		}
		for _, t := range l.to {
			if t.isOf(&urls[i], k) {
				return t.shown
			}
		}
	}
	return l.Shown
}

func newTarget(c *declaration.Compiler, to strict.Text) target {
	t := target{shown: to.Value}
	rest := strings.TrimPrefix(strings.TrimPrefix(to.Value, "https://"), "http://")
	t.host, t.path, _ = strings.Cut(rest, "/")
	t.host = strings.ToLower(strings.TrimPrefix(t.host, "www."))
	if rest == "" || strings.ContainsFunc(rest, unicode.IsSpace) || t.host == "" && t.path == "" || t.host != "" && !strings.Contains(t.host, ".") {
		c.Fail(to.Node, "%s is neither a host nor a path; write example.org, example.org/shop or /contact", strict.Quoted(to.Value))
	}
	return t
}

// In returns the links of a draft that are selected.
func (l *Link) In(d *lint.Document) (all []*lint.Link) {
	urls := href.Of(d)
	for i := range d.Links {
		k := &d.Links[i]
		if l.rel != "" && !passage.Contains(k.Rel, l.rel) {
			continue
		}
		if i < len(urls) && (len(l.to) == 0 || slices.ContainsFunc(l.to, func(t target) bool { return t.isOf(&urls[i], k) })) {
			all = append(all, k)
		}
	}
	return all
}

// isOf reports whether a link leads there.
func (t target) isOf(u *href.URL, k *lint.Link) bool {
	switch {
	case t.host == "":
		return k.Kind == lint.Internal && below(strings.TrimPrefix(k.Target.String(), "/"), t.path)
	case !u.Known() || !u.Under(t.host):
		return false
	}
	return t.path == "" || below(strings.TrimPrefix(u.Path, "/"), t.path)
}

// below reports whether a path is another or below it.
func below(path, root string) bool {
	root = strings.TrimSuffix(root, "/")
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || strings.IndexByte("/?#", rest[0]) >= 0)
}
