package headings

import "github.com/copychief/copychief/lint"

// subtitle returns the index of the H2 right below the H1 of a draft if the site has its subtitles
// there and the draft has no other H2; otherwise None.
func subtitle(p *lint.Pass) int {
	if p.Site == nil || !p.Site.Subtitled {
		return lint.None
	}
	found := lint.None
	for i, b := range p.Doc.Headings() {
		switch {
		case b.Level != 2:
		case found == lint.None && i > 0 && p.Doc.Blocks[i-1].Kind == lint.Heading && p.Doc.Blocks[i-1].Level == 1:
			found = i
		default:
			return lint.None
		}
	}
	return found
}

// lacksSubtitle reports whether an H3 begins the sections of a draft on a site where an H2 is the
// subtitle, which this draft does not have.
func lacksSubtitle(p *lint.Pass, before int, b *lint.Block) bool {
	return p.Site != nil && p.Site.Subtitled && p.Doc.Blocks[before].Level == 1 && b.Level == 3
}
