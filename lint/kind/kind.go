// Package kind determines what a draft is: an article, or one of the many other kinds of
// files in a repository of articles.
//
// If the name or folder of a draft conventionally means something else, that decides,
// unless the draft has a title and a date, which only articles have. Otherwise the content
// decides: metadata without a body is a record or a list, a body that consists of template
// tags is a fragment, a redirect is a stub, plain text without header lines was pasted if
// it consists of sentences, and the marks of licences, signatures and generators tell
// texts that nobody edits.
//
// The trade-off: the decision is based on conventions and structure alone. Anything that
// is not recognised counts as an article, so a mistake is more likely to add a finding
// than to hide one in an article.
package kind

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site"
)

// Of returns the kind of a document, given its path within the site, what is known about
// the site, and its content.
func Of(s *lint.Site, name string, d *lint.Document) lint.Kind {
	dated := d.Meta.Title().Len() > 0 && d.Meta.Get(lint.RoleDate).Value().Len() > 0
	if s != nil && inSampleSite(s.Base) {
		return lint.KindSample
	}
	if k := byUnpublishedName(name); k != lint.KindUnknown {
		return k
	}
	k := site.KindOf(s, name)
	if k == lint.KindUnknown || k == lint.KindPage {
		k = max(k, byPath(name))
	}
	switch k {
	case lint.KindFragment, lint.KindTemplate, lint.KindRecord, lint.KindSample:
		return k
	case lint.KindProject:
		if legalName(name) && licence(d) && !dated {
			return lint.KindVerbatim
		}
	case lint.KindAsset:
		if site.IsComputed(name) {
			return k // its output is the page
		}
	default:
	}
	if isDemo(name) && !dated {
		return lint.KindSample
	}
	if !k.IsArticle() && !dated {
		return k
	}
	if marked := byMark(d); marked != lint.KindUnknown {
		return marked
	}
	if dated && hasBody(d) {
		return lint.KindArticle
	}
	if found := byContent(s, name, d, dated); found != lint.KindArticle || dated {
		return found
	}
	if s != nil && site.Excluded(s, name) {
		return lint.KindExcluded
	}
	if s != nil && d.Meta.Format == lint.NoMeta && site.Unpublished(s, name) {
		return lint.KindProject
	}
	if s != nil && d.Meta.Format == lint.NoMeta && d.Format == lint.Markdown && s.Generator != "" && !s.TitleInName && d.Headline().Len() == 0 {
		return lint.KindFragment // pages of a site have metadata or a headline
	}
	return k
}
