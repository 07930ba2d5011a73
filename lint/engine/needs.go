package engine

import (
	"cmp"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/kind"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

// notArticle is the reason why rules about articles skip other drafts.
const notArticle = "no article"

// lacks returns the first need of rule i of the settings that is not met, as the reason for
// skipping it, or "".
func (r *run) lacks(i int) string {
	rule := r.settings.Rules[i].Rule
	if r.doc.Unread && !rule.Always {
		return "draft not readable"
	}
	if !concerns(rule, r.out.Kind, r.doc.Format) {
		return notArticle
	}
	if !r.knows[i] {
		if r.unknown == "" {
			r.unknown = "language " + fold(r.doc.Language) + " not supported"
		}
		return r.unknown
	}
	for _, n := range rule.Needs {
		switch n {
		case lint.NeedsKeyphrase, lint.NeedsSubject:
			if !r.keyphrase && (n == lint.NeedsKeyphrase || keyphrase.Overused(r.doc) == nil) {
				return string(n)
			}
			if !inflect.KnowsStems(r.doc.Language) {
				return "word forms of language " + fold(r.doc.Language) + " not known"
			}
		case lint.NeedsSizes:
			if _, ok := language.UnitOf(r.doc.Language); !ok {
				return string(n)
			}
		case lint.NeedsSite:
			if len(r.settings.Site.Hosts) == 0 {
				return string(n)
			}
		case lint.NeedsFiles:
			if r.pass.Files == nil || r.pass.Name == "" {
				return string(n)
			}
		case lint.NeedsSources:
			if r.pass.Sources == nil {
				return string(n)
			}
		case lint.NeedsQuotations:
			if quotes.Unsettled(r.doc) {
				return string(n)
			}
		}
	}
	return ""
}

// concerns reports whether a rule applies to a kind of draft. Pasted text is an article,
// possibly without its metadata, links and subheadings. Files for developers and programs
// and demonstrations of a theme are checked only for what is wrong in any file, and templates of HTML
// for what is wrong whatever text they show.
func concerns(rule *lint.Rule, k lint.Kind, format lint.Format) bool {
	switch {
	case k.IsArticle():
		return true
	case !k.IsEdited():
		return false
	case k == lint.KindPaste:
		return rule.Absence == ""
	case k == lint.KindProject || k == lint.KindRecord || k == lint.KindStub || k == lint.KindSlides:
		return rule.Anywhere
	case k == lint.KindMarkup || k == lint.KindFragment && format == lint.HTML:
		return rule.Markup
	case k == lint.KindDemo:
		return rule.Anywhere && (rule.Markup || rule.Basis.Kind == lint.Requirement)
	case k == lint.KindDummy:
		return rule.Dummy
	default:
		return !rule.Articles
	}
}

// support identifies a list of settings and a language; most drafts of a run have the same.
type support struct {
	settings *config.Settings
	language string
}

// knows returns which rules of the settings know a language.
func knows(e *Engine, s *config.Settings, language string) []bool {
	if known, ok := e.support.Load(support{s, language}); ok {
		return known.([]bool) //nolint:forcetypeassert // the map holds nothing else
	}
	known := make([]bool, len(s.Rules))
	for i := range s.Rules {
		known[i] = s.Rules[i].Rule.Knows(language)
	}
	e.support.Store(support{s, strings.Clone(language)}, known)
	return known
}

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

// kindOf returns the kind that decides how a draft is checked. It also depends on the files of the
// site and on whether somebody named the draft.
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
