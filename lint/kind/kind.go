// Package kind determines what a draft is: an article, or one of the many other kinds of
// files in a repository of articles.
//
// If the name or folder of a draft conventionally means something else, that decides,
// unless the draft has a title and a date, which only articles have. Otherwise the content
// decides: metadata without a body is a record or a list, a body that consists of template
// tags is a fragment, a redirect is a stub, plain text without header lines was pasted if
// it consists of sentences, and the marks of licences, signatures and generators identify
// texts that nobody edits. On a site whose articles are in Markdown, pages of HTML are made
// for their layout, unless they have front matter or a date.
//
// The trade-off: the decision is based on conventions and structure alone. Anything that
// is not recognised counts as an article, so a mistake is more likely to add a finding
// than to hide one in an article.
package kind

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/place"
)

// Of returns the kind of a document, given its path within the site, what is known about
// the site, and its content.
func Of(s *lint.Site, name string, d *lint.Document) lint.Kind {
	if s == nil {
		s = &lint.Site{}
	}
	switch k := meant(s, name, d); {
	case !k.IsArticle():
		return k
	case ofTheme(s, name, d):
		return lint.KindDemo
	case specimen(d):
		return lint.KindDummy
	default:
		return k
	}
}

// meant determines what a draft is meant to be, apart from whether it only shows something.
func meant(s *lint.Site, name string, d *lint.Document) lint.Kind {
	dated := d.Meta.Title().Len() > 0 && d.Meta.Get(lint.RoleDate).Value().Len() > 0
	k, certain := named(s, name, d, dated)
	if d.Format == lint.PlainText && licence(d) {
		return lint.KindVerbatim
	}
	if certain || !k.IsArticle() && !dated {
		return k
	}
	if marked := byMark(d); marked != lint.KindUnknown {
		return marked
	}
	if s.Markdown && isPlainHTML(d) && !isBody(d) {
		if k := plainHTML(d); k != lint.KindMarkup || !dated {
			return k
		}
	}
	switch {
	case fromFeed(name, d):
		return lint.KindCopy
	case slides(name, d):
		return lint.KindSlides
	case record(name, d, dated):
		return lint.KindRecord
	}
	if dated && hasBody(d) {
		return lint.KindArticle
	}
	if found := byContent(s, name, d, dated); found != lint.KindArticle || dated {
		return found
	}
	return unseen(s, name, d, k)
}

// named determines the kind from the path of a draft and from what the repository says about
// it. certain means that neither the metadata nor the content can change it.
func named(s *lint.Site, name string, d *lint.Document, dated bool) (k lint.Kind, certain bool) {
	if inSampleSite(s.Base) {
		return lint.KindSample, true
	}
	if k := byUnpublishedName(name); k != lint.KindUnknown {
		return k, true
	}
	left := leftOut(s, name)
	if left == lint.KindGenerated || left == lint.KindVendored {
		return left, true
	}
	if vendored(s, name) {
		return lint.KindVendored, true
	}
	k = place.KindOf(s, name)
	switch k {
	case lint.KindUnknown, lint.KindPage:
		k = max(k, byPath(name))
	case lint.KindArticle:
		switch kept := byFolder(path.Split(strings.ToLower(name))); {
		case kept == lint.KindArchived, kept == lint.KindRecord && !dated, kept == lint.KindSample && d.Format == lint.HTML:
			k = kept
		case d.Meta.Format == lint.NoMeta && d.Headline().Len() == 0 && inIncludes(name):
			k = lint.KindFragment
		}
	default:
	}
	switch {
	case left == lint.KindUnpublished && (k.IsArticle() || k == lint.KindSection):
		if d.Format == lint.Markdown && s.Generator != "mdbook" { // the parts of whose pages are known
			return lint.KindFragment, true // a program may take it for a part of a page
		}
		return left, true
	case k == lint.KindFragment, k == lint.KindTemplate, k == lint.KindRecord, k == lint.KindSample, k == lint.KindCopy, k == lint.KindGenerated:
		return k, true
	case k == lint.KindProject && legalName(name) && licence(d) && !dated:
		return lint.KindVerbatim, true
	case k == lint.KindAsset && place.IsComputed(name):
		return k, true // its output is the page
	case k == lint.KindAsset && d.Format == lint.HTML && !hasFrontMatter(d):
		return k, true // it is served as it is
	case withData(s, name, d):
		return lint.KindVendored, true
	}
	if !dated {
		if shown := byPlainPage(name, d); shown != lint.KindUnknown {
			return shown, true
		}
		if working(name, d, k) {
			return lint.KindProject, true
		}
	}
	return k, false
}

// leftOut returns what a list of the repository says about a draft, or [lint.KindUnknown].
func leftOut(s *lint.Site, name string) lint.Kind {
	if e := place.ExclusionOf(s, name); e != nil {
		return e.Kind
	}
	return lint.KindUnknown
}

// unseen recognises drafts from which no page is made, among those that would otherwise be k.
func unseen(s *lint.Site, name string, d *lint.Document, k lint.Kind) lint.Kind {
	switch {
	case leftOut(s, name) == lint.KindExcluded:
		return lint.KindExcluded
	case companion(s, name, d):
		return lint.KindFragment
	case d.Meta.Format != lint.NoMeta:
	case aboutCode(name):
		return lint.KindProject
	case place.Unpublished(s, name):
		return lint.KindProject
	case d.Format == lint.Markdown && s.Generator != "" && !s.TitleInName && d.Headline().Len() == 0:
		return lint.KindFragment // pages of a site have metadata or a headline
	}
	return k
}

// companion reports whether a draft without a headline is a part of the page of a draft beside
// it, as the task and the solution of an exercise are.
func companion(s *lint.Site, name string, d *lint.Document) bool {
	if d.Meta.Title().Len() > 0 || d.Format != lint.Markdown {
		return false
	}
	base := path.Base(name)
	switch strings.ToLower(lint.StemOf(base)) {
	case "solution": // its headings are those of its parts
		return strings.Contains(name, "/")
	case "task":
		return strings.Contains(name, "/") && d.Headline().Len() == 0
	}
	if d.Headline().Len() > 0 {
		return false
	}
	if base[0] == '_' && d.Meta.Format == lint.NoMeta {
		return true // a part of the layout: _footer.md
	}
	return slices.Contains(s.Companions, base)
}

// aboutCode reports whether a draft without metadata is the readme of something beside it, by
// its name: README-quickstart.md.
func aboutCode(name string) bool {
	rest, is := strings.CutPrefix(strings.ToLower(path.Base(name)), "readme")
	return is && rest != "" && strings.ContainsRune("-_", rune(rest[0]))
}
