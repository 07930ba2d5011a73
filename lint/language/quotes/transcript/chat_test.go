package transcript

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestLogsOfChatsAreTranscripts(t *testing.T) {
	lines := func(a, b string) string {
		return "# Log\n\n" + strings.Repeat(a+" is it back?  \n"+b+" since six  \n", 5)
	}
	paragraphs := strings.Repeat("<p>The ferry is back, and it left at six.</p>\n<b>It was late.</b>\n", 8)
	for _, c := range []struct {
		name, content string
		want          bool
	}{
		{"a.md", lines(`**\<ane>**`, `**\<bo>**`), true},
		{"a.md", lines(`\<ane\>`, `&lt;bo&gt;`), true},
		{"a.md", lines(`**\<ane\_h>**`, `**\<bo\_\[m\]\>**`), true},
		{"a.md", lines("10:02 ane:", "10:03 bo:"), true},
		{"a.md", lines("[10:02:11] <ane>", "[10:02:12] <bo>"), true},
		{"a.md", lines("- [10:02] ane:", "- [10:02] bo:"), true},
		{"a.md", lines(`**\<ane>**`, `**\<ane>**`), false}, // nobody answers
		{"a.md", lines("10:02 Uhr:", "10:03 Uhr:"), false}, // one word, a timetable
		{"a.md", lines("At 10:02,", "Then"), false},        // prose
		{"a.md", "# How to sort\n\n## Transcript\n\nSo we we say that it is less.\n", true},
		{"a.md", "# How to sort\n\nA long introduction to what we say here.\n\n## Transcript\n\nIt is.\n\n## More\n\nMuch more text follows here.\n", false},
		{"a.html", "<html><body><h1>Back</h1>\n" + paragraphs + "</body></html>", false},
	} {
		d := parse.Parse(c.name, []byte(c.content), parse.Options{})
		if got := Is(d); got != c.want {
			t.Errorf("%s %.40q: got %v", c.name, c.content, got)
		}
	}
}
