package house_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// A rule finds in the place that it names what it looks for, whether or not other rules look elsewhere:
// each kind that looks at texts is tried alone in each place.
func TestEachRuleAloneLooksInItsPlace(t *testing.T) {
	kinds := map[string]string{
		"phrases":  "phrases: [kiosk]",
		"replace":  "replace: {kiosk: stall}",
		"spelling": "spelling: [Kiosk]",
		"one-of":   "one-of: [kiosk, booth]",
		"glossary": "glossary: style/terms.csv",
		"pattern":  "pattern: 'kiosk'",
		"capitals": "capitals: upper",
	}
	const words = "booth, booth and kiosk"
	places := map[string]string{
		"headline":         "# A X here",
		"title":            "---\ntitle: A X\n---\n\nText.",
		"description":      "---\ndescription: A X\n---\n\nText.",
		"headings":         "# A\n\n## A X\n",
		"h3":               "# A\n\n### A X\n",
		"prose":            "A X.",
		"introduction":     "A X.\n\n## B\n\nText.",
		"last-paragraph":   "Text.\n\nA X.",
		"quotations":       "“We saw a X,” said Ann Lee.",
		"link-texts":       "See [a X](https://example.org).",
		"block-quotes":     "> We saw a X.",
		"alt":              "Text. ![A X](a.png)",
		"captions":         "<figure><img src=\"a.png\" alt=\"\"><figcaption>A X</figcaption></figure>",
		"lists":            "- A X",
		"tables":           "| a |\n|---|\n| A X |",
		"body":             "A X.",
		"everywhere":       "A X.",
		"field deck":       "---\ndeck: A X\n---\n\nText.",
		"body in a quote":  "“We saw a X,” said Ann Lee.",
		"quoted in a list": "- “We saw a X,” said Ann Lee.",
		"link in a list":   "- See [a X](https://example.org).",
		"link in a header": "## See [a X](https://example.org)",
	}
	named := map[string]string{
		"body in a quote": "body", "quoted in a list": "quotations", "link in a list": "link-texts", "link in a header": "link-texts",
	}
	files := fstest.MapFS{"style/terms.csv": {Data: []byte("right,wrong\nstall,kiosk\n")}}
	for kind, declared := range kinds {
		for place, draft := range places {
			in := place
			if other, ok := named[place]; ok {
				in = other
			}
			content := fmt.Sprintf("house:\n  a:\n    %s\n    in: [%s]\n", declared, in)
			draft = strings.ReplaceAll(draft, "X", words)
			got := check(t, content, files, []txtar.File{{Name: "a.md", Data: []byte(draft)}})
			if !strings.Contains(got, " warning a: ") {
				t.Errorf("%s in %s finds nothing:\n%s\n%s", kind, place, draft, got)
			}
		}
	}
}
