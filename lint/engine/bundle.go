package engine

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/form"
	"github.com/copychief/copychief/lint/internal/packing"
)

// bundle is the findings of one draft in one string. A [Finding] takes some five hundred bytes
// besides its texts, most of them zero or the same in every finding of its rule; in a bundle, these
// take a few bytes, findings on one line share it, and lines are compressed. Other texts of unpacked
// findings are parts of the bundle.
//
// The trade-off: whoever needs the findings of a draft has to unpack them, so only runs on very
// many drafts pack them.
type bundle struct {
	data  string
	count int
}

// pack packs the findings of one draft.
func pack(findings []Finding, shared *packing.Table) bundle {
	if len(findings) == 0 {
		return bundle{}
	}
	p := packer{Writer: packing.Writer{Table: shared}, path: findings[0].Path, at: map[int]int{}}
	p.Text(p.path)
	p.texts(findings)
	for i := range findings {
		p.finding(&findings[i])
	}
	return bundle{p.String(), len(findings)}
}

// packer writes a bundle.
type packer struct {
	packing.Writer
	path  string
	lines []Line
	at    map[int]int // index into lines of the last line with a number
}

// texts writes the lines of all findings, and their texts in one piece.
func (p *packer) texts(findings []Finding) {
	var texts strings.Builder
	for i := range findings {
		for _, l := range findings[i].Lines {
			if at, found := p.at[l.Number]; found && p.lines[at] == l {
				continue
			}
			p.at[l.Number] = len(p.lines)
			p.lines = append(p.lines, l)
			texts.WriteString(l.Text)
		}
	}
	p.Number(len(p.lines))
	for _, l := range p.lines {
		p.Number(l.Number)
		p.Span(l.Span)
		p.Number(len(l.Text))
	}
	p.Prose(texts.String())
}

func (p *packer) finding(f *Finding) {
	rare := [...]string{f.Place, f.Unfixed, f.Shared, f.Together, f.Reason, f.Linter}
	more := rare != [len(rare)]string{}
	p.Flags(f.Listed, f.Asked, f.Path == p.path, f.Same != "", more)
	p.Recurring(f.Rule)
	p.Number(int(f.Severity))
	p.Number(int(f.Status))
	if f.Path != p.path {
		p.Text(f.Path)
	}
	p.Span(f.Span)
	p.Span(f.About)
	p.Recurring(f.Message)
	p.Number(f.Size)
	if more {
		for _, s := range rare {
			p.Recurring(s)
		}
	}
	p.fixes(f.Fixes)
	p.Position(f.From)
	p.Position(f.To)
	p.Number(len(f.Lines))
	for _, l := range f.Lines {
		p.Number(p.index(l))
	}
	p.Recurring(string(f.Basis.Kind))
	p.Recurring(f.Basis.Source)
	p.Recurring(f.Basis.URL)
	p.related(f)
	p.Digest(f.Words)
	if f.Same != "" {
		p.Digest(f.Same)
	}
	p.Number(len(f.Parts))
	for _, part := range f.Parts {
		p.Number(part.From)
		p.Number(part.To)
	}
}

func (p *packer) fixes(fixes []lint.Fix) {
	p.Number(len(fixes))
	for _, x := range fixes {
		p.Recurring(x.Title)
		p.Flags(x.Safe, x.Markup)
		p.Recurring(x.Doubt)
		p.Number(len(x.Edits))
		for _, e := range x.Edits {
			p.Span(e.Span)
			p.Text(e.New)
		}
	}
}

// related writes the related places, both those with positions and those without.
func (p *packer) related(f *Finding) {
	p.Number(f.Unlisted)
	p.Number(len(f.Related))
	for _, r := range f.Related {
		p.Recurring(r.Path)
		p.Span(r.Span)
		p.Position(r.From)
		p.Position(r.To)
		p.Text(r.Place)
		p.Recurring(r.Message)
	}
	p.Number(len(f.Finding.Related))
	for _, r := range f.Finding.Related {
		p.Recurring(r.Path)
		p.Span(r.Span)
		p.Recurring(r.Message)
	}
}

// index returns the index of a line. Lines with one number and different texts are rare: a draft
// has to change between the check and the rules about the site.
func (p *packer) index(l Line) int {
	if at := p.at[l.Number]; p.lines[at] == l {
		return at
	}
	return slices.Index(p.lines, l)
}

// unpack returns the findings of a bundle.
func (b bundle) unpack(shared *packing.Table) []Finding { return b.unpackTo(nil, shared) }

// unpackTo is unpack into a slice that is used again, if it is large enough.
func (b bundle) unpackTo(findings []Finding, shared *packing.Table) []Finding {
	if b.count == 0 {
		return nil
	}
	u := unpacker{Reader: packing.Reader{Table: shared, In: b.data}}
	u.path = u.Text()
	u.texts()
	findings = slices.Grow(findings[:0], b.count)[:b.count]
	clear(findings)
	for i := range findings {
		u.finding(&findings[i])
	}
	return findings
}

// unpacker reads a bundle, in the order in which a [packer] writes it.
type unpacker struct {
	packing.Reader
	path  string
	lines []Line
}

func (u *unpacker) texts() {
	sizes := make([]int, u.Number())
	u.lines = make([]Line, len(sizes))
	for i := range u.lines {
		u.lines[i].Number = u.Number()
		u.lines[i].Span = u.Span()
		sizes[i] = u.Number()
	}
	texts := u.Prose()
	for i, n := range sizes {
		u.lines[i].Text, texts = texts[:n], texts[n:]
	}
}

func (u *unpacker) finding(f *Finding) {
	var own, same, more bool
	u.Flags(&f.Listed, &f.Asked, &own, &same, &more)
	f.Rule = u.Recurring()
	f.Severity = lint.Severity(u.Number()) //nolint:gosec // a severity was written
	f.Status = Status(u.Number())          //nolint:gosec // a status was written
	f.Path = u.path
	if !own {
		f.Path = u.Text()
	}
	f.Span = u.Span()
	f.About = u.Span()
	f.Message = u.Recurring()
	f.Size = u.Number()
	if more {
		for _, s := range []*string{&f.Place, &f.Unfixed, &f.Shared, &f.Together, &f.Reason, &f.Linter} {
			*s = u.Recurring()
		}
	}
	f.Fixes = u.fixes()
	f.From = u.Position()
	f.To = u.Position()
	f.Lines = several(u, func(u *unpacker) Line { return u.lines[u.Number()] })
	f.Basis = lint.Basis{Kind: lint.BasisKind(u.Recurring()), Source: u.Recurring(), URL: u.Recurring()}
	f.Unlisted = u.Number()
	f.Related = several(u, func(u *unpacker) Related {
		return Related{Path: u.Recurring(), Span: u.Span(), From: u.Position(), To: u.Position(), Place: u.Text(), Message: u.Recurring()}
	})
	f.Finding.Related = several(u, func(u *unpacker) lint.Related {
		return lint.Related{Path: u.Recurring(), Span: u.Span(), Message: u.Recurring()}
	})
	f.Words = u.Digest()
	if same {
		f.Same = u.Digest()
	}
	f.Parts = several(u, func(u *unpacker) form.Part { return form.Part{From: u.Number(), To: u.Number()} })
}

// several reads the number of some values and then these; none are nil.
func several[T any](u *unpacker, read func(*unpacker) T) []T {
	n := u.Number()
	if n == 0 {
		return nil
	}
	all := make([]T, n)
	for i := range all {
		all[i] = read(u)
	}
	return all
}

func (u *unpacker) fixes() []lint.Fix {
	return several(u, func(u *unpacker) (x lint.Fix) {
		x.Title = u.Recurring()
		u.Flags(&x.Safe, &x.Markup)
		x.Doubt = u.Recurring()
		x.Edits = several(u, func(u *unpacker) lint.Edit { return lint.Edit{Span: u.Span(), New: u.Text()} })
		return x
	})
}
