package links

import (
	"bytes"
	_ "embed"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/resolve"
)

//go:embed broken_link.txtar
var brokenLinkDocs string

// BrokenLink flags a link to a place on the site that does not exist.
var BrokenLink = &lint.Rule{
	Name:     "broken-link",
	Family:   lint.LinksFamily,
	Summary:  "a link leads to a file or a section that is not there",
	Severity: lint.Error,
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "HTML Living Standard, 7.4.6.4 Scrolling to a fragment; RFC 3986, section 5",
		URL:    "https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment",
	},
	Structure: true,
	Docs:      brokenLinkDocs,
	New:       func() lint.Checker { return &brokenLink{} },
}

type brokenLink struct{}

// Check resolves fragments within the draft and relative paths to files. It never uses the
// network. Addresses that a site generator defines (without a file name, or from the root)
// cannot be checked and pass.
func (brokenLink) Check(p *lint.Pass) {
	t, others := fragments{p: p}, pages{p: p}
	var missing []lint.Finding // sections
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		target := l.Target.String()
		if wrong := slip(p, l); wrong != "" && !made(p.Doc, l.Span) && !isSpecimen(p.Doc, l) {
			p.Report(lint.Finding{Span: l.Span, Message: fmt.Sprintf("Link target “%s” %s", lint.Shorten(target, 40), wrong)})
			continue
		}
		switch {
		case l.Kind != lint.Fragment && l.Kind != lint.Internal || made(p.Doc, l.Span) || filled(p.Doc, l):
		case l.Kind == lint.Fragment:
			if id := unescaped(target[1:]); id != "" && !p.Part() && !t.has(id) && !scripted(p.Doc, l) && !isSpecimen(p.Doc, l) {
				missing = append(missing, lint.Finding{
					Span:    l.Span,
					Shared:  "#" + id,
					Message: fmt.Sprintf("No section of this article is called “#%s”; name one that is there", lint.Shorten(target[1:], 40)),
				})
			}
		case p.Files != nil && p.Name != "":
			t.file(l, &others)
		}
	}
	brokenTags(p)
	for _, f := range missing {
		if len(missing) > several {
			f.Together = "%d links lead to sections that this article does not have; what makes their ids may have changed"
		}
		p.Report(f)
	}
}

// file reports a link to a file that does not exist, or to a section that another draft
// does not have.
func (f *fragments) file(l *lint.Link, others *pages) {
	target := l.Target.String()
	name := file(target)
	if f.p.Part() || isSpecimen(f.p.Doc, l) {
		return
	}
	if name == "" {
		page(f.p, l, target)
		return
	}
	switch resolve.File(f.p, name) {
	case resolve.Missing:
		f.p.Report(lint.Finding{
			Span:    l.Span,
			Shared:  name,
			Message: fmt.Sprintf("Link leads to “%s”, which is not there; correct the path", lint.Shorten(name, 48)),
		})
		return
	case resolve.Deleted:
		f.p.Report(lint.Finding{
			Span:     l.Span,
			Shared:   name,
			Severity: lint.Warning, // it may come back before anything is published
			Message:  fmt.Sprintf("Link leads to “%s”, deleted here but not in git; put it back or correct the path", lint.Shorten(name, 32)),
		})
		return
	case resolve.Found, resolve.Unknown:
	}
	if name, id, lacks := others.lacks(target); lacks {
		f.p.Report(lint.Finding{
			Span:    l.Span,
			Shared:  name + "#" + id,
			Message: fmt.Sprintf("“%s” has no section “#%s”; name one that is there", lint.Shorten(name, 32), lint.Shorten(id, 32)),
		})
	}
}

// page reports a link to a page of the site that does not exist.
func page(p *lint.Pass, l *lint.Link, target string) {
	if resolve.Page(p, target) != resolve.Missing {
		return
	}
	name := resolve.Path(target)
	f := lint.Finding{
		Span:     l.Span,
		Shared:   name,
		Message:  fmt.Sprintf("The site has no page “%s”; correct the address", lint.Shorten(name, 48)),
		Together: "%d links lead to pages that the site does not have; correct their addresses",
	}
	if !p.Site.Links.Checked || p.Site.Links.Routing != lint.RoutesMirrored {
		f.Severity = lint.Warning // the server may know the address, or a plugin make the page
	}
	p.Report(f)
}

// several is the number of missing sections of a draft up to which each is a slip of its own.
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

// lookUp is [fragments.has] for an id that was not asked for before.
func (f *fragments) lookUp(id string) bool {
	if f.names[anchor.Squash(id)] || f.page.Has(id) {
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

// scripted reports whether the attributes of a link's tag mark it as a hook for a script,
// whose target is not where it leads.
func scripted(d *lint.Document, l *lint.Link) bool {
	tag := opening(d, l)
	for _, attribute := range [...]string{" data-", " onclick", " role=", " aria-controls", " aria-expanded", " @click", " v-on:", " x-on:", " hx-"} {
		if strings.Contains(tag, attribute) {
			return true
		}
	}
	return false
}

// opening returns the opening tag of a link, or the attributes in braces after a Markdown
// link; "" if there is neither.
func opening(d *lint.Document, l *lint.Link) string {
	source := d.Source.Slice(l.Span)
	if strings.HasPrefix(source, "<") {
		tag, _, _ := strings.Cut(source, ">")
		return tag
	}
	behind := d.Source.Bytes[min(l.Span.End, len(d.Source.Bytes)):]
	if !bytes.HasPrefix(behind, []byte("{")) {
		return ""
	}
	attributes, _, found := bytes.Cut(behind, []byte("}"))
	if !found || bytes.IndexByte(attributes, '\n') >= 0 {
		return ""
	}
	return string(attributes)
}

// isSpecimen reports whether a link demonstrates Markdown: the same source also appears as
// code.
func isSpecimen(d *lint.Document, l *lint.Link) bool {
	source := d.Source.Bytes[l.Span.Start:min(l.Span.End, len(d.Source.Bytes))]
	if len(source) < len("[x](y)") {
		return false
	}
	for from := 0; ; {
		i := bytes.Index(d.Source.Bytes[from:], source)
		if i < 0 {
			return false
		}
		i += from
		from = i + 1
		if i != l.Span.Start && (i > 0 && d.Source.Bytes[i-1] == '`' || inCode(d, i)) {
			return true
		}
	}
}

// inCode reports whether an offset of the source is in a code block.
func inCode(d *lint.Document, offset int) bool {
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == lint.Code && b.Span.Start <= offset && offset < b.Span.End {
			return true
		}
	}
	return false
}

// file returns the path of a file that a target names. It returns "" for an address from
// the root and for one without a file extension that copychief knows.
func file(target string) string {
	target = resolve.Path(target)
	if target == "" || target[0] == '/' {
		return ""
	}
	if _, draft := lint.FormatOf(target); draft {
		return target
	}
	switch strings.ToLower(path.Ext(target)) {
	case ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".svg",
		".webp", ".csv", ".json", ".zip", ".docx", ".xlsx", ".pptx", ".mp3", ".mp4":
		return target
	}
	return ""
}
