package engine

import (
	"cmp"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/kind"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

// KindOf returns the kind of a draft: the one that its settings give, otherwise the one that its path
// in the files of the site and its content show.
func KindOf(s *config.Settings, name string, d *lint.Document) lint.Kind {
	if s.Kind != lint.KindUnknown {
		return s.Kind
	}
	k := kind.Of(s.Site, name, d)
	if k.IsArticle() && transcript.IsStatute(d) {
		return lint.KindVerbatim // a legislature wrote it
	}
	return k
}

// kindOf returns the kind as which a draft is checked, which also depends on the files of the site
// and on whether somebody asks about this draft.
func kindOf(d *Draft) lint.Kind {
	k := KindOf(d.Settings, cmp.Or(d.Name, d.Path), d.Doc)
	switch {
	case d.Settings.Kind != lint.KindUnknown:
		return k
	case k == lint.KindVendored && d.Asked:
		return lint.KindProject
	case !d.Asked && (k.IsArticle() || k == lint.KindMarkup) && kind.Built(d.Files, d.Name, d.Doc):
		return lint.KindGenerated
	}
	return k
}
