package links

import (
	_ "embed"
	"fmt"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
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
	if p.Kind == lint.KindVerbatim {
		return // other people wrote it, and nobody here corrects it
	}
	t, others := fragments{p: p}, pages{p: p}
	var missing []string // sections
	var links []*lint.Link
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
			if id := unescaped(target[1:]); id != "" && !p.Part() && !isMedia(id) && !t.has(id) && !scripted(p.Doc, l) && !isSpecimen(p.Doc, l) && !credits(p.Doc, l) {
				missing = append(missing, id)
				links = append(links, l)
			}
		case p.Files != nil && p.Name != "":
			t.file(l, &others)
		}
	}
	brokenTags(p)
	reportMissing(&t, missing, links)
}

// isMedia reports whether a fragment is a place in a recording or a part of a picture, “t=1:04:53” or
// “xywh=0,0,90,90”, and not a section (W3C Media Fragments URI 1.0, section 4.2).
func isMedia(id string) bool {
	for _, dimension := range [...]string{"t=", "xywh=", "track="} {
		if value, is := strings.CutPrefix(id, dimension); is && value != "" {
			return true
		}
	}
	return false
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
			Message: fmt.Sprintf("Link leads to “%s”, which is not there; %s", lint.Shorten(name, 48), rightPath(f.p, name, "correct the path")),
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
		how := "name one that is there"
		if near := others.nearest(name, id); near != "" {
			how = fmt.Sprintf("it has “%s”", lint.Shorten(near, 40))
		}
		f.p.Report(lint.Finding{
			Span:    l.Span,
			Shared:  name + "#" + id,
			Message: fmt.Sprintf("“%s” has no section “#%s”; %s", lint.Shorten(name, 32), lint.Shorten(id, 32), how),
		})
	}
}

// rightPath says which file was meant, if that is certain, or what else to do.
func rightPath(p *lint.Pass, name, otherwise string) string {
	near := resolve.Suggest(p, name)
	switch {
	case near == "":
		return otherwise
	case path.Dir(near) == path.Dir(path.Clean(name)):
		near = path.Base(near)
	}
	return fmt.Sprintf("“%s” is", lint.Shorten(near, 48))
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
	if near := resolve.SuggestPage(p, target); near != "" {
		f.Message = fmt.Sprintf("The site has no page “%s”, but “%s”", lint.Shorten(name, 40), lint.Shorten(near, 40))
	}
	if !p.Site.Links.Checked || p.Site.Links.Routing != lint.RoutesMirrored {
		f.Severity = lint.Warning // the server may know the address, or a plugin make the page
	}
	p.Report(f)
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
