package links

import (
	_ "embed"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed broken_link.txtar
var brokenLinkDocs string

// BrokenLink flags a link to a place of the site that is not there.
var BrokenLink = &lint.Rule{
	Name:     "broken-link",
	Family:   lint.LinksFamily,
	Summary:  "a link leads to a file or a section that is not there",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "HTML Living Standard, 7.4.6.4 Scrolling to a fragment; RFC 3986, section 5",
		URL:    "https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment",
	},
	Docs: brokenLinkDocs,
	New:  func() lint.Checker { return &brokenLink{} },
}

type brokenLink struct{}

// Check follows fragments within the draft and relative paths to files. It never
// goes to the network. Addresses that a site generator makes up (without the name
// of a file, or from the root) cannot be checked and pass.
func (brokenLink) Check(p *lint.Pass) {
	var names map[string]bool
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		target := l.Target.String()
		switch {
		case l.Kind != lint.Fragment && l.Kind != lint.Internal || made(p.Doc, l.Span):
		case l.Kind == lint.Fragment:
			if names == nil {
				names = make(map[string]bool, len(p.Doc.Anchors))
				for _, a := range p.Doc.Anchors {
					names[squash(a)] = true
				}
			}
			if id := target[1:]; id != "" && !anchored(names, id) {
				p.Report(lint.Finding{
					Span:    l.Span,
					Message: fmt.Sprintf("No section of this article is called “#%s”; name one that is there", lint.Shorten(id, 40)),
				})
			}
		case p.Files != nil && p.Name != "":
			if name := file(target); name != "" && !there(p, name) {
				p.Report(lint.Finding{
					Span:    l.Span,
					Message: fmt.Sprintf("Link leads to “%s”, which is not there; correct the path", lint.Shorten(name, 48)),
				})
			}
		}
	}
}

// anchored reports whether a fragment names a place of the document, whose names are
// given squashed. Names that browsers and footnotes give themselves are always there.
func anchored(names map[string]bool, id string) bool {
	if plain, err := url.PathUnescape(id); err == nil {
		id = plain
	}
	if strings.EqualFold(id, "top") || strings.HasPrefix(id, "fn") || strings.HasPrefix(id, ":~:") || strings.HasPrefix(id, "/") || strings.HasPrefix(id, "!") {
		return true
	}
	return names[squash(id)]
}

// squash returns the letters and digits of a name, or a name that has none. Site generators agree on those
// when they name a section after its heading; what they make of a full stop, an
// apostrophe or a dash differs from one to the next.
func squash(name string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	if letters == "" {
		return name
	}
	return letters
}

// file returns the relative path of a file that a target names, or "" where it
// names none: an address from the root, or one without an extension that copychief
// knows to be a file's.
func file(target string) string {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
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

// there reports whether a file is there, seen from the draft, or its source: an
// HTML page may be made from Markdown. What lies outside of the site is not known.
func there(p *lint.Pass, name string) bool {
	full := path.Join(path.Dir(p.Name), name)
	if !fs.ValidPath(full) {
		return true
	}
	names := []string{full}
	if ext := path.Ext(full); strings.HasPrefix(strings.ToLower(ext), ".htm") {
		stem := strings.TrimSuffix(full, ext)
		for _, f := range lint.Formats() {
			if !f.Can(lint.NamesPage) {
				continue
			}
			for _, source := range f.Extensions() {
				names = append(names, stem+source)
			}
		}
		names = append(names, stem+"/index.md")
	}
	for _, n := range names {
		if _, err := fs.Stat(p.Files, n); err == nil {
			return true
		}
	}
	return false
}
