package html

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
	"golang.org/x/net/html/atom"
)

// headNames returns the names that an HTML head uses for each role, in order of
// preference. The names of front matter follow, so that <meta name="focus-keyphrase">
// means the same as focus_keyphrase there.
func headNames(role lint.Role) []string {
	switch role {
	case lint.RoleTitle:
		return []string{"<title>", "og:title", "twitter:title"}
	case lint.RoleDescription:
		return []string{"description", "og:description", "twitter:description", "dc.description"}
	case lint.RoleDate:
		return []string{"article:published_time", "og:published_time", "datepublished", "dc.date", "dcterms.created"}
	case lint.RoleUpdated:
		return []string{"article:modified_time", "og:updated_time", "datemodified", "last-modified", "revised", "dcterms.modified"}
	case lint.RoleAuthors:
		return []string{"author", "article:author", "dc.creator", "parsely-author", "byl"}
	case lint.RoleTags:
		return []string{"article:tag", "keywords", "news_keywords"}
	case lint.RoleImage:
		return []string{"og:image", "og:image:url", "twitter:image"}
	case lint.RoleImageAlt:
		return []string{"og:image:alt", "twitter:image:alt"}
	case lint.RoleCanonical:
		return []string{"<canonical>"}
	case lint.RoleLanguage:
		return []string{"<lang>", "content-language"}
	default:
		return nil
	}
}

// headReader gathers metadata from the head of a page.
type headReader struct {
	b     *build.Builder
	o     *build.Options
	names []string // folded names by which roles are found, one for each field of the document
	tags  int      // index of the field that collects article:tag, or lint.None
	span  lint.Span
	full  bool
}

// readHead reads the metadata of a page and returns the index of the first token of its
// body. If the page omits the head tags, the head ends at the first token that is not
// allowed in one. Front matter at the beginning of the file takes precedence over the
// head.
func readHead(b *build.Builder, tokens []token, o *build.Options) (body int) {
	r := &headReader{b: b, o: o, tags: lint.None, names: make([]string, len(b.Doc.Meta.Fields), len(b.Doc.Meta.Fields)+16)}
	for body < len(tokens) && r.token(tokens, body) {
		body++
	}
	if len(r.names) == len(b.Doc.Meta.Fields) && len(b.Doc.Meta.Fields) > 0 {
		r.assign()
	}
	if b.Doc.Meta.Format == lint.NoMeta && len(b.Doc.Meta.Fields) > 0 {
		b.Doc.Meta.Format, b.Doc.Meta.Span = lint.HTMLHead, r.span
	}
	return body
}

// token reads one token; it returns false at the end of the head.
func (r *headReader) token(tokens []token, i int) bool {
	t := &tokens[i]
	switch t.kind {
	case textToken:
		return scan.AllSpace(r.b.Src[t.start:t.end])
	case endToken:
		if t.name == atom.Head {
			r.widen(t)
		}
		return t.name != atom.Html && t.name != atom.Body
	case startToken:
	default:
		return true
	}
	switch t.name {
	case atom.Html, atom.Meta, atom.Link:
		if t.attributes {
			a := readAttributes(r.b, t.start, t.end)
			r.element(t, &a)
		}
	case atom.Title:
		r.title(tokens, i)
	case atom.Head, atom.Base, atom.Style, atom.Script, atom.Noscript:
	default:
		return false
	}
	if t.name != atom.Html {
		r.widen(t)
	}
	return true
}

// widen extends the span of the metadata to include a tag of the head.
func (r *headReader) widen(t *token) {
	if at := (lint.Span{Start: t.start, End: t.end}); r.span.Empty() {
		r.span = at
	} else {
		r.span = r.span.Join(at)
	}
}

func (r *headReader) element(t *token, a *attributes) {
	switch t.name {
	case atom.Html:
		if a.present(attrLang) {
			r.field("html lang", "<lang>", a.at[attrLang], t, a.text(attrLang))
			r.b.Doc.Language = strings.ToLower(a.text(attrLang).Plain())
		}
	case atom.Link:
		if a.is(attrRel, "canonical") && a.present(attrHref) {
			r.field("link canonical", "<canonical>", a.at[attrRel], t, a.target(attrHref))
		}
		if a.is(attrRel, "alternate") && a.present(attrHreflang) && a.present(attrHref) {
			r.field("link alternate", "<alternate>", a.at[attrRel], t, a.target(attrHref))
		}
	case atom.Meta:
		r.meta(t, a)
	}
}

func (r *headReader) meta(t *token, a *attributes) {
	if !a.present(attrContent) {
		return
	}
	for _, k := range [...]attribute{attrProperty, attrName, attrItemprop, attrHTTPEquiv} {
		name := strings.ToLower(a.text(k).Plain())
		if name == "" {
			continue
		}
		shown := name
		if !strings.Contains(name, ":") {
			shown = "meta " + name
		}
		value := a.text(attrContent)
		switch name {
		case "article:tag":
			r.tag(shown, a.at[k], t, value)
		case "keywords", "news_keywords":
			r.field(shown, name, a.at[k], t, fields.Split(value)...)
		default:
			r.field(shown, name, a.at[k], t, value)
		}
		return
	}
}

// title reads the first title element.
func (r *headReader) title(tokens []token, i int) {
	for _, name := range r.names {
		if name == "<title>" {
			return
		}
	}
	t := tokens[i]
	key := lint.Span{Start: t.start + 1, End: t.start + 1 + len("title")}
	inside := lint.Span{Start: t.end, End: t.end}
	for i++; i < len(tokens) && (tokens[i].kind == rawToken || tokens[i].name == atom.Title); i++ {
		if tokens[i].kind == rawToken {
			inside.End = tokens[i].end
		}
		t.end = tokens[i].end
		if tokens[i].kind == endToken {
			break
		}
	}
	value := readValue(r.b, inside, valueOptions{fold: true, rules: InText})
	r.field("title", "<title>", key, &t, value)
}

// field adds a field. An empty value is recorded as present, but does not count as a
// value.
func (r *headReader) field(shown, name string, key lint.Span, t *token, values ...lint.Text) {
	m := &r.b.Doc.Meta
	limit := r.o.Limits.Keys
	if limit <= 0 {
		limit = 1000
	}
	if len(m.Fields) >= limit {
		if !r.full {
			r.full = true
			r.b.Doc.Problems = append(r.b.Doc.Problems, lint.Problem{
				Span:      lint.Span{Start: t.start, End: t.end},
				Message:   "The head holds more metadata than is read; the rest of it is not checked",
				Unchecked: true,
			})
		}
		return
	}
	if len(values) == 1 && values[0].Len() == 0 {
		values = nil
	}
	m.Fields = append(m.Fields, lint.Field{Name: shown, Key: key, Values: values, Whole: lint.Span{Start: t.start, End: t.end}})
	r.names = append(r.names, fields.Fold(name))
}

// tag adds one of several article:tag elements to the field that collects them.
func (r *headReader) tag(shown string, key lint.Span, t *token, value lint.Text) {
	if r.tags == lint.None {
		n := len(r.b.Doc.Meta.Fields)
		if r.field(shown, shown, key, t, value); len(r.b.Doc.Meta.Fields) > n {
			r.tags = n
		}
		return
	}
	if f := &r.b.Doc.Meta.Fields[r.tags]; value.Len() > 0 {
		f.Values = append(f.Values, value)
		f.Whole.End = t.end
	}
}

// assign gives fields of the head the roles that front matter does not fill.
func (r *headReader) assign() {
	m := &r.b.Doc.Meta
	defaults := fields.Default()
	for role := range lint.Role(lint.Roles) {
		if m.Get(role).Present() {
			continue
		}
		wanted := headNames(role)
		if own, ok := r.o.Fields[role]; ok {
			wanted = append(append([]string(nil), own...), wanted...)
		} else {
			wanted = append(wanted, defaults[role]...)
		}
		if i := fields.Find(m, r.names, role, wanted); i >= 0 {
			m.Assign(role, i)
		}
	}
}
