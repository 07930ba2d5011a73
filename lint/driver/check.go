package driver

import (
	"context"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/internal/bufpool"
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
	rooms   rooms
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

// check reads, parses and checks one draft in a room.
func (c *checking) check(ctx context.Context, d *draft, in *room) outcome {
	if d.context {
		return c.glance(d, in)
	}
	doc, reason := d.parse(in)
	if doc == nil {
		return outcome{missed: []NotChecked{{d.shown, reason}}}
	}
	r := newRunning(doc, d.settings, in)
	r.out = outcome{read: true, missed: unchecked(doc), scope: scopeOf(d, doc)}
	r.pass.Now = day(c.request.Now)
	r.pass.Files, r.pass.Name = c.files(d)
	r.pass.Sources = c.sources(d, doc)
	about := r.runAll(ctx)
	if ctx.Err() != nil {
		return outcome{}
	}
	if len(about) > 0 {
		r.out.page = r.digest(d, about)
	}
	r.out.findings = findingsOf(in.reported)
	r.out.skipped = append(make([]skip, 0, len(in.skipped)+len(about)), in.skipped...) // those about the site may follow
	c.suppress(r)
	locateAll(r.out.findings, doc.Source, doc.Meta.Span)
	bufpool.Release(doc)
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
	if unused := c.ownSetting(r.settings, UnusedSuppression); unused != nil {
		r.prepareUnused(all, unused)
	}
}

// prepareUnused gives the suppressions that matched nothing yet the finding that says
// so. One comment may name thousands of rules in one line, so the findings share the
// text of their lines, and no more of them are made than would be listed.
func (r *running) prepareUnused(all suppressions, unused *config.Setting) {
	src, made := r.doc.Source, 0
	lines := excerpts{src: src, meta: r.doc.Meta.Span}
	for i := range all {
		s := &all[i]
		if s.used {
			continue
		}
		looked, site := r.ran(s.rule)
		if !looked {
			continue
		}
		if made == mostReported {
			r.tooMany(unused.Rule.Name)
			return
		}
		made++
		f := placed(unused, src.Path, lint.Finding{
			Span: src.Clip(s.from), About: s.from.Join(s.span), Message: "Suppression of " + shown(s.rule) + " matches no finding; remove it",
		})
		lines.locate(&f)
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
