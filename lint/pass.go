package lint

import (
	"io/fs"
	"time"
)

// Pass is one rule looking at one document.
type Pass struct {
	Doc  *Document
	Site *Site

	// Files is the site's tree, for rules that must know whether a local file is
	// there; nil where there is none. Name is the draft's own path in it. Stat tells
	// mode and size of a file, never when it was changed.
	Files fs.FS
	Name  string

	// Sources are the texts that the draft quotes from, for rules that compare; nil
	// where neither the draft nor the configuration names any.
	Sources *Sources

	// Now is the beginning of the day (UTC) on which the run takes place, for rules
	// that must know what the future is; zero where nobody says. Rules have no clock
	// of their own.
	Now time.Time

	report func(Finding)
	skip   func(reason string)
}

// NewPass returns a pass whose findings go to report and whose reasons for not
// looking go to skip.
func NewPass(d *Document, site *Site, report func(Finding), skip func(reason string)) *Pass {
	return &Pass{Doc: d, Site: site, report: report, skip: skip}
}

// Report adds a finding. Span and Message are the rule's to set; the rest may be.
func (p *Pass) Report(f Finding) { p.report(f) }

// Skip says why the rule could not look at this document, where that shows only
// in the document; [Rule.Needs] says it for whole classes. Silence never stands
// for success.
func (p *Pass) Skip(reason string) { p.skip(reason) }

// Site is what the configuration says of the site that drafts belong to.
type Site struct {
	Hosts  []string // own hosts: "example.org"; their subdomain www is implied
	Static []string // folders in Pass.Files that are served from the root
}

// SitePass is one rule looking at all pages of a run.
type SitePass struct {
	Pages   []*Page // sorted by path
	Partial bool    // the run was given single files: absence proves nothing

	// Place returns where in the source of a page the words of Page.Keys[from:to]
	// stand. It may read the draft again: ask only for what is reported.
	Place func(page *Page, from, to int) Span

	report func(*Page, Finding)
	skip   func(reason string)
}

// NewSitePass returns a pass over pages whose findings go to report.
func NewSitePass(pages []*Page, partial bool, report func(*Page, Finding), skip func(string)) *SitePass {
	return &SitePass{Pages: pages, Partial: partial, report: report, skip: skip}
}

// Report adds a finding about page.
func (p *SitePass) Report(page *Page, f Finding) { p.report(page, f) }

// Skip says why the rule could not look.
func (p *SitePass) Skip(reason string) { p.skip(reason) }
