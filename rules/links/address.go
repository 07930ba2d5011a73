package links

import (
	"github.com/copychief/copychief/lint"
)

// bareHost returns a host without www.
func bareHost(host string) string {
	if hasFold(host, "www.") {
		return host[len("www."):]
	}
	return host
}

// quoted reports whether a link stands in a block quotation: its target is somebody
// else's choice.
func quoted(d *lint.Document, l *lint.Link) bool {
	return l.Block != lint.None && d.Blocks[l.Block].Quote != lint.None
}

// targetSpan returns the place of a link's target, or of the link where it has none.
func targetSpan(l *lint.Link) lint.Span {
	if l.Target.Placed() && (l.Target.Len() > 0 || l.Target.All().Start > l.Span.End) {
		return l.Target.All() // which may be empty in a definition, for a template tag
	}
	return l.Span
}
