package engine

import (
	"iter"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/internal/packing"
)

// Findings are the findings of a run, sorted by path, offset and rule. A run on very many drafts
// keeps them packed, one string for each draft (see [bundle]), and unpacks those of one draft at
// a time. The zero value has none.
type Findings struct {
	list    []Finding // of a run that packs nothing
	bundles []bundle  // of one that does
	shared  *packing.Table
	counts  *counts // of bundles; nil until somebody asks
}

// counts are numbers of findings by status and severity.
type counts [len(statusNames)][lint.Error + 1]int

// FindingsOf returns findings that are in memory. They must be sorted.
func FindingsOf(list []Finding) Findings { return Findings{list: list} }

// All yields the findings in order. Those of a packed list are copies, which the caller may keep
// but cannot change; see [Findings.Change].
func (f *Findings) All() iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for i := range f.list {
			if !yield(&f.list[i]) {
				return
			}
		}
		for _, b := range f.bundles {
			draft := b.unpack(f.shared)
			for i := range draft {
				if !yield(&draft[i]) {
					return
				}
			}
		}
	}
}

// List returns all findings in memory. A list that is not packed is returned itself.
func (f *Findings) List() []Finding {
	if len(f.bundles) == 0 {
		return f.list
	}
	list := make([]Finding, 0, f.Len())
	for _, b := range f.bundles {
		list = append(list, b.unpack(f.shared)...)
	}
	return list
}

// Len returns the number of findings.
func (f *Findings) Len() int {
	n := len(f.list)
	for _, b := range f.bundles {
		n += b.count
	}
	return n
}

// Change calls do with the findings of each draft, in order. do may change them in place and
// remove some; it returns those that remain, and whether there is any difference. It must not keep
// the slice, whose memory is reused for the next draft.
func (f *Findings) Change(do func(draft []Finding) (remaining []Finding, changed bool)) {
	kept := f.list[:0] // in place: a finding takes hundreds of bytes
	for from := 0; from < len(f.list); {
		to := from
		for to < len(f.list) && f.list[to].Path == f.list[from].Path {
			to++
		}
		remaining, _ := do(f.list[from:to])
		kept = append(kept, remaining...)
		from = to
	}
	clear(f.list[len(kept):])
	f.list, f.counts = kept, nil
	var draft []Finding
	for i, b := range f.bundles {
		draft = b.unpackTo(draft, f.shared)
		if remaining, changed := do(draft); changed {
			f.bundles[i] = pack(remaining, f.shared)
		}
		bufpool.Poison(draft)
	}
}

// count returns the number of findings by status and severity.
func (f *Findings) count() *counts {
	if f.counts != nil {
		return f.counts
	}
	made := new(counts)
	for of := range f.All() {
		made[of.Status][of.Severity]++
	}
	if len(f.bundles) > 0 {
		f.counts = made
	}
	return made
}

// collectFindings moves the findings of outcomes into one list. If those of one outcome are
// packed, all are.
func collectFindings(outcomes []*Outcome) (all Findings) {
	total := 0
	for _, o := range outcomes {
		total += len(o.Findings)
		if o.shared != nil {
			all.shared = o.shared
		}
	}
	if all.shared == nil {
		all.list = make([]Finding, 0, total)
	}
	for _, o := range outcomes {
		if all.shared == nil {
			all.list = append(all.list, o.Findings...)
		} else if o.pack(all.shared); o.bundle.count > 0 {
			all.bundles = append(all.bundles, o.bundle)
		}
		o.Findings, o.bundle = nil, bundle{}
	}
	return all
}
