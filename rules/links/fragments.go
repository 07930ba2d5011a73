package links

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/resolve"
)

// several is the maximum number of missing sections of a draft that are separate slips.
const several = 5

func unescaped(id string) string {
	if plain, err := url.PathUnescape(id); err == nil {
		return plain
	}
	return id
}

// always reports whether a fragment is one that browsers and footnotes define.
func always(id string) bool {
	if strings.EqualFold(id, "top") {
		return true
	}
	for _, prefix := range [...]string{"fn", "user-content-fn", "tab/", ":~:", "/", "!"} {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return false
}

// fragments looks up fragments in a draft.
type fragments struct {
	p        *lint.Pass
	names    map[string]bool // normalised ids from the parser; built at the first fragment
	page     *anchor.Page    // as names
	known    map[string]bool // the answers so far
	read     bool            // whether the included files have been read
	included string
	complete bool
}

// has reports whether a fragment names, or may name, a place in the draft or in a file
// that it includes. Names that browsers and footnotes define are always valid.
func (f *fragments) has(id string) bool {
	if always(id) {
		return true
	}
	if f.p.Site != nil && (f.p.Site.Rewritten || f.p.Site.Links.Labels) {
		return true
	}
	if f.p.Site != nil && f.p.Site.Generator == "quarto" && f.p.Kind == lint.KindSection {
		return true // the template of its list may make sections
	}
	if f.unpublished() {
		return true
	}
	if f.names == nil {
		f.names, f.known = make(map[string]bool, len(f.p.Doc.Anchors)), map[string]bool{}
		f.page = anchor.NewPage(f.p.Doc, f.styles())
		for _, a := range f.p.Doc.Anchors {
			f.names[anchor.Squash(a)] = true
		}
	}
	known, ok := f.known[id]
	if !ok {
		known = f.lookUp(id)
		f.known[id] = known
	}
	return known
}

// unpublished reports whether the draft is in a collection of Jekyll whose documents have no pages of their
// own: a template prints them on one page, with ids of its own.
func (f *fragments) unpublished() bool {
	return f.p.Kind == lint.KindRecord && f.p.Site != nil && f.p.Site.Generator == "jekyll" &&
		strings.HasPrefix(strings.TrimPrefix(f.p.Name, f.p.Site.Base+"/"), "_")
}

// lookUp is [fragments.has] for an id that has not been looked up before.
func (f *fragments) lookUp(id string) bool {
	if f.names[anchor.Squash(id)] || f.page.Has(id) || f.prefixed(id) || hasMadeID(f.p.Doc) {
		return true
	}
	if strings.HasSuffix(f.p.Doc.Source.Path, ".mdx") && anchor.InText(string(f.p.Doc.Source.Bytes), id, f.styles()) {
		return true // a heading between tags, without blank lines around it
	}
	if !f.read {
		f.included, f.complete = resolve.Included(f.p)
		f.read = true
	}
	return !f.complete || anchor.InText(f.included, id, f.styles()) || anchor.InTemplates(f.p.Files, f.p.Site, id)
}

// styles returns the ways in which the site's generator makes ids of headings.
func (f *fragments) styles() []lint.IDStyle {
	if f.p.Site == nil {
		return nil
	}
	return f.p.Site.HeadingIDs
}

// prefixed reports whether a site of unknown make seems to give all ids a prefix, such as “toc_”:
// without it, the fragment names a place in the draft, and so does another fragment.
func (f *fragments) prefixed(id string) bool {
	prefix, rest := cutPrefix(id)
	if prefix == "" || f.p.Site != nil && f.p.Site.Generator != "" || !f.page.Has(rest) {
		return false
	}
	for i := range f.p.Doc.Links {
		l := &f.p.Doc.Links[i]
		if l.Kind != lint.Fragment {
			continue
		}
		other, found := strings.CutPrefix(strings.TrimPrefix(l.Target.Plain(), "#"), prefix)
		if found && other != rest && f.page.Has(other) {
			return true
		}
	}
	return false
}

// cutPrefix cuts an id after its first underscore or hyphen; prefix is "" if it has none.
func cutPrefix(id string) (prefix, rest string) {
	const longest = 16 // bytes
	n := strings.IndexAny(id, "_-") + 1
	if n < 2 || n > longest {
		return "", id
	}
	return id[:n], id[n:]
}

// hasMadeID reports whether a template makes the whole id of an element of the draft, as in a loop:
// <section id="{{ topic }}">.
func hasMadeID(d *lint.Document) bool {
	for _, sign := range [...]string{`id="{{`, `id='{{`, `id="{%`, `id="<%`} {
		if bytes.Contains(d.Source.Bytes, []byte(" "+sign)) {
			return true
		}
	}
	return false
}
