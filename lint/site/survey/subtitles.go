package survey

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
)

// fewestHeaded is the minimum number of sampled drafts with an H1 for concluding how the site uses
// the H2 below it.
const fewestHeaded = 8

// findSubtitles finds out whether most drafts of the site begin with an H1 and an H2 right below it,
// and have no other H2: it is a subtitle, and sections begin with H3s.
func findSubtitles(site *generator.Instance, samples []sample) {
	headed, subtitled := 0, 0
	for i := range samples {
		s := &samples[i]
		if !s.doc.Format.Can(lint.MarksHeadings) {
			continue
		}
		first, rest := firstLine(s.head[min(s.doc.Meta.Span.End, len(s.head)):])
		if !bytes.HasPrefix(first, []byte("# ")) {
			continue
		}
		headed++
		if second, below := firstLine(rest); bytes.HasPrefix(second, []byte("## ")) && !bytes.Contains(below, []byte("\n## ")) {
			subtitled++
		}
	}
	site.Subtitled = headed >= fewestHeaded && 3*headed <= 5*subtitled
}

// firstLine returns the first line of a text that is not blank, and what follows it.
func firstLine(text []byte) (line, rest []byte) {
	text = bytes.TrimLeft(text, " \t\r\n")
	end := bytes.IndexByte(text, '\n')
	if end < 0 {
		return text, nil
	}
	return text[:end], text[end:]
}
