package language

import "github.com/copychief/copychief/lint/language/token"

// SentenceEnds returns the offsets in a short text at which its sentences end, including the last,
// by the rules of [ProseOf]. It is for text that the document's sentences do not divide, such as
// speech inside an author's sentence.
func SentenceEnds(text, language string) []int {
	p := &Prose{}
	for at := 0; ; {
		start, end, ok := token.Next(text, at)
		if !ok {
			break
		}
		p.gaps = append(p.gaps, int32(len(p.Words)))
		p.Words = append(p.Words, Word{Start: int32(start), End: int32(end)})
		at = end
	}
	x := newSplitter(language)
	x.block(p, 0, 0, text, speechBlock{})
	ends := make([]int, len(p.Sentences))
	for i := range p.Sentences {
		ends[i] = int(p.Sentences[i].End)
	}
	return ends
}
