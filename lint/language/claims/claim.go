package claims

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// Claim is a stretch of the author's text that makes a claim about research or numbers.
type Claim struct {
	Block      int // index into Document.Blocks
	Start, End int // offsets in the block's text
	Kind       Kind
	Cited      bool // it has the source that its kind needs
}

// Kind is the subject of a claim.
type Kind uint8

// The kinds of claims. Kinds after Share are figures.
const (
	none       Kind = iota
	Authority       // unnamed people or research: "experts agree"
	Share           // a share of people: "62 percent of voters"
	Percentage      // any other share: "4.5 percent"
	Effect          // how much something changes something: "cuts costs by 70 percent"
	Sum             // a large sum of money: "$3 million"
	Count           // a count of people or companies: "3,000 families"
	Ratio           // a comparison: "one in five voters", "twice as likely"
	Rank            // a place in a ranking: "ranks third"
	Record          // a superlative with a number: "the lowest rate since 1990"
)

// Figure reports whether a claim of this kind may be well known or based on the author's own
// count.
func (k Kind) Figure() bool { return k > Share }

// Plain reports whether a claim of this kind is a bare percentage, sum or count, which is as often a
// setting, a budget, an example or the author's own measurement as a claim.
func (k Kind) Plain() bool { return k == Percentage || k == Sum || k == Count }

// claims are computed once per document.
var claims = lint.NewFact(find)

// Of returns the claims of a document in order: at most one per sentence, and at most one figure
// per paragraph, with plain ones counted separately. Headings, captions, footnotes and table cells
// are skipped; the source of a cell is usually in another cell.
func Of(d *lint.Document) []Claim { return claims.Of(d) }

func find(d *lint.Document) (found []Claim) {
	prose, keys := language.ProseOf(d), language.WordKeysOf(d)
	v := vocabularies.Of(d.Language)
	evidence := citations{doc: d, prose: prose, words: v}
	sentence := 0
	withFigure, withPlain := lint.None, lint.None // the last block with a figure, and with a plain one
	leads := leads{v: v, prose: prose, keys: keys, word: lint.None, figures: prose.Figures}
	for at := leads.next(0); at < len(keys); at = leads.next(at + 1) {
		for int(prose.Sentences[sentence].To) <= at {
			sentence++
		}
		s := &prose.Sentences[sentence]
		first := at - int(s.From)
		at = int(s.To) - 1 // the sentence is read as a whole
		i, block := int(s.Block), &d.Blocks[s.Block]
		if !block.Prose() || block.Kind == lint.Heading || block.Kind == lint.Caption || block.Kind == lint.Cell || block.Footnote {
			continue
		}
		p := passage{block.Text.String(), prose.Words[s.From:s.To], keys[s.From:s.To], v}
		c := firstClaim(&p, first, withFigure != i)
		if c.Kind == none || c.Kind.Plain() && withPlain == i {
			continue
		}
		if c.Kind.Plain() {
			withPlain = i
		} else if c.Kind.Figure() {
			withFigure = i
		}
		c.Block = i
		c.Cited = evidence.cited(s, c)
		found = append(found, c)
	}
	return found
}

// In returns the first claim of a sentence, wherever the sentence is, ignoring figures; ok is
// false if there is none. It does not check for a source.
func In(d *lint.Document, s *language.Sentence) (c Claim, ok bool) {
	v := vocabularies.Of(d.Language)
	p := passage{d.Blocks[s.Block].Text.String(), language.ProseOf(d).Words[s.From:s.To], language.WordKeysOf(d)[s.From:s.To], v}
	for k := range p.words {
		if v.leading(&p.words[k], p.keys[k]) {
			c = firstClaim(&p, k, false)
			break
		}
	}
	c.Block = int(s.Block)
	return c, c.Kind != none
}

// firstClaim returns the first claim of a sentence, or none; from is the index of its first leading
// word. If figures count, the first figure that needs a source is returned when there is no other
// claim.
func firstClaim(p *passage, from int, figures bool) (figure Claim) {
	for k := from; k < len(p.words); k++ {
		if k > from && !p.leading(&p.words[k], p.keys[k]) {
			continue
		}
		if c := claimAt(p, k); c.Kind != none && (c.Kind == Authority || !isSupposed(p, c)) {
			return wholeClaim(p, c)
		}
		if !figures || figure.Kind != none && !figure.Kind.Plain() {
			continue
		}
		if c := figureAt(p, k); c.Kind != none && (figure.Kind == none || !c.Kind.Plain()) && !isSupposed(p, c) {
			figure = c
		}
	}
	return wholeClaim(p, figure)
}

// wholeClaim returns a claim that begins at the lower end of its range: "30-40% of users" and
// "15% – 30% of users" are claims about both numbers. Where there are spaces around the dash,
// the lower number needs a percent sign, as "in 2019 – 62% of users" is not a range.
func wholeClaim(p *passage, c Claim) Claim {
	if c.Kind == none || c.Kind == Authority {
		return c
	}
	before := strings.TrimRightFunc(p.text[:c.Start], isGap)
	lower := strings.TrimRight(before, "-–")
	if lower == before {
		return c
	}
	lower = strings.TrimRightFunc(lower, isGap)
	bare := strings.TrimSuffix(lower, "%")
	if len(before) < c.Start && bare == lower {
		return c
	}
	number := strings.TrimLeft(bare[len(strings.TrimRight(bare, "0123456789.,")):], ".,")
	if number != "" {
		c.Start = len(bare) - len(number)
	}
	return c
}

// claimAt returns the claim that the leading word k begins or is the center of, ignoring figures.
func claimAt(p *passage, k int) Claim {
	switch {
	case p.words[k].Shape&language.Figure != 0:
		return shareAt(p, k)
	case p.is(k, p.according):
		if n := vagueSource(p, k+2); n > 0 {
			return claimFrom(p, k, k+1+n, Authority)
		}
	default:
		if n := authorityAt(p, k); n > 0 {
			return claimFrom(p, k, k+n, Authority)
		}
	}
	return Claim{}
}

// claimFrom returns a claim that extends from word k to word last.
func claimFrom(p *passage, k, last int, kind Kind) Claim {
	return Claim{Start: int(p.words[k].Start), End: int(p.words[last].End), Kind: kind}
}
