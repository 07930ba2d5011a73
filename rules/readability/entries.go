package readability

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// isEntries reports whether the lines of a block are entries rather than running text: the terms of a word
// list or the works of a bibliography, one a line. Nearly none of its lines ends with a mark. They have few
// words, or few of them begin in lower case and few are as long as they could be, as those of text that an
// editor wraps are. The trade-off: the lines of a poem without marks are entries as well.
func isEntries(d *lint.Document, b *lint.Block) bool {
	const (
		fewest = 4 // lines
		rarest = 8 // lines to one that ends with a mark, at least
		term   = 3 // words of a term, on average
		small  = 4 // lines to one that begins in lower case, at least
	)
	text := b.Text.String()
	if strings.Count(text, "\n") < fewest-1 {
		text = d.Source.Slice(b.Text.All())
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) < fewest {
		return false
	}
	marked, words, lower := 0, 0, 0
	lengths := make([]int, len(lines))
	for i, line := range lines {
		lines[i] = strings.Trim(line, " \t\r\\*_")
		lengths[i] = utf8.RuneCountInString(lines[i])
		words += 1 + strings.Count(lines[i], " ")
		if first, _ := utf8.DecodeRuneInString(lines[i]); unicode.IsLower(first) {
			lower++
		}
		if endsInMark(lines[i]) {
			marked++
		}
	}
	if marked*rarest > len(lines) || words > term*len(lines) && lower*small > len(lines) {
		return false
	}
	sorted := slices.Sorted(slices.Values(lengths))
	widest := sorted[len(sorted)*9/10] // addresses make single lines longer
	return words <= term*len(lines) || 2*filled(lines, lengths, widest) < len(lines)
}

// filled counts the lines to which the first word of the next one cannot be added without making them
// longer than a limit.
func filled(lines []string, lengths []int, most int) int {
	n := 0
	for i := range len(lines) - 1 {
		word, _, _ := strings.Cut(lines[i+1], " ")
		if lengths[i]+1+utf8.RuneCountInString(word) > most {
			n++
		}
	}
	return n
}

// endsInMark reports whether a line ends with a mark after which a sentence ends or goes on.
func endsInMark(line string) bool {
	line = strings.TrimRight(line, "\"”’»)]*_ ")
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…,;:–—-。！？，；：、", last)
}
