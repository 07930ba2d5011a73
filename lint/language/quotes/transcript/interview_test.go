package transcript

import (
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestInterviewsAreOfOtherPeople(t *testing.T) {
	const answers = "## What worries you about the harbour?\n\nI worry about the pier. It is old.\n\n" +
		"## How did it come to that?\n\nNobody paid for it. I had warned the mayor.\n\n" +
		"## What should the town do?\n\nIt should build a new one.\n\n"
	const more = "## Do you still sail?\n\nI do, on Sundays.\n\n## What do you read?\n\nI read what my wife reads.\n\n"
	for _, c := range []struct {
		name, language, content string
		want                    bool
	}{
		{"harbour.md", "en", "# Interview with the harbour master\n\n" + answers, true},
		{"interview-berg.md", "en", "# The pier is old\n\n" + answers, true},
		{"harbour.md", "en", "# The pier is old\n\nWe met Ada Berg for an interview on the quay.\n\n" + answers, true},
		{"harbour.md", "en", "# The pier is old\n\n" + answers, false}, // an essay may ask as much
		{"harbour.md", "en", "# The pier is old\n\n" + answers + more, true},
		{"faq.md", "en", "# Frequent questions\n\n" + answers + more, false},
		{"harbour.md", "en", "# Interview\n\n## What is a pier?\n\nIt is a long bridge.\n\n## What is a quay?\n\nA wall.\n\n## What is a buoy?\n\nIt floats.\n", false},
		{"harbour.md", "en", "# Interview\n\n**What worries you?**\n\nI worry about the pier.\n\n**Why?**\n\nIt is old, I think.\n\n**And now?**\n\nWe wait.\n", true},
		{"hafen.md", "de", "# Interview mit der Hafenmeisterin\n\n## Was macht Ihnen Sorgen?\n\nIch denke an den Kai.\n\n## Warum?\n\nEr ist alt, sage ich.\n\n## Und nun?\n\nWir warten.\n", true},
	} {
		d := parse.Parse(c.name, []byte(c.content), parse.Options{})
		d.Language = c.language
		if got := Is(d); got != c.want {
			t.Errorf("%s %.60q: got %v", c.name, c.content, got)
		}
	}
}
