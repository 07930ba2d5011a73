package links

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
)

// quoted reports whether a link is in a block quotation, so that the author did not choose
// its target.
func quoted(d *lint.Document, l *lint.Link) bool {
	return l.Block != lint.None && d.Blocks[l.Block].Quote != lint.None
}

// targetSpan returns the span of a link's target, or of the link if it has no target.
func targetSpan(l *lint.Link) lint.Span {
	if l.Target.Placed() && (l.Target.Len() > 0 || l.Target.All().Start > l.Span.End) {
		return l.Target.All() // may be empty in a definition whose target is a template tag
	}
	return l.Span
}

// filled reports whether a template tag is in the target of a link or directly before it, as
// in a definition: [plan]: {{ site.url }}#plan.
func filled(d *lint.Document, l *lint.Link) bool {
	span := targetSpan(l)
	if span.Start > l.Span.End {
		span = lint.Span{Start: span.Start - 1, End: max(span.End, span.Start+1)}
	}
	return made(d, span)
}

// brokenTags reports template tags that link to a file that does not exist.
func brokenTags(p *lint.Pass) {
	for _, span := range p.Doc.Templates {
		if name, answer := resolve.Tag(p, p.Doc.Source.Bytes[span.Start:span.End]); answer == resolve.Missing {
			p.Report(lint.Finding{
				Span:    span,
				Shared:  name,
				Message: fmt.Sprintf("Link leads to “%s”, which is not there; correct the name", lint.Shorten(name, 48)),
			})
		}
	}
}
