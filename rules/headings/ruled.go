package headings

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// longestUnderlined is the maximum length in code points of an underlined sentence that may be a
// heading.
const longestUnderlined = 80

// ruledInto returns the line of hyphens that makes a paragraph the heading b of Markdown: a rule was
// meant, without a blank line above it. A sentence that long that ends in a mark is not a heading.
func ruledInto(d *lint.Document, b *lint.Block) (rule lint.Span, ok bool) {
	text := strings.TrimSpace(b.Text.String())
	if b.Level != 2 || utf8.RuneCountInString(text) <= longestUnderlined {
		return rule, false
	}
	if last, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(".!?:…。！？", last) {
		return rule, false
	}
	source := d.Source.Slice(b.Span)
	from := strings.LastIndexByte(strings.TrimRight(source, " \t\r\n"), '\n') + 1
	line := strings.TrimSpace(source[from:])
	if from == 0 || line == "" || strings.Trim(line, "-") != "" {
		return rule, false
	}
	from += strings.IndexByte(source[from:], '-')
	return lint.Span{Start: b.Span.Start + from, End: b.Span.Start + from + len(line)}, true
}
