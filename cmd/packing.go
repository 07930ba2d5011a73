package cmd

import (
	"cmp"
	"errors"
	"iter"
	"runtime"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/web"
)

// errFull ends going through the drafts when a page has no room for more of them.
var errFull = errors.New("the page is full")

// packing packs the sheets of drafts for a page. Each is packed in a goroutine of its own while the
// next drafts are parsed, but only a few at once, so that few drafts are in memory.
type packing struct {
	session *session
	packer  *web.Packer
	budget  *web.SheetBudget
	found   *findingsInOrder
	waiting []chan packed // in the order of drafts
	jobs    int           // how many may wait
}

// packed is a packed sheet, or why there is none.
type packed struct {
	sheet       report.Sheet
	hasFindings bool
	err         error
}

// packedSheets returns the packed sheets of the articles among the drafts, and whether the budget has no
// room for all of them.
func packedSheets(s *session, request *driver.Request, result *engine.Result, budget *web.SheetBudget) (all []report.Sheet, short bool, err error) {
	packer, err := web.NewPacker()
	if err != nil {
		return nil, false, err
	}
	found := newFindingsInOrder(report.Active(result))
	defer found.stop()
	p := &packing{session: s, packer: packer, budget: budget, found: found, jobs: cmp.Or(request.Jobs, runtime.GOMAXPROCS(0))}
	_, err = driver.Inspect(s.ctx, *request, p.add)
	for len(p.waiting) > 0 {
		p.next()
	}
	if errors.Is(err, errFull) {
		err = nil
	}
	all, short = p.budget.Sheets()
	return all, short, err
}

// add begins to pack the sheet of the next draft.
func (p *packing) add(d *lint.Document, k lint.Kind) error {
	found, number := p.found.of(d.Source.Path)
	if !k.IsArticle() {
		return nil
	}
	if !p.budget.Takes(len(found) > 0) {
		if !p.budget.Takes(true) {
			return errFull
		}
		return nil
	}
	done := make(chan packed, 1)
	p.waiting = append(p.waiting, done)
	go func() {
		sheet, err := p.pack(d, found, number)
		done <- packed{sheet, len(found) > 0, err}
	}()
	if len(p.waiting) > p.jobs {
		p.next()
	}
	return nil
}

// pack returns the packed sheet of a draft. The error is for a bug.
func (p *packing) pack(d *lint.Document, found []*engine.Finding, number int) (sheet report.Sheet, err error) {
	defer survive(d, &err)
	if sheet, err = sheetOf(d, found); err != nil {
		return sheet, err
	}
	return p.packer.Pack(&sheet, number, found)
}

// next waits for the sheet that is first in order, and adds it to those of the page.
func (p *packing) next() {
	first := <-p.waiting[0]
	p.waiting = p.waiting[1:]
	if first.err != nil {
		p.session.complain(first.err)
		return
	}
	p.budget.Add(first.sheet, first.hasFindings)
}

// findingsInOrder returns findings draft by draft, in the order of their paths. All of them
// together may not fit into memory.
type findingsInOrder struct {
	next   func() (*engine.Finding, bool)
	stop   func()
	ahead  *engine.Finding // the next one; nil at the end
	number int             // of drafts with findings so far
}

func newFindingsInOrder(all iter.Seq[*engine.Finding]) *findingsInOrder {
	f := &findingsInOrder{}
	f.next, f.stop = iter.Pull(all)
	f.ahead, _ = f.next()
	return f
}

// of returns the findings of a draft, which must come after those of earlier calls, and its
// number among the drafts with findings, from 1.
func (f *findingsInOrder) of(path string) (found []*engine.Finding, number int) {
	for f.ahead != nil && f.ahead.Path <= path {
		draft := f.draft()
		if f.number++; draft[0].Path == path {
			return draft, f.number
		}
	}
	return nil, 0
}

// draft returns the findings of the draft that the next finding is in.
func (f *findingsInOrder) draft() (all []*engine.Finding) {
	for path := f.ahead.Path; f.ahead != nil && f.ahead.Path == path; f.ahead, _ = f.next() {
		all = append(all, f.ahead)
	}
	return all
}
