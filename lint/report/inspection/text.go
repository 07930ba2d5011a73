package inspection

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// longestText is the maximum size in bytes of a draft whose text is shown.
const longestText = 300 << 10

// TextOf returns the text of a document, as readers see it, with the places of its findings. A place
// that is in several findings is in the one that is about the fewest words.
func TextOf(d *lint.Document, findings []*engine.Finding) (all []report.SheetBlock) {
	if len(d.Source.Bytes) > longestText {
		return nil
	}
	places := placesOf(findings)
	image := 0
	before := func(offset int) {
		for ; image < len(d.Images) && d.Images[image].Span.Start < offset; image++ {
			if x := &d.Images[image]; x.Block == lint.None {
				all = append(all, report.SheetBlock{Kind: lint.Paragraph, Pieces: []report.SheetPiece{{Text: pictured(x), Picture: true, Finding: around(places, x.Span)}}})
			}
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		before(b.Span.Start)
		if pieces := piecesOf(d, b, places); len(pieces) > 0 {
			all = append(all, report.SheetBlock{Kind: b.Kind, Level: b.Level, Quoted: b.Quote != lint.None, Pieces: pieces})
		}
	}
	before(len(d.Source.Bytes) + 1)
	return all
}

// found is the place of a finding.
type found struct {
	lint.Span
	finding *engine.Finding
}

// placesOf returns the places of findings about words, those about the fewest first.
func placesOf(findings []*engine.Finding) (all []found) {
	for _, f := range findings {
		if !f.About.Empty() {
			continue
		}
		all = append(all, found{f.Span, f})
		for i := range f.Related {
			if r := &f.Related[i]; f.Together != "" && r.Path == f.Path {
				all = append(all, found{r.Span, f})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.Len(), b.Len()) })
	return all
}

// around returns the finding whose place is in a span, or contains it; nil if there is none.
func around(places []found, span lint.Span) *engine.Finding {
	for _, p := range places {
		if p.Start < span.End && span.Start < p.End {
			return p.finding
		}
	}
	return nil
}

// piecesOf divides the text of a block where the places of findings and pictures begin and end.
func piecesOf(d *lint.Document, b *lint.Block, places []found) (all []report.SheetPiece) {
	text := b.Text.String()
	owners, cuts := make([]found, 0, 4), []int{0, len(text)}
	for _, p := range places {
		if p.Start >= b.Span.End || p.End <= b.Span.Start {
			continue
		}
		if from, to := b.Text.At(p.Start), b.Text.At(p.End); from < to {
			owners, cuts = append(owners, found{lint.Span{Start: from, End: to}, p.finding}), append(cuts, from, to)
		}
	}
	pictures := map[int]*lint.Image{} // by offset in the text
	for _, m := range b.Marks {
		if m.Kind == lint.MarkObject && m.Index != lint.None {
			pictures[m.Start], cuts = &d.Images[m.Index], append(cuts, m.Start, m.End)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := 1; i < len(cuts); i++ {
		span := lint.Span{Start: cuts[i-1], End: cuts[i]}
		piece := report.SheetPiece{Text: shownText(text[span.Start:span.End], b.Kind), Finding: around(owners, span)}
		if picture := pictures[span.Start]; picture != nil {
			piece = report.SheetPiece{Text: pictured(picture), Picture: true, Finding: around(places, picture.Span)}
		}
		if last := len(all) - 1; last >= 0 && all[last].Finding == piece.Finding && !all[last].Picture && !piece.Picture {
			all[last].Text += piece.Text
		} else if piece.Text != "" {
			all = append(all, piece)
		}
	}
	return all
}

// shownText returns a copy of a text without the signs of objects, on one line unless it is code.
func shownText(text string, kind lint.BlockKind) string {
	text = strings.ReplaceAll(text, string(lint.Object), "")
	if kind != lint.Code {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r", ""), "\n", " ") // a Replacer takes longer to make than to run
	}
	return strings.Clone(text)
}

// pictured returns the text that represents an image: its alternative, otherwise its file name.
func pictured(x *lint.Image) string {
	if alt := x.Alt.Plain(); alt != "" {
		return strings.Clone(alt)
	}
	target := x.Target.Plain()
	return strings.Clone(lint.Clip(longestName, target[strings.LastIndexByte(target, '/')+1:]))
}

const longestName = 60 // characters
