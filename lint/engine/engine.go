// Package engine checks drafts that are in memory: bytes in, findings out.
//
// [Engine.Run] does all of it for whoever has the drafts at hand: a page in a browser, an
// editor's language server, a test. A coordinator of many drafts, such as the command
// line, takes the steps apart: [Parse] turns bytes into a document, [Engine.Check] lets
// the rules look at it and yields an [Outcome], [Engine.Finish] lets the rules about the
// whole site look at what all drafts have left behind, and [Collect] makes one [Result].
//
// A rule pulls what it needs from the document and reports findings with spans of
// bytes. The engine adds what a report shows: severity as configured, line and column,
// the source lines, a digest of the words around the place. Suppressions in the draft
// mark findings afterwards, so that nothing is dropped; what is wrong with a suppression
// is a finding of the engine's own rules (see [Rules]). A rule that panics becomes a
// finding that names it, and the other rules go on.
//
// What a rule may ask about the world comes in with the draft: the files of the site as
// an fs.FS, the texts that it quotes from, the day. The engine itself knows no disk, no
// process, no network and no clock, and builds for the browser.
//
// The trade: a document is dropped as soon as its rules have looked. What stays for the
// rules about the site is a page, a few kilobytes; a finding of theirs far down in a
// draft costs reading that draft again, instead of the memory of the whole site.
package engine

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/parse"
)

// Engine runs a list of rules. Any number of goroutines may use it.
type Engine struct {
	names   []string // sorted, of all rules that a suppression may name
	config  *config.Resolver
	none    *config.File // the configuration of drafts that come without settings
	buffers sync.Pool    // of *buffer
}

// New returns an engine for a list of rules, beside which its own run (see [Rules]).
// conf says what holds for drafts that come without settings, and which further rules
// exist; nil means the defaults of the rules. The error is for rules that do not
// configure.
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

// Draft is a text to check, and what its rules may ask about.
type Draft struct {
	Path    string         // as findings show it, with slashes; its extension is its format
	Content []byte         // is read where Doc is nil, and not changed
	Doc     *lint.Document // the draft, parsed already
	// Settings is what the configuration says of the draft; nil means the defaults.
	Settings *config.Settings
	// Files is the tree of the site, and Name the path of the draft in it; nil where there
	// is none.
	Files fs.FS
	Name  string
	// Sources are the texts that the draft quotes from; nil where there are none.
	Sources *lint.Sources
	// Now is the day (UTC) of the run; zero keeps rules from asking.
	Now time.Time
	// Context says that nothing is reported on the draft: it is there so that rules about
	// the site see the whole of it.
	Context bool
	// Reparse parses the draft once more, for a finding of a rule about the site; it
	// returns nil where the draft is gone. Where it is nil, Content is parsed.
	Reparse func() *lint.Document
}

// Run checks drafts that are in memory, one after another, with the rules about the
// site among them. partial says that the site has other drafts: then rules about the
// site take nothing that is absent for missing. The error is the context's, and of
// settings that cannot be made.
func (e *Engine) Run(ctx context.Context, partial bool, drafts ...Draft) (*Result, error) {
	outcomes := make([]*Outcome, len(drafts))
	for i := range drafts {
		d := drafts[i]
		if err := e.settle(&d); err != nil {
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
	}
	slices.SortFunc(outcomes, func(a, b *Outcome) int { return strings.Compare(a.path, b.path) })
	if err := e.Finish(ctx, outcomes, partial, 1); err != nil {
		return nil, err
	}
	return Collect(outcomes, partial), nil
}

// settle fills in the settings of a draft that has none.
func (e *Engine) settle(d *Draft) (err error) {
	if d.Settings == nil {
		d.Settings, err = e.config.For(e.none, d.Path)
	}
	return err
}

// Finish completes the outcomes of drafts: it lets the rules about the site look at the
// pages, from at most jobs goroutines, says which suppressions nothing needed, and puts
// the findings of each draft in order. The error is the context's.
func (e *Engine) Finish(ctx context.Context, outcomes []*Outcome, partial bool, jobs int) error {
	byPage := map[*lint.Page]*Outcome{}
	for _, o := range outcomes {
		if o.page != nil {
			byPage[o.page.Page] = o
		}
	}
	all := groups(outcomes)
	if err := parallel.For(ctx, jobs, len(all), func(i int) { all[i].look(partial, byPage) }); err != nil {
		return err
	}
	byPath := make(map[string]*page, len(byPage))
	for _, o := range byPage {
		byPath[o.path] = o.page
	}
	lines := map[*lint.Source]*excerpts{}
	for _, g := range all {
		g.deliver(byPage, byPath, lines)
	}
	for _, o := range outcomes {
		o.finish(partial)
	}
	return nil
}

// known reports whether a rule exists, and which name is nearest otherwise.
func (e *Engine) known(name string) (nearest string, ok bool) {
	if _, ok := slices.BinarySearch(e.names, name); ok {
		return name, true
	}
	return config.Nearest(name, e.names), false
}

// own returns what holds for one of the engine's own rules, or nil where it is switched
// off. A configuration that was not given the rule leaves it at its default.
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

// Parse parses a draft. Where the parser fails it returns no document and the reason.
func Parse(path string, content []byte, o parse.Options) (doc *lint.Document, reason string) {
	format, _ := parse.FormatOf(path)
	return ParseAs(path, content, format, o)
}

// ParseAs is [Parse] for a draft whose format its path does not tell.
func ParseAs(path string, content []byte, format lint.Format, o parse.Options) (doc *lint.Document, reason string) {
	defer func() {
		if p := recover(); p != nil {
			doc, reason = nil, "the parser failed: "+oneLine(p)
		}
	}()
	return parse.As(path, content, format, o), ""
}
