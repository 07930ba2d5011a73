package driver

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/language"
)

// outcome is what remains of a draft once its rules have run.
type outcome struct {
	findings   []Finding
	skipped    []skip
	missed     []NotChecked
	read       bool
	page       *page // nil where no rule about the site looks at the draft
	suppressed suppressions
	context    bool // nothing is reported on the draft
	scope      *scope
}

// skip says that a rule did not look at a draft. One without a reason is not told.
type skip struct{ rule, reason string }

// checking is the state of one run that its workers share; none of it changes
// while they work.
type checking struct {
	request *Request
	found   *found
	names   []string // of all rules
	rules   map[string]*lint.Rule
	sites   map[string]*siteFiles
	pack    *cache.Pack // nil keeps nothing
	shelf   *shelf
}

func newChecking(r *Request, f *found) *checking {
	c := &checking{request: r, found: f, sites: map[string]*siteFiles{}, rules: map[string]*lint.Rule{}, shelf: newShelf(r.Dir)}
	for _, rules := range [][]*lint.Rule{r.Rules, r.Config.Rules(), Rules()} {
		for _, rule := range rules {
			c.names = append(c.names, rule.Name)
			c.rules[rule.Name] = rule
		}
	}
	slices.Sort(c.names)
	c.names = slices.Compact(c.names)
	for i := range f.drafts {
		root := f.drafts[i].settings.Root
		if _, ok := c.sites[root]; !ok {
			c.sites[root] = openSite(root)
		}
	}
	return c
}

// close gives the trees of the sites back.
func (c *checking) close() {
	for _, s := range c.sites {
		if s != nil {
			_ = s.root.Close() // it was only read
		}
	}
}

// known reports whether a rule exists, and which name is nearest otherwise.
func (c *checking) known(name string) (nearest string, ok bool) {
	if _, ok := slices.BinarySearch(c.names, name); ok {
		return name, true
	}
	return config.Nearest(name, c.names), false
}

// check reads, parses and checks one draft.
func (c *checking) check(ctx context.Context, d *draft) outcome {
	if d.context {
		return c.glance(d)
	}
	doc, reason := d.parse()
	if doc == nil {
		return outcome{missed: []NotChecked{{d.shown, reason}}}
	}
	r := &running{doc: doc, settings: d.settings, out: outcome{read: true, missed: unchecked(doc), scope: scopeOf(d, doc)}}
	r.pass = lint.NewPass(doc, d.settings.Site, r.report, r.skip)
	r.pass.Now = day(c.request.Now)
	r.pass.Files, r.pass.Name = c.files(d)
	r.pass.Sources = c.sources(d, doc)
	var about []*config.Setting // rules about the site that look at this draft
	for i := range d.settings.Rules {
		s := &d.settings.Rules[i]
		if ctx.Err() != nil {
			return r.out
		}
		if s.Checker == nil && s.Site == nil {
			continue // one of the driver's own
		}
		if reason := r.lacks(s.Rule); reason != "" {
			if reason == string(lint.NeedsSources) && !s.Asked {
				reason = "" // nobody asked for it
			}
			r.out.skipped = append(r.out.skipped, skip{s.Rule.Name, reason})
			continue
		}
		if s.Site != nil {
			about = append(about, s)
			continue
		}
		r.run(s)
	}
	if len(about) > 0 {
		r.out.page = r.digest(d, about)
	}
	c.suppress(r)
	locateAll(r.out.findings, doc.Source, doc.Meta.Span)
	inOrder(r.out.findings)
	doc.Forget()
	return r.out
}

// suppress marks what the draft suppresses and adds what is wrong with its
// suppressions. Whether one is unused shows only after the rules about the site,
// when the document is gone; what would be said is made ready here.
func (c *checking) suppress(r *running) {
	all, complaints := readSuppressions(r.doc, c.known, r.settings.RequireReason)
	if len(all) == 0 && len(complaints) == 0 {
		return
	}
	all.apply(r.out.findings)
	if bad := c.ownSetting(r.settings, BadSuppression); bad != nil {
		for i, p := range complaints {
			if i == mostReported {
				r.tooMany(bad.Rule.Name)
				break
			}
			r.out.findings = append(r.out.findings, placed(bad, r.doc.Source.Path, lint.Finding{Span: p.span, Message: p.message}))
		}
	}
	r.out.suppressed = all
	unused := c.ownSetting(r.settings, UnusedSuppression)
	for i := range all {
		s := &all[i]
		looked, site := r.ran(s.rule)
		if s.used || unused == nil || !looked {
			continue
		}
		f := placed(unused, r.doc.Source.Path, lint.Finding{
			Span: s.from, About: s.from.Join(s.span), Message: "Suppression of " + shown(s.rule) + " matches no finding; remove it",
		})
		locate(&f, r.doc.Source, r.doc.Meta.Span)
		s.unused, s.site = &f, site
	}
}

// ran reports whether a rule looked at the document, and whether it does so among the
// pages of the site.
func (r *running) ran(rule string) (looked, site bool) {
	looked = !r.out.skips(rule) && looks(r.settings, rule, false)
	return looked, looked && !looks(r.settings, rule, true)
}

// unchecked lists what the parser could not read.
func unchecked(doc *lint.Document) (missed []NotChecked) {
	for _, p := range doc.Problems {
		if p.Unchecked {
			missed = append(missed, NotChecked{doc.Source.Path, oneLine(p.Message)})
		}
	}
	return missed
}

// running is the state of the rules on one document. One goroutine owns it.
type running struct {
	doc      *lint.Document
	settings *config.Settings
	pass     *lint.Pass
	setting  *config.Setting // of the rule that is looking
	reported int             // findings of that rule
	out      outcome
}

// mostReported is how many findings of one rule on one draft are kept. A draft of
// the largest size can break a rule half a million times; nobody reads that, and
// the findings would take gigabytes.
const mostReported = 1000

// usualFindings is for how many findings of a draft room is made at once.
const usualFindings = 8

// lacks returns the first need that the document does not meet, as the reason for
// skipping, or "".
func (r *running) lacks(rule *lint.Rule) string {
	if r.doc.Unread && !rule.Always {
		return "draft not readable"
	}
	for _, n := range rule.Needs {
		switch n {
		case lint.NeedsKeyphrase:
			if r.doc.Meta.Keyphrase().Plain() == "" {
				return string(n)
			}
		case lint.NeedsEnglish:
			if !language.English(r.doc.Language) {
				return "language " + oneLine(r.doc.Language) + " not supported"
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
		}
	}
	return ""
}

// run lets one rule look. A panic becomes a finding that names the rule.
func (r *running) run(s *config.Setting) {
	r.setting, r.reported = s, 0
	defer func() {
		if p := recover(); p != nil {
			r.failed(s.Rule.Name, p)
		}
	}()
	s.Checker.Check(r.pass)
}

// failed notes that a rule panicked on the document.
func (r *running) failed(rule string, p any) {
	path, what := r.doc.Source.Path, oneLine(fmt.Sprint(p))
	f := internalError(path, rule, what)
	r.out.findings = append(r.out.findings, f)
	r.out.missed = append(r.out.missed, NotChecked{path, "rule " + rule + " failed: " + what})
}

func internalError(path, rule, what string) Finding {
	return Finding{Basis: InternalError.Basis, Finding: lint.Finding{
		Rule: InternalError.Name, Severity: lint.Error, Path: path,
		Message: "Rule " + shown(rule) + " failed on this draft (" + what + "); please report it",
	}}
}

func (r *running) skip(reason string) {
	r.out.skipped = append(r.out.skipped, skip{r.setting.Rule.Name, oneLine(reason)})
}

// tooMany says that more was found than is listed.
func (r *running) tooMany(rule string) {
	r.out.missed = append(r.out.missed, NotChecked{r.doc.Source.Path,
		fmt.Sprintf("rule %s finds more than %d places; the rest is not listed", rule, mostReported)})
}

// report keeps a finding. Where a rule finds too many, the draft counts as not
// wholly checked.
func (r *running) report(f lint.Finding) {
	if r.reported++; r.reported > mostReported {
		if r.reported == mostReported+1 {
			r.tooMany(r.setting.Rule.Name)
		}
		return
	}
	if r.out.findings == nil {
		r.out.findings = make([]Finding, 0, usualFindings)
	}
	r.out.findings = append(r.out.findings, placed(r.setting, r.doc.Source.Path, f))
}

// placed completes a rule's finding by what the configuration says.
func placed(s *config.Setting, path string, f lint.Finding) Finding {
	f.Rule, f.Path, f.Message = s.Rule.Name, path, oneLine(f.Message)
	if f.Severity <= lint.Off || f.Severity > s.Severity || s.Explicit {
		f.Severity = s.Severity
	}
	return Finding{Finding: f, Basis: s.Rule.Basis}
}

// oneLine folds line breaks: a message is one line whatever it quotes.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0xC2, c == ' ', c > 0xC2 && c != 0xE2:
			continue
		case c <= ' ', strings.HasPrefix(s[i:], "\u0085"), strings.HasPrefix(s[i:], "\u2028"), strings.HasPrefix(s[i:], "\u2029"):
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
