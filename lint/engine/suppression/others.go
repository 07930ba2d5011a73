package suppression

import (
	"maps"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/counterpart"
)

// mostOthers is the maximum number of suppressions that a draft has by comments for other linters.
const mostOthers = 5000

// mostLooked is the maximum number of links that are compared with the comments for other
// linters.
const mostLooked = 1 << 20

// mostReason is the number of characters of a comment that are kept as the reason.
const mostReason = 80

// others collects the suppressions by comments for other linters; see package counterpart.
type others struct {
	reader
	off   map[switched]off
	saved map[string]map[switched]off // by linter

	looked int // number of links that were compared
}

// switched is a rule that a linter switches off.
type switched struct {
	linter string
	counterpart.Rule
}

// off says from where on a rule is off, and by which comment.
type off struct {
	start  int
	from   lint.Span
	reason string
}

// forOthers returns the suppressions by comments for other linters.
func forOthers(doc *lint.Document) []Suppression {
	var directives []counterpart.Directive
	found := comments(doc, counterpart.Letters, func(text string) bool {
		_, ok := counterpart.Parse(text)
		return ok
	})
	if len(found) == 0 {
		return nil
	}
	for _, c := range found {
		d, _ := counterpart.Parse(c.text.String())
		directives = append(directives, d)
	}
	o := &others{reader: reader{doc: doc}, off: map[switched]off{}, saved: map[string]map[switched]off{}}
	for i, d := range directives {
		o.follow(d, found[i])
	}
	for _, s := range sorted(o.off) {
		o.hold(s, o.off[s], o.whole().End)
	}
	return o.all
}

// sorted returns the rules that are off in a fixed order.
func sorted(rules map[switched]off) []switched {
	return slices.SortedFunc(maps.Keys(rules), func(a, b switched) int {
		return strings.Compare(a.linter+" "+a.Name, b.linter+" "+b.Name)
	})
}

// follow applies a comment for another linter.
func (o *others) follow(d counterpart.Directive, c comment) {
	how := off{start: o.start(d, c.span), from: c.span, reason: lint.Shorten(strings.Join(strings.Fields(c.text.String()), " "), mostReason)}
	switch d.Verb {
	case counterpart.Capture:
		o.saved[d.Linter] = maps.Clone(o.off)
		return
	case counterpart.Restore:
		o.restore(d.Linter, how)
		return
	default:
	}
	for _, rule := range d.Rules {
		s := switched{d.Linter, rule}
		switch d.Verb {
		case counterpart.Disable:
			if _, already := o.off[s]; !already {
				o.off[s] = how
			}
		case counterpart.Enable:
			o.enable(s, c.span.Start)
		case counterpart.DisableLine:
			o.hold(s, how, o.lineAfter(c.span.End, 0))
		case counterpart.DisableNext:
			o.hold(s, how, o.lineAfter(c.span.End, d.Lines))
		case counterpart.DisableFile:
			how.start = 0
			o.hold(s, how, o.whole().End)
		case counterpart.EnableFile:
			o.all = slices.DeleteFunc(o.all, func(held Suppression) bool {
				return held.Linter == d.Linter && held.Rule == rule.Name && held.Span == o.whole()
			})
		case counterpart.IgnoreBlock:
			o.hold(s, how, o.block(c.span).End)
		default:
		}
	}
}

// start returns where a comment begins to apply. One before the text is about all that is found in
// the draft as a whole, such as its headline; for linters that work by lines, the line counts.
func (o *others) start(d counterpart.Directive, at lint.Span) int {
	if len(o.doc.Blocks) == 0 || at.End <= o.doc.Blocks[0].Span.Start {
		return 0
	}
	if d.Verb == counterpart.DisableLine || d.Linter == counterpart.Markdownlint {
		return o.doc.Source.Line(o.doc.Source.Position(at.Start).Line).Start
	}
	return at.Start
}

// lineAfter returns the end of the line at an offset, or of one some lines after it.
func (o *others) lineAfter(at, lines int) int {
	if end := o.doc.Source.Line(o.doc.Source.Position(at).Line + lines).End; end < len(o.doc.Source.Bytes) {
		return end
	}
	return o.whole().End
}

// enable ends the range in which a rule is off.
func (o *others) enable(s switched, at int) {
	if how, is := o.off[s]; is {
		delete(o.off, s)
		o.hold(s, how, at)
	}
}

// restore switches the rules of a linter off or on as they were when the state was captured, or at the
// beginning.
func (o *others) restore(linter string, how off) {
	before := o.saved[linter]
	for _, s := range sorted(o.off) {
		if _, still := before[s]; !still && s.linter == linter {
			o.enable(s, how.from.Start)
		}
	}
	for s, as := range before {
		if _, already := o.off[s]; !already && s.linter == linter {
			o.off[s] = off{how.start, how.from, as.reason}
		}
	}
}

// hold adds a suppression of a rule, or of its findings about links to a place on the page.
func (o *others) hold(s switched, how off, end int) {
	span := lint.Span{Start: how.start, End: end}
	add := func(span lint.Span) {
		if len(o.all) < mostOthers {
			o.all = append(o.all, Suppression{Rule: s.Name, Span: span, From: how.from, Reason: how.reason, Linter: s.linter})
		}
	}
	if !s.Fragments {
		add(span)
		return
	}
	if o.looked += len(o.doc.Links); o.looked > mostLooked {
		return
	}
	for i := range o.doc.Links {
		if l := &o.doc.Links[i]; l.Kind == lint.Fragment && span.Start <= l.Span.Start && l.Span.Start < span.End {
			add(l.Span)
		}
	}
}
