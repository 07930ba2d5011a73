package engine

import (
	"bytes"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/language"
)

// page is what a draft leaves behind for the rules about the whole site.
//
// The findings of such rules are, nearly always, on a title, a description or a
// keyphrase, which stand at the head of a draft. The head is kept, so that those
// findings get their lines; for one further down the draft is read again.
type page struct {
	*lint.Page
	settings []*config.Setting // of the rules that look at it
	head     *lint.Source
	meta     lint.Span // where the metadata stand
	whole    bool      // the head is all of the draft
	reparse  func() *lint.Document

	mu    sync.Mutex     // guards the two below, and facts about the second
	tried bool           // to read the draft again
	again *lint.Document // the draft as read again; nil where it is gone
}

// headLimit is how many bytes of a draft are kept at most.
const headLimit = 4 << 10

// digest makes the page of a document for the rules about the site; nil where there are
// none. Like a rule, it may fail on it.
func (r *run) digest(d *Draft, siteRules []*config.Setting) (p *page) {
	if len(siteRules) == 0 {
		return nil
	}
	defer func() {
		if failure := recover(); failure != nil {
			r.fail(siteRules[0].Rule.Name, failure)
			p = nil
		}
	}()
	p = newPage(d, lint.Digest(r.doc), siteRules)
	p.meta = r.doc.Meta.Span
	p.Words = language.ProseOf(r.doc).Count(0, len(r.doc.Blocks))
	for _, s := range siteRules {
		if x, ok := s.Site.(lint.Digester); ok {
			x.Digest(r.doc, p.Page)
		}
	}
	p.own(r.doc.Source)
	return p
}

// newPage returns a page that reads its draft again by itself.
func newPage(d *Draft, content *lint.Page, siteRules []*config.Setting) *page {
	p := &page{Page: content, settings: siteRules, reparse: d.Reparse}
	if p.reparse == nil {
		path, content, options := d.Path, d.Content, d.Settings.Parse
		p.reparse = func() *lint.Document { doc, _ := Parse(path, content, options); return doc }
	}
	return p
}

// own copies what the page refers to out of the buffer of the document, which the next
// document is read into, and keeps the head of the draft.
func (p *page) own(src *lint.Source) {
	end := 0
	for _, v := range p.values() {
		v.Text = strings.Clone(v.Text)
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
}

func (p *page) values() []*lint.PageValue {
	return []*lint.PageValue{&p.Title, &p.Headline, &p.Description, &p.Keyphrase, &p.Slug}
}

// source returns a source in which a span of the draft can be looked up: its
// head, or the draft read again. A draft that is gone meanwhile leaves its head.
func (p *page) source(span lint.Span) *lint.Source {
	if p.whole || span.End < len(p.head.Bytes) {
		return p.head
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if doc := p.document(); doc != nil {
		return doc.Source
	}
	return p.head
}

// document parses the draft once more, at the first call; nil where that is not
// possible.
func (p *page) document() *lint.Document {
	if !p.tried {
		p.tried = true
		p.again = p.reparse()
	}
	return p.again
}

// place returns where words of the page stand.
func (p *page) place(from, to int) lint.Span {
	p.mu.Lock()
	defer p.mu.Unlock()
	if doc := p.document(); doc != nil {
		return language.PagePlace(doc, from, to)
	}
	return lint.Span{}
}

// setting returns what holds for a rule on the page.
func (p *page) setting(rule string) *config.Setting {
	for _, s := range p.settings {
		if s.Rule.Name == rule {
			return s
		}
	}
	return p.settings[0]
}
