package engine

import "github.com/copychief/copychief/lint"

// block returns where a copychief-ignore comment holds: the block that it stands
// in, or everything from the comment to the end of the next block. A table, a
// list and a block quotation behind the comment are one block, as they are to
// whoever wrote it.
func (r *reader) block(at lint.Span) lint.Span {
	blocks := r.doc.Blocks
	next := len(blocks)
	for i := range blocks {
		b := &blocks[i]
		if b.Span.Start < at.Start && at.End <= b.Span.End {
			return b.Span
		}
		if b.Span.Start >= at.End {
			next = i
			break
		}
	}
	span := lint.Span{Start: at.Start, End: r.whole().End}
	if next == len(blocks) {
		return span
	}
	first := &blocks[next]
	span.End = first.Span.End
	if q := first.Quote; q != lint.None && r.doc.Quotations[q].Span.Start >= at.End {
		span.End = max(span.End, r.doc.Quotations[q].Span.End)
	}
	if (first.Kind == lint.Item || first.Kind == lint.Cell) && !r.amid(next, first.Kind) {
		for i := next; i < len(blocks) && blocks[i].Kind == first.Kind; i++ {
			span.End = max(span.End, blocks[i].Span.End)
		}
	}
	return span
}

// amid reports whether the block before i is of the same kind: the comment then
// stands between two items and means the second alone.
func (r *reader) amid(i int, kind lint.BlockKind) bool {
	return i > 0 && r.doc.Blocks[i-1].Kind == kind
}
