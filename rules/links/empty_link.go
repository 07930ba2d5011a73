package links

import (
	"bytes"
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed empty_link.txtar
var emptyLinkDocs string

// EmptyLink flags a link without text or without a target.
var EmptyLink = &lint.Rule{
	Name:     "empty-link",
	Family:   lint.LinksFamily,
	Summary:  "a link has no text or no target",
	Severity: lint.Error,
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, failure F89: a link without an accessible name",
		URL:    "https://www.w3.org/WAI/WCAG22/Techniques/failures/F89",
	},
	Structure: true,
	Docs:      emptyLinkDocs,
	New:       func() lint.Checker { return &emptyLink{} },
}

type emptyLink struct{}

// Check looks at the text first, because a link without text is invisible. Links with
// template tags pass, because their output is unknown, and so do hooks for scripts and
// link anchors.
func (emptyLink) Check(p *lint.Pass) {
	if p.Kind == lint.KindSample {
		return // its links show how links look
	}
	shown := isMockUp(p.Doc)
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		target := strings.TrimSpace(l.Target.String())
		noText := l.Label == "" && (l.Image == lint.None && l.Text.Blank() || silentImages(p.Doc, l))
		noTarget := target == "" || target == "#" || hasFold(target, "javascript:") && !calls(target)
		if !noText && !noTarget || made(p.Doc, l.Span) || filled(p.Doc, l) || isHook(p.Doc, l, noText) || noText && (isPermalink(p.Doc, l) || isGloss(p.Doc, l) || holdsElement(p.Doc, l)) || isSpecimen(p.Doc, l) || isTagName(p.Doc, l) || filledIn(p, l) || noTarget && isPlanned(p) {
			continue
		}
		message := fmt.Sprintf("Link “%s” leads nowhere; give it a target or delete it", lint.Shorten(l.Text.Plain(), 40))
		if noText {
			message = fmt.Sprintf("Link to “%s” has no text; write what the reader will find there", lint.Shorten(target, 40))
		}
		if noText && l.Image != lint.None {
			message = fmt.Sprintf("Link to “%s” has only an image without alt text; say in the alt text where it leads", lint.Shorten(target, 40))
		}
		f := lint.Finding{Span: l.Span, Message: message, Together: "%d links have no text or lead nowhere; write what each leads to, or delete them"}
		if !noText && (shown || target == "#" && (isFiller(p.Doc, l) || leadsToTop(p.Doc, l))) {
			continue
		}
		if !noText && target == "#" {
			f.Severity = lint.Warning // a script may handle it, or the page only shows how links look
		}
		p.Report(f)
	}
}

// leadsToTop reports whether a link has the headline as its text: “#” is the top of the page, where
// the headline is.
func leadsToTop(d *lint.Document, l *lint.Link) bool {
	text := strings.TrimSpace(l.Text.Plain())
	return text != "" && (strings.EqualFold(text, strings.TrimSpace(d.Headline().Plain())) || strings.EqualFold(text, strings.TrimSpace(d.Title().Plain())))
}

// calls reports whether a target calls a function of the page: “javascript:showMap()”. Many that do
// nothing are written “javascript:void(0)”.
func calls(target string) bool {
	code := strings.ToLower(strings.TrimSpace(target[len("javascript:"):]))
	return strings.Contains(code, "(") && !strings.HasPrefix(code, "void(") && !strings.HasPrefix(code, "void (")
}

// holdsElement reports whether a link contains an element that a script of the site defines, whose
// name has a hyphen: its text is unknown.
func holdsElement(d *lint.Document, l *lint.Link) bool {
	for rest := d.Source.Slice(l.Span); ; {
		_, after, found := strings.Cut(rest, "</")
		if !found {
			return false
		}
		name, _, _ := strings.Cut(after, ">")
		if strings.Contains(name, "-") {
			return true
		}
		rest = after
	}
}

// isTagName reports whether a link is the tag alone, in a sentence about tags: “the script is in an
// <a href></a> there”.
func isTagName(d *lint.Document, l *lint.Link) bool {
	tag := strings.ToLower(d.Source.Slice(l.Span))
	if tag != "<a href></a>" && tag != "<a></a>" || l.Block == lint.None {
		return false
	}
	return strings.TrimSpace(d.Blocks[l.Block].Text.String()) != ""
}

// isMockUp reports whether hardly any link of a page of HTML leads anywhere: it shows a layout.
func isMockUp(d *lint.Document) bool {
	const fewest, leading = 8, 5 // links; one in five
	nowhere := 0
	for i := range d.Links {
		if target := strings.TrimSpace(d.Links[i].Target.String()); target == "" || target == "#" {
			nowhere++
		}
	}
	return d.Can(lint.MetadataInHead) && nowhere >= fewest && (len(d.Links)-nowhere)*leading <= len(d.Links)
}

// isFiller reports whether a link to “#” is in dummy text.
func isFiller(d *lint.Document, l *lint.Link) bool {
	if l.Block == lint.None {
		return false
	}
	b, text := &d.Blocks[l.Block], ""
	if d.Language == latin || b.Language == latin {
		return true
	}
	text = strings.ToLower(b.Text.String())
	return slices.ContainsFunc(wordpack.Shared().Lines("filler-texts"), func(filler string) bool { return strings.Contains(text, filler) })
}

// latin is the tag of the language of dummy text.
const latin = "la"

// isPlanned reports whether a link without a target is a chapter that is not yet written: an
// entry in the contents of a book of mdBook.
func isPlanned(p *lint.Pass) bool {
	return p.Site != nil && p.Site.Generator == "mdbook" && path.Base(p.Name) == "SUMMARY.md"
}

// silentImages reports whether a link contains only HTML images with an empty alt text.
// Elsewhere such images are decoration, but here they are the only content of the link.
func silentImages(d *lint.Document, l *lint.Link) bool {
	if l.Image == lint.None || strings.Trim(l.Text.String(), string(lint.Object)+" \n") != "" {
		return false
	}
	for i := l.Image; i < len(d.Images) && d.Images[i].Span.Start < l.Span.End; i++ {
		if m := &d.Images[i]; m.Origin != lint.ImageHTML || !m.HasAlt || !m.Alt.Blank() || made(d, m.Span) {
			return false
		}
	}
	return true
}

// isPermalink reports whether a link without text leads from a heading to itself, or stands
// for the anchor of the heading: ## [](#cost)Cost.
func isPermalink(d *lint.Document, l *lint.Link) bool {
	return l.Block != lint.None && d.Blocks[l.Block].Kind == lint.Heading && l.Image == lint.None && strings.Contains(l.Target.String(), "#")
}

// isGloss reports whether a link without text is the end of a reference and the brackets after
// it, [the plan][](adopted in May): if the reference is defined in another file, as in an
// include, the two look like a link.
func isGloss(d *lint.Document, l *lint.Link) bool {
	return l.Span.Start > 0 && d.Source.Bytes[l.Span.Start-1] == ']' && !strings.ContainsAny(l.Target.String(), "/.#")
}

// isHook reports whether the attributes of a link show that it is not meant to be read or
// followed: it is hidden, it is an anchor or, if it has no target, a script handles it.
func isHook(d *lint.Document, l *lint.Link, noText bool) bool {
	tag := opening(d, l)
	if tag == "" {
		return false
	}
	if noText {
		return strings.Contains(tag, ` aria-hidden="true"`) || strings.Contains(tag, " id=") || strings.Contains(tag, " name=") || strings.HasPrefix(tag, "{#") ||
			l.Kind == lint.Fragment && strings.Contains(tag, `class="anchor`) // a generator's link from a place to itself
	}
	for _, attribute := range [...]string{" class=", " id=", "{.", "{ .", "{:", "{#", "{ #", " :class="} {
		if strings.Contains(tag, attribute) {
			return true
		}
	}
	return scripted(d, l)
}

// filledIn reports whether the generator uses the title of the target as the text of a
// link, as MyST does.
func filledIn(p *lint.Pass, l *lint.Link) bool {
	if !l.Text.Blank() || l.Target.Len() == 0 || l.Image != lint.None || p.Doc.Source.Bytes[l.Span.Start] == '<' {
		return false
	}
	if scheme, _, found := strings.Cut(l.Target.String(), ":"); found && !strings.ContainsAny(scheme, "/.#?") && !isKnownScheme(strings.ToLower(scheme)) {
		return true // an address of the site's own: [](info:ferries)
	}
	return p.Site != nil && (p.Site.Generator == "sphinx" || p.Site.Generator == "jupyter-book" || p.Site.Generator == "writerside") || isMyST(p.Doc)
}

// isKnownScheme reports whether a scheme, in lower case, is one of those that browsers know.
func isKnownScheme(scheme string) bool {
	switch scheme {
	case "http", "https", "mailto", "tel", "sms", "ftp", "file", "data", "javascript", "irc", "magnet":
		return true
	}
	return false
}

// isMyST reports whether a draft has roles, labels or directives that only MyST knows.
func isMyST(d *lint.Document) bool {
	for _, sign := range [...]string{"{ref}`", "{doc}`", "{numref}`", "{term}`", "{toctree}", ")=\n#", ")=\n\n#"} {
		if bytes.Contains(d.Source.Bytes, []byte(sign)) {
			return true
		}
	}
	return false
}

// hasFold reports whether s begins with a prefix in ASCII, ignoring case.
func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && s[0]|0x20 == prefix[0]|0x20 && strings.EqualFold(s[:len(prefix)], prefix)
}
