// Package engine checks drafts that are in memory: bytes in, findings out.
//
// [Engine.Run] is all that a caller with the drafts in memory needs: a page in a browser,
// an editor's language server, a test. A caller that checks many drafts, such as the
// command line, does the steps one by one: [Parse] turns bytes into a document,
// [Engine.Check] runs the rules on it and returns an [Outcome], [Engine.Finish] runs the
// rules about the whole site on the outcomes, and [Collect] merges these into one [Result].
//
// A rule gets what it needs from the document and reports findings with byte spans. The
// engine adds what reports show: the configured severity, line and column, the source
// lines, a digest of the surrounding words. Suppressions mark findings afterwards, so that
// none are dropped; faulty suppressions are findings of the engine's own rules (see
// [Rules]). If a rule panics, that becomes a finding, and the other rules still run.
//
// Everything else that rules depend on comes with the draft: the files of the site as an
// fs.FS, the texts it quotes from, the date. The engine uses no disk, process, network or
// clock, and builds for the browser.
//
// In a run on very many drafts, the findings of each are packed into one string (see
// [Engine.Pack]), and a result unpacks them draft by draft.
//
// The trade-off: a document is dropped once its rules have run. For rules about the site,
// only a page of a few kilobytes is kept. If such a rule has a finding further down in a
// draft, the draft is read again, which is cheaper than keeping the whole site in memory.
package engine

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/internal/packing"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/language/detect"
	"github.com/copychief/copychief/lint/parse"
)

// Engine runs a list of rules. It is safe for concurrent use.
type Engine struct {
	names   []string // of all rules that a suppression may name, sorted
	config  *config.Resolver
	none    *config.File // the configuration of drafts without settings
	buffers sync.Pool    // of *buffer
	support sync.Map     // support -> []bool, see knows
	skips   sharedLists[Skip]
	present sharedLists[string] // names of rules
	shared  packing.Table       // what packed findings have in common

	declared atomic.Bool // a draft so far declares a keyphrase
}

// New returns an engine for a list of rules and its own (see [Rules]). conf configures
// drafts without settings and says which other rules exist; nil means the defaults of the
// rules. The error is for rules whose defaults are invalid.
func New(rules []*lint.Rule, conf *config.Resolver) (*Engine, error) {
	if conf == nil {
		var err error
		if conf, err = config.NewResolver(append(slices.Clone(rules), Rules()...), config.Flags{}); err != nil {
			return nil, err
		}
	}
	e := &Engine{config: conf, none: config.NoFile("")}
	for _, list := range [][]*lint.Rule{rules, conf.Rules(), Rules()} {
		for _, r := range list {
			e.names = append(e.names, r.Name)
		}
	}
	slices.Sort(e.names)
	e.names = slices.Compact(e.names)
	return e, nil
}

// Draft is a text to check, with everything that rules may depend on.
type Draft struct {
	Path    string         // as findings show it, with slashes; its extension determines the format
	Content []byte         // used if Doc is nil; not changed
	Doc     *lint.Document // the parsed draft
	// Settings are the settings of the draft; nil means the defaults.
	Settings *config.Settings
	// Files is the file tree of the site, or nil, and Name the path of the draft in it.
	Files fs.FS
	Name  string
	// Sources are the texts that the draft quotes from; nil if there are none.
	Sources *lint.Sources
	// Now is the day (UTC) of the run; zero if rules are not to know it.
	Now time.Time
	// Changed says that the draft has changed, if the run is about changes.
	Changed bool
	// Asked means that somebody named the draft. A file of a third-party package is then checked
	// like any documentation, and so is an HTML page that was generated from a draft beside it.
	Asked bool
	// Compact means that little is kept of the draft, because the run has very many. If a rule
	// about the site needs its whole text, the draft is read again.
	Compact bool
	// Context means that nothing is reported on the draft. It is only checked so that
	// rules about the site see all pages.
	Context bool
	// Reparse parses the draft again, for a finding of a rule about the site; it returns
	// nil if the draft no longer exists. If Reparse is nil, Content is parsed.
	Reparse func() *lint.Document
}

// Run checks drafts that are in memory, one after another, and then runs the rules about
// the site. partial means that the site has other drafts, so these rules report nothing as
// missing. Call [Result.Gather] on the result before reporting it. The error is that of the
// context, or for invalid settings.
func (e *Engine) Run(ctx context.Context, partial bool, drafts ...Draft) (*Result, error) {
	outcomes := make([]*Outcome, len(drafts))
	for i := range drafts {
		d := drafts[i]
		if err := e.setDefaults(&d); err != nil {
			return nil, err
		}
		if d.Doc == nil {
			var reason string
			if d.Doc, reason = Parse(d.Path, d.Content, d.Settings.Parse); d.Doc == nil {
				outcomes[i] = Unreadable(&d, reason)
				continue
			}
		}
		outcomes[i] = e.Check(ctx, &d)
		if d.Compact {
			e.Pack(outcomes[i])
		}
	}
	slices.SortFunc(outcomes, func(a, b *Outcome) int { return strings.Compare(a.path, b.path) })
	notes, err := e.Finish(ctx, outcomes, partial, 1)
	if err != nil {
		return nil, err
	}
	res := Collect(outcomes, partial)
	res.SetNotes(notes)
	return res, nil
}

// setDefaults sets the settings of a draft that has none.
func (e *Engine) setDefaults(d *Draft) (err error) {
	if d.Settings == nil {
		d.Settings, err = e.config.For(e.none, d.Path)
	}
	return err
}

// Notes say which findings of a run are held back because of what other drafts do or what is said
// to other linters.
type Notes struct {
	Practice                     []PracticeNote
	Mirrors, Generated, Unlisted HeldNote
	Archived                     HeldNote
	Switched                     []SwitchedNote
}

// Finish completes the outcomes of drafts. It runs the rules about the site on at most
// jobs goroutines, marks the findings that do not count because of the practice of the
// place (see [PracticeNote]) or because the source of a translation has them (see
// [HeldNote]), reports unused suppressions, and sorts the findings of each draft. The
// outcomes must be sorted by path. The error is that of the context.
func (e *Engine) Finish(ctx context.Context, outcomes []*Outcome, partial bool, jobs int) (*Notes, error) {
	byPage := map[*lint.Page]*Outcome{}
	again := &rereads{}
	for _, o := range outcomes {
		if o.page != nil {
			byPage[o.page.Page], o.page.rereads = o, again
		}
	}
	all := groups(outcomes)
	if err := parallel.For(ctx, jobs, len(all), func(i int) { all[i].run(partial, byPage) }); err != nil {
		return nil, err
	}
	byPath := make(map[string]*page, len(byPage))
	for _, o := range byPage {
		byPath[o.path] = o.page
	}
	lines := map[*lint.Source]*excerpts{}
	for _, g := range all {
		g.addFindings(byPage, byPath, lines)
	}
	practice, mirrors, notes := newPractice(outcomes), newMirrors(outcomes), &Notes{}
	archive := newArchive(outcomes)
	for _, o := range outcomes {
		o.Findings, o.bundle = o.All(), bundle{}
		notes.Generated.countMarked(o, Generated)
		if practice.isUnlisted(o) {
			notes.Unlisted.mark(o, Unlisted, o.inSearch)
		}
		practice.apply(o)
		if archive.holds && !o.changed {
			notes.Archived.mark(o, Archived, func(f *Finding) bool { return archive.isPast(o, f) })
		}
		mirrors.apply(o)
		o.finish(partial)
		if o.shared != nil {
			e.Pack(o)
		}
	}
	for _, o := range outcomes {
		o.page = nil // all rules have seen it
	}
	notes.Practice, notes.Mirrors, notes.Switched = practice.list(), mirrors.note, switchedNotes(outcomes)
	return notes, nil
}

// known reports whether a rule exists, and otherwise the most similar name.
func (e *Engine) known(name string) (nearest string, ok bool) {
	if _, ok := slices.BinarySearch(e.names, name); ok {
		return name, true
	}
	return config.Nearest(name, e.names), false
}

// own returns the setting of one of the engine's own rules, or nil if it is off. If the
// configuration does not know the rule, it has its default setting.
func (e *Engine) own(s *config.Settings, rule *lint.Rule) *config.Setting {
	for i := range s.Rules {
		if s.Rules[i].Rule.Name == rule.Name {
			return &s.Rules[i]
		}
	}
	if e.config.Knows(rule.Name) {
		return nil
	}
	return &config.Setting{Rule: rule, Severity: rule.Severity}
}

// Parse parses a draft. If the parser fails, it returns no document and the reason.
func Parse(path string, content []byte, o parse.Options) (doc *lint.Document, reason string) {
	format, _ := parse.FormatOf(path)
	return ParseAs(path, content, format, o)
}

// ParseAs is like [Parse], for a draft whose path does not determine its format. The language
// of the draft is the one that is declared for it, unless the text is clearly in another.
func ParseAs(path string, content []byte, format lint.Format, o parse.Options) (doc *lint.Document, reason string) {
	defer func() {
		if p := recover(); p != nil {
			doc, reason = nil, "the parser failed: "+oneLine(p)
		}
	}()
	if o.Detect == nil {
		o.Detect = detect.Language
	}
	doc = parse.As(path, content, format, o)
	detect.Mark(doc)
	return doc, ""
}
