package lint

import (
	"io/fs"
	"time"
)

// Pass is one run of a rule on one document.
type Pass struct {
	Doc  *Document
	Site *Site
	Kind Kind // of the draft

	// Files is the file tree of the site, for rules that check whether local files exist;
	// nil if there is none. Name is the path of the draft in it. Stat returns the mode and
	// size of a file, but no modification time.
	Files fs.FS
	Name  string

	// Sources are the texts that the draft quotes from, for rules that compare it with
	// them; nil if neither the draft nor the configuration names any.
	Sources *Sources

	// Now is the start of the day (UTC) of the run, for rules about dates; zero if
	// unknown. Rules must not read the clock themselves.
	Now time.Time

	report  func(Finding)
	skip    func(reason string)
	present func()
}

// Part reports whether the draft is a part of other pages. What its references, fragments
// and relative addresses lead to depends on the pages that it is a part of.
func (p *Pass) Part() bool { return p.Kind == KindFragment || p.Kind == KindTemplate }

// NewPass returns a pass that sends findings to report, and reasons for skipping the
// document to skip.
func NewPass(d *Document, site *Site, report func(Finding), skip func(reason string)) *Pass {
	return &Pass{Doc: d, Site: site, report: report, skip: skip}
}

// Report adds a finding. The rule must set Span and Message; other fields are optional.
func (p *Pass) Report(f Finding) { p.report(f) }

// Skip records why the rule could not check this document, if that depends on its
// content; [Rule.Needs] covers the general cases. A rule must not return without a
// finding when it could not check.
func (p *Pass) Skip(reason string) { p.skip(reason) }

// OnPresent sets the function that [Pass.Present] calls. Only code that runs rules needs it.
func (p *Pass) OnPresent(call func()) { p.present = call }

// Present says that the draft has what a rule with [Rule.Absence] looks for. A draft on
// which the rule neither says so nor reports anything, such as one too short to need it,
// does not count towards the practice of the place.
func (p *Pass) Present() {
	if p.present != nil {
		p.present()
	}
}

// SitePass is one run of a rule on all pages.
type SitePass struct {
	Pages   []*Page // sorted by path
	Partial bool    // only single files were checked, so a missing page proves nothing

	// Place returns the span of the words Page.Keys[from:to] in the source of a page. It
	// may have to read the draft again, so call it only for findings.
	Place func(page *Page, from, to int) Span

	// Reread returns the keys of a page that were not kept; nil if all were. It reads the draft
	// again.
	Reread func(page *Page) []uint32

	// Context reports whether a page is only there to be compared with, so that findings on
	// it are not reported; nil if there are no such pages.
	Context func(page *Page) bool

	report func(*Page, Finding)
	skip   func(reason string)
}

// NewSitePass returns a pass over pages that sends findings to report and reasons for skipping to skip.
func NewSitePass(pages []*Page, partial bool, report func(*Page, Finding), skip func(string)) *SitePass {
	return &SitePass{Pages: pages, Partial: partial, report: report, skip: skip}
}

// Keys returns [Page.Keys], for which a page is read again if they were not kept: in a run on very many
// drafts, or before one with a keyphrase.
func (p *SitePass) Keys(page *Page) []uint32 {
	if page.Keys == nil && p.Reread != nil {
		return p.Reread(page)
	}
	return page.Keys
}

// Report adds a finding on a page.
func (p *SitePass) Report(page *Page, f Finding) { p.report(page, f) }

// Skip records why the rule could not check the site.
func (p *SitePass) Skip(reason string) { p.skip(reason) }
