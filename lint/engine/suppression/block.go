package suppression

import "github.com/copychief/copychief/lint"

// block returns where a copychief-ignore comment applies: the block that contains it, or
// everything from the comment to the end of the next block. A table, list or block
// quotation after the comment counts as one block, as writers expect.
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
	if (first.Kind == lint.Item || first.Kind == lint.Cell) && !r.between(next, first.Kind) {
		for i := next; i < len(blocks) && blocks[i].Kind == first.Kind; i++ {
			span.End = max(span.End, blocks[i].Span.End)
		}
	}
	return span
}

// between reports whether the block before i is of the same kind: the comment is then
// between two items and applies only to the second.
func (r *reader) between(i int, kind lint.BlockKind) bool {
	return i > 0 && r.doc.Blocks[i-1].Kind == kind
}
