package engine

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/kind"
)

// HeldNote says how many findings are held back for one reason.
type HeldNote struct {
	Withheld int    // findings
	Drafts   int    // drafts that have them
	Example  string // a place of one of them
}

// mark holds back those findings of a draft that satisfy is.
func (n *HeldNote) mark(o *Outcome, status Status, is func(*Finding) bool) {
	before := n.Withheld
	for i := range o.Findings {
		f := &o.Findings[i]
		if f.Status == Active && !f.Asked && is(f) {
			f.Status = status
			n.count(f)
		}
	}
	if n.Withheld > before {
		n.Drafts++
	}
}

func (n *HeldNote) count(f *Finding) {
	if n.Withheld++; n.Withheld == 1 {
		n.Example = placeOf(f)
	}
}

// countMarked counts the findings of a draft that have a status already.
func (n *HeldNote) countMarked(o *Outcome, status Status) {
	before := n.Withheld
	for i := range o.Findings {
		if f := &o.Findings[i]; f.Status == status {
			n.count(f)
		}
	}
	if n.Withheld > before {
		n.Drafts++
	}
}

// holdGenerated marks the findings in the parts of a draft that a program writes: nobody
// can correct them there. What is broken for readers, such as a link to a missing file, counts
// once for each part and rule.
func holdGenerated(r *run) {
	if len(r.out.Findings) == 0 {
		return
	}
	regions := kind.Regions(r.doc)
	if len(regions) == 0 {
		return
	}
	type broken struct {
		region int
		rule   string
	}
	seen := map[broken]bool{}
	for i := range r.out.Findings {
		f := &r.out.Findings[i]
		at := slices.IndexFunc(regions, func(region lint.Span) bool { return region.Start <= f.Span.Start && f.Span.End <= region.End })
		if at < 0 || f.Status != Active || f.Asked {
			continue
		}
		key := broken{at, f.Rule}
		if s := settingOf(r.settings, f.Rule); s != nil && s.Rule.Anywhere && !seen[key] {
			seen[key] = true
			continue
		}
		f.Status = Generated
	}
}

// listing says whether a page is in search results.
type listing uint8

const (
	listed listing = iota
	unlisted
	shelved // not published, but its author still wants the findings
)

// listingOf returns the listing of a document. A draft that is to be published later is
// listed: somebody is writing it.
func listingOf(d *lint.Document, now time.Time) listing {
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		if f.Name == "" || strings.IndexByte("sSiIuUnNeErRmM", f.Name[0]) < 0 {
			continue // no key below begins like this
		}
		switch plainKey(f.Name) {
		case "sitemap", "sitemap.include", "indexable":
			if isOneOf(f, "false", "no") {
				return unlisted
			}
		case "unlisted", "noindex", "sitemapexclude", "sitemap.exclude", "sitemap.disable", "excludefromsitemap":
			if isOneOf(f, "true", "yes", "1") {
				return unlisted
			}
		case "robots", "metarobots", "seo.robots":
			if strings.Contains(strings.ToLower(f.Value().Plain()), "noindex") {
				return unlisted
			}
		case "expirydate", "expires", "expiredate", "unpublishdate":
			if value, day := f.Value().Plain(), now.Format(time.DateOnly); !now.IsZero() && len(value) >= len(day) && value[0] == '2' && value[:len(day)] < day {
				return unlisted
			}
		}
	}
	switch {
	case !d.IsDraft():
		return listed
	case d.Date() == "" && strings.EqualFold(d.Meta.Get(lint.RoleDraft).Name, "published"):
		return unlisted // it was taken down
	}
	return shelved
}

// isOneOf reports whether the value of a field is one of some words, ignoring case.
func isOneOf(f *lint.Field, words ...string) bool {
	value := f.Value().Plain()
	return slices.ContainsFunc(words, func(word string) bool { return strings.EqualFold(word, value) })
}

// plainKey returns a key in lower case without the separators between its words.
func plainKey(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// inSearch reports whether a finding is about how search results show the page. Errors, such as
// a faulty address, affect every reader.
func (o *Outcome) inSearch(f *Finding) bool {
	s := o.setting(f.Rule)
	if s == nil || f.Severity == lint.Error {
		return false
	}
	switch s.Rule.Family {
	case lint.DescriptionFamily, lint.KeyphraseFamily, lint.SiteFamily:
		return true
	default:
		return s.Rule.Search || slices.Contains(s.Rule.Needs, lint.NeedsKeyphrase)
	}
}

// isUnlisted reports whether a page is not in search results: its metadata says so, or it is an
// unpublished draft that nobody is working on: it has not changed and is older than most drafts.
func (p *practice) isUnlisted(o *Outcome) bool {
	switch o.traits.Listing {
	case unlisted:
		return true
	case shelved:
		return !o.changed && o.traits.Date != "" && o.traits.Date < p.date
	default:
		return false
	}
}
