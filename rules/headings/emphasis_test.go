package headings

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// TestOneLineInBoldIsAHeadingInAWordFile checks a single line, which in Markdown is more often a label.
func TestOneLineInBoldIsAHeadingInAWordFile(t *testing.T) {
	const draft = "The harbour is old, and the town has had enough of the mud that the river brings to it.\n\n" +
		"**What the town wants**\n\nIt wants a dredger that works in winter as well, and somebody who pays for the fuel that it burns.\n"
	for format, want := range map[lint.Format]int{lint.Markdown: 0, lint.Word: 1, lint.Notebook: 0} {
		doc, n := parse.Parse("a.md", []byte(draft), parse.Options{}), 0
		doc.Format = format
		Emphasis.New().Check(lint.NewPass(doc, nil, func(lint.Finding) { n++ }, nil))
		if n != want {
			t.Errorf("%s: %d findings, want %d", format, n, want)
		}
	}
}
