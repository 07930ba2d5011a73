package engine

import (
	"bytes"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine/words"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/pagewords"
)

// page is the summary of a draft for the rules about the whole site.
//
// Findings of these rules are nearly always on a title, description or keyphrase, at the
// beginning of a draft. That part, the head, is kept, so that their lines can be shown and they are
// recognised by the words around them; for a finding further down, the draft is read again.
type page struct {
	*lint.Page
	settings []*config.Setting // of the rules that apply to it
	head     *lint.Source
	meta     lint.Span // of the metadata
	whole    bool      // the head is the whole draft
	reparse  func() *lint.Document

	keyless bool // its keys were not kept

	rereads *rereads       // of the run; nil before [Engine.Finish]
	mu      sync.Mutex     // guards the two fields below, and facts about the document
	gone    bool           // the draft cannot be read again
	again   *lint.Document // the draft as read again, for a while
}

// headLimit is the size of a head at most, in bytes.
const headLimit = 4 << 10

// digestOf returns the page of a document for the rules about the site, or nil if there are
// none. A panic in one of their digesters is reported like one in a rule.
func digestOf(r *run, d *Draft, siteRules []*config.Setting) (p *page) {
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
		if x, ok := s.Site.(lint.KeyDigester); ok {
			if p.keyless = d.Compact || !r.engine.declared.Load(); !p.keyless {
				p.Keys = x.Keys(r.doc)
			}
		}
	}
	p.detach(r.doc.Source)
	p.compact(d)
	return p
}

// compact drops the keys and the head of a page in a run on very many drafts. On most sites no rule
// asks for the keys, and few drafts have findings that need the head.
func (p *page) compact(d *Draft) {
	if !d.Compact {
		return
	}
	if len(p.Keys) > 0 {
		p.Keys, p.keyless = nil, true
	}
	p.head, p.whole = lint.NewSource(p.head.Path, nil), false
}

// newPage returns a page that can read its draft again.
func newPage(d *Draft, content *lint.Page, siteRules []*config.Setting) *page {
	p := &page{Page: content, settings: siteRules, reparse: d.Reparse}
	if p.reparse == nil {
		path, content, options := d.Path, d.Content, d.Settings.Parse
		p.reparse = func() *lint.Document { doc, _ := Parse(path, content, options); return doc }
	}
	return p
}

// detach copies what the page refers to, since the buffer of the document will be reused,
// and keeps the head of the draft.
func (p *page) detach(src *lint.Source) {
	end := 0
	for _, v := range p.values() {
		end = max(end, src.Clip(v.Span).End)
	}
	copyTogether(p.strings())
	if line := bytes.IndexByte(src.Bytes[end:], '\n'); line >= 0 {
		end += max(line+1, min(words.Reach, len(src.Bytes)-end)) // see holds
	} else {
		end = len(src.Bytes)
	}
	if end > headLimit || src.Place(0) != "" { // the codec that names places is not kept
		end = 0
	}
	p.head = lint.NewSource(src.Path, bytes.Clone(src.Bytes[:end]))
	p.whole = end == len(src.Bytes)
}

// strings returns the strings that may be parts of the draft.
func (p *page) strings() (all []*string) {
	for _, v := range p.values() {
		all = append(all, &v.Text)
	}
	all = append(all, &p.Canonical, &p.Language)
	for i := range p.Links {
		all = append(all, &p.Links[i].Target, &p.Links[i].Text)
	}
	return all
}

// copyTogether copies strings into one piece of memory, which takes less than one for each.
func copyTogether(all []*string) {
	size := 0
	for _, s := range all {
		size += len(*s)
	}
	var b strings.Builder
	b.Grow(size)
	for _, s := range all {
		b.WriteString(*s)
	}
	for joined, i := b.String(), 0; i < len(all); i++ {
		n := len(*all[i])
		*all[i], joined = joined[:n], joined[n:]
	}
}

func (p *page) values() []*lint.PageValue {
	return []*lint.PageValue{&p.Title, &p.Headline, &p.Description, &p.Keyphrase, &p.Slug}
}

// source returns a source that contains a span of the draft: the head if possible,
// otherwise the draft, read again. If the draft no longer exists, it is the head.
func (p *page) source(span lint.Span) *lint.Source {
	if p.whole || p.holds(span) {
		return p.head
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if doc := p.document(); doc != nil {
		return doc.Source
	}
	return p.head
}

// holds reports whether the head has everything that a finding needs of a span: the rest of its
// line, which is shown, and the words that follow, which may be on the next one.
func (p *page) holds(span lint.Span) bool {
	head := p.head.Bytes
	return span.End+words.Reach <= len(head) && bytes.IndexByte(head[span.End:], '\n') >= 0
}

// document parses the draft again, unless it was read again lately; it returns nil if that fails.
func (p *page) document() *lint.Document {
	if p.again == nil && !p.gone {
		p.again = p.reparse()
		p.gone = p.again == nil
		p.rereads.add(p)
	}
	return p.again
}

// keys returns the keys of a page that were not kept.
func (p *page) keys() []uint32 {
	if !p.keyless {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	doc := p.document()
	if doc == nil {
		return nil
	}
	for _, s := range p.settings {
		if x, ok := s.Site.(lint.KeyDigester); ok {
			return x.Keys(doc)
		}
	}
	return nil
}

// mostReread is the number of documents that are kept after they were read again. Rules go from page
// to page, a few at a time.
const mostReread = 16

// rereads are the pages whose documents were read again most recently.
type rereads struct {
	mu    sync.Mutex
	pages []*page
}

// add records a page, which the caller has locked, and drops the document of the oldest one
// recorded, unless that page is in use.
func (r *rereads) add(p *page) {
	if r == nil || p.again == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pages = append(r.pages, p)
	for len(r.pages) > mostReread && r.pages[0].mu.TryLock() {
		r.pages[0].again = nil
		r.pages[0].mu.Unlock()
		r.pages = r.pages[1:]
	}
}

// place returns the span of words of the page in the draft.
func (p *page) place(from, to int) lint.Span {
	p.mu.Lock()
	defer p.mu.Unlock()
	if doc := p.document(); doc != nil {
		return pagewords.Place(doc, from, to)
	}
	return lint.Span{}
}

// setting returns the setting of a rule for the page.
func (p *page) setting(rule string) *config.Setting {
	for _, s := range p.settings {
		if s.Rule.Name == rule {
			return s
		}
	}
	return p.settings[0]
}
