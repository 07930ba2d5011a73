package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

// hostile returns inputs of a few hundred kilobytes that take goldmark alone seconds,
// minutes or gigabytes.
func hostile() map[string]string {
	nested := func(depth int) string {
		var s strings.Builder
		for i := range depth {
			s.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return s.String()
	}
	table := func(n int) string {
		return strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n" + strings.Repeat("|b|\n", n)
	}
	var notes strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&notes, "[^%d]: note\n", i)
	}
	for i := range 20_000 {
		fmt.Fprintf(&notes, "[^%d] ", i)
	}
	var ticks strings.Builder
	for i := 1; i <= 2000; i++ {
		ticks.WriteString("e" + strings.Repeat("`", i))
	}
	return map[string]string{
		"padded table":       table(4000),
		"link in link":       strings.Repeat("[a](b", 20_000),
		"emphasis":           strings.Repeat("*a_ ", 20_000),
		"pointed link":       strings.Repeat("[a](<b", 20_000),
		"empty link":         strings.Repeat("[](", 20_000),
		"quotations":         strings.Repeat("> ", 20_000) + "a",
		"backticks":          ticks.String(),
		"footnotes":          notes.String(),
		"deep list":          nested(1400),
		"strikes":            strings.Repeat("~a *b _c", 20_000),
		"escaped bars":       "|a|b|\n|-|-|\n" + strings.Repeat("|`\\|`|`\\|`|\n", 10_000),
		"one-line list":      strings.Repeat("- ", 20_000) + "a",
		"nested notes":       strings.Repeat("[^a]: ", 20_000) + "a",
		"definitions":        strings.Repeat("[a]: b\n", 30_000),
		"nested brackets":    strings.Repeat("[", 50_000) + "a" + strings.Repeat("]", 50_000),
		"unmade definitions": strings.Repeat("[a]: ", 100_000),
		"unclosed reference": strings.Repeat("[a][b", 20_000),
	}
}

// harmless returns inputs that resemble those of hostile and are read in full.
func harmless() map[string]string {
	return map[string]string{
		"opening brackets":   strings.Repeat("[", 50_000),
		"nested images":      strings.Repeat("![", 20_000) + "a" + strings.Repeat("](b)", 20_000),
		"closing brackets":   strings.Repeat("]", 50_000),
		"stars":              strings.Repeat("*", 50_000),
		"stars and letters":  strings.Repeat("a**b", 1000) + "c",
		"declarations":       strings.Repeat("<!A ", 50_000),
		"instructions":       strings.Repeat("<?", 50_000),
		"sections":           strings.Repeat("<![CDATA[", 30_000),
		"comments":           strings.Repeat("a <!-- ", 50_000),
		"braces":             strings.Repeat("{{", 100_000),
		"statements":         strings.Repeat("{% raw %}", 30_000),
		"notes":              strings.Repeat("{# ", 60_000),
		"unclosed strings":   strings.Repeat(`{{ "`, 60_000) + "}}",
		"underscores":        strings.Repeat("a_", 50_000),
		"autolinks":          strings.Repeat("<a@", 50_000),
		"addresses":          strings.Repeat("(http://a.b/", 20_000),
		"entities":           strings.Repeat("&", 100_000),
		"hard breaks":        strings.Repeat("a\\\n", 50_000),
		"headings":           strings.Repeat("# a\n", 20_000),
		"tags":               strings.Repeat("<a b=\"", 5_000),
		"many links":         strings.Repeat("[a](b) ", 20_000),
		"definition lists":   strings.Repeat("a\n: b\n", 20_000),
		"blank quotations":   strings.Repeat(">\n", 50_000),
		"attribute headings": strings.Repeat("# a {#b", 10_000) + "\n" + strings.Repeat("# a {", 10_000),
	}
}

func TestHostileInputIsReportedAndNotParsed(t *testing.T) {
	for name, draft := range hostile() {
		t.Run(name, func(t *testing.T) {
			doc := parse.As("draft.md", []byte(draft), lint.Markdown, parse.Options{})
			parsetest.Check(t, doc)
			for _, p := range doc.Problems {
				if p.Unchecked {
					return
				}
			}
			t.Errorf("nothing says that a limit was hit: %v", doc.Problems)
		})
	}
}

func TestInputThatOnlyLooksHostileIsRead(t *testing.T) {
	for name, draft := range harmless() {
		t.Run(name, func(t *testing.T) {
			parsetest.Check(t, parse.As("draft.md", []byte(draft), lint.Markdown, parse.Options{}))
			parsetest.Check(t, parse.As("draft.mdx", []byte(draft), lint.Markdown, parse.Options{}))
		})
	}
}

func TestLimitsSpareLargeHonestDrafts(t *testing.T) {
	for name, draft := range map[string]string{
		"links in one paragraph":  strings.Repeat("[a paper](https://a.example/b) and ", 5000),
		"brackets in one":         strings.Repeat("see [1] and [2](x) ", 2000),
		"emphasis in one":         strings.Repeat("*one* and **two** ", 700),
		"a long table":            "|a|b|c|\n|-|-|-|\n" + strings.Repeat("|d|\n", 20_000),
		"quotations nine deep":    strings.Repeat("> ", 9) + "a\n",
		"a glossary of footnotes": strings.Repeat("word[^1] ", 1000) + "\n\n[^1]: note\n",
	} {
		doc := parse.As("draft.md", []byte(draft), lint.Markdown, parse.Options{})
		for _, p := range doc.Problems {
			t.Errorf("%s: %s", name, p.Message)
		}
	}
}
