package driver

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/language"
)

// page is what a draft leaves behind for the rules about the whole site.
//
// The findings of such rules sit, nearly always, on a title, a description or a
// keyphrase, which stand at the head of a draft. The head is kept, so that those
// findings find their lines; for one further down the draft is read again.
type page struct {
	*lint.Page
	draft    *draft
	settings []*config.Setting // of the rules that look at it
	head     *lint.Source
	meta     lint.Span      // where the metadata stand
	whole    bool           // the head is all of the draft
	reading  sync.Mutex     // guards the two below, and facts about the second
	tried    bool           // to read the draft again
	again    *lint.Document // the draft as read again; nil where it has vanished
}

// headLimit is how many bytes of a draft are kept at most.
const headLimit = 4 << 10

// digest makes the page of a document. Like a rule, it may fail on it.
func (r *running) digest(d *draft, about []*config.Setting) (p *page) {
	defer func() {
		if failure := recover(); failure != nil {
			r.failed(about[0].Rule.Name, failure)
			p = nil
		}
	}()
	p = &page{Page: lint.Digest(r.doc), draft: d, settings: about, meta: r.doc.Meta.Span}
	p.Words = language.ProseOf(r.doc).Count(0, len(r.doc.Blocks))
	for _, s := range about {
		if x, ok := s.Site.(lint.Digester); ok {
			x.Digest(r.doc, p.Page)
		}
	}
	src, end := r.doc.Source, 0
	for _, v := range p.values() {
		v.Text = strings.Clone(v.Text) // of the document's buffer, which must go
		end = max(end, src.Clip(v.Span).End)
	}
	p.Canonical, p.Language = strings.Clone(p.Canonical), strings.Clone(p.Language)
	for i := range p.Links {
		l := &p.Links[i]
		l.Target, l.Text = strings.Clone(l.Target), strings.Clone(l.Text)
	}
	if line := bytes.IndexByte(src.Bytes[end:], '\n'); line >= 0 {
		end += line + 1 // behind the line, so that it can be shown
	} else {
		end = len(src.Bytes)
	}
	if end > headLimit {
		end = 0
	}
	p.head = lint.NewSource(src.Path, bytes.Clone(src.Bytes[:end]))
	p.whole = end == len(src.Bytes)
	return p
}

// glance reads a draft for the rules about the site alone.
func (c *checking) glance(d *draft, in *room) outcome {
	o := outcome{context: true}
	doc, _ := d.parse(in)
	if doc == nil {
		return o
	}
	r := newRunning(doc, d.settings, in)
	r.pass.Files, r.pass.Name = c.files(d)
	var about []*config.Setting
	for i := range d.settings.Rules {
		if s := &d.settings.Rules[i]; s.Site != nil && r.lacks(s.Rule) == "" {
			about = append(about, s)
		}
	}
	if len(about) > 0 {
		o.page = r.digest(d, about)
	}
	bufpool.Release(doc)
	return o
}

func (p *page) values() []*lint.PageValue {
	return []*lint.PageValue{&p.Title, &p.Headline, &p.Description, &p.Keyphrase, &p.Slug}
}

// source returns a source in which a span of the draft can be looked up: its
// head, or the draft read again. A draft that has vanished meanwhile leaves its
// head.
func (p *page) source(span lint.Span) *lint.Source {
	if p.whole || span.End < len(p.head.Bytes) {
		return p.head
	}
	if doc := p.reread(); doc != nil {
		return doc.Source
	}
	return p.head
}

// reread parses the draft once more; nil where that is not possible.
func (p *page) reread() *lint.Document {
	p.reading.Lock()
	defer p.reading.Unlock()
	return p.read()
}

func (p *page) read() *lint.Document {
	if !p.tried {
		p.tried = true
		p.again, _ = p.draft.parse(nil)
	}
	return p.again
}

// place returns where words of the page stand.
func (p *page) place(from, to int) lint.Span {
	p.reading.Lock()
	defer p.reading.Unlock()
	if doc := p.read(); doc != nil {
		return language.PagePlace(doc, from, to)
	}
	return lint.Span{}
}

// group is a rule about the site with one set of options, and the pages for which
// these hold.
type group struct {
	setting  *config.Setting
	pages    []*page
	findings []onPage // what the rule has found
	skips    []string // why it did not look
	failure  any      // what it panicked with
}

// onPage is a finding with the page that it is on.
type onPage struct {
	on *lint.Page
	lint.Finding
}

// groups returns the rules about the site in the order in which pages name them.
func groups(outcomes []outcome) (all []*group) {
	byInstance := map[int]*group{}
	for i := range outcomes {
		p := outcomes[i].page
		if p == nil {
			continue
		}
		for _, s := range p.settings {
			g := byInstance[s.Instance]
			if g == nil {
				g = &group{setting: s}
				byInstance[s.Instance] = g
				all = append(all, g)
			}
			g.pages = append(g.pages, p)
		}
	}
	byPath := func(a, b *page) int { return strings.Compare(a.Path, b.Path) }
	for _, g := range all {
		if !slices.IsSortedFunc(g.pages, byPath) {
			slices.SortStableFunc(g.pages, byPath)
		}
	}
	return all
}
