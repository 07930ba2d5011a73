package pairing

import (
	"slices"
	"sort"

	"github.com/copychief/copychief/lint"
)

// markGlyph counts a mark or apostrophe in the author's text and returns the index of its glyph, or
// lint.None. Text after an unclosed backtick may be code without its end, in which no mark may be
// changed.
func markGlyph(s *scanner, start, end int, left, curly bool) int {
	if !s.own || s.raw {
		return lint.None
	}
	double := true
	switch s.text[start:end] {
	case "'", "‘", "’":
		double = false
	}
	return addGlyph(s, start, end, !curly, left, double)
}

func addGlyph(s *scanner, start, end int, straight, left, double bool) int {
	g := Glyph{Block: s.index, Start: start, End: end, Straight: straight}
	switch {
	case straight && double && left:
		g.Other = "“"
	case straight && double:
		g.Other = "”"
	case straight && left:
		g.Other = "‘"
	case straight:
		g.Other = "’"
	case s.text[start:end] == "„" || s.text[start:end] == "‚":
		// No straight counterpart: languages that open with a low mark do not use straight ones.
	case double:
		g.Other = "\""
	default:
		g.Other = "'"
	}
	if straight {
		s.out.Straights++
	} else {
		s.out.Curled++
	}
	s.out.Glyphs = append(s.out.Glyphs, g)
	return len(s.out.Glyphs) - 1
}

// addApostrophe turns a straight single mark that was read as an opening mark into an apostrophe.
func addApostrophe(s *scanner, o openMark) {
	if o.glyph != lint.None {
		s.out.Glyphs[o.glyph].Other = "’"
	}
}

// forgetGlyph removes the glyphs of its block after two unclosed backticks: they may be in code.
func forgetGlyph(s *scanner, o openMark) {
	all := s.out.Glyphs // in text order
	from := sort.Search(len(all), func(i int) bool {
		return all[i].Block > o.block || all[i].Block == o.block && all[i].Start > o.start
	})
	to := from
	for ; to < len(all) && all[to].Block == o.block; to++ {
		if all[to].Straight {
			s.out.Straights--
		} else {
			s.out.Curled--
		}
	}
	s.out.Glyphs = slices.Delete(all, from, to)
}
