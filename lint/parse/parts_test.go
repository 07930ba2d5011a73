package parse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/copychief/copychief/lint/parse/quota"
)

func TestADraftOfTooManyPartsIsNotRead(t *testing.T) {
	for name, unit := range map[string]string{
		"headings.md": "#\n", "paragraphs.md": "a\n\n", "links.md": "[a](b)", "quotations.md": "> a\n\n", "cells.md": "|a", "braces.mdx": "{a}",
		"elements.html": "<p>a", "lines.txt": "a\n", "hosts.txt": "www.a ", "returns.md": "a\r", "quotes.txt": "“a” ", "numbers.md": "1. a\n",
	} {
		draft := "---\ntitle: Long\n---\n\n" + strings.Repeat(unit, 1000)
		doc := Parse(name, []byte(draft), Options{Limits: quota.Limits{Parts: 990}})
		if !doc.Unread || len(doc.Blocks)+len(doc.Templates) > 0 || len(doc.Problems) != 1 || !doc.Problems[0].Unchecked {
			t.Errorf("%s: unread %v, %d blocks, problems %v", name, doc.Unread, len(doc.Blocks), doc.Problems)
		}
		parsetest.Check(t, doc)
		if got := doc.Meta.Title().Plain(); got != "Long" && !strings.HasSuffix(name, ".html") {
			t.Errorf("%s: title is %q", name, got)
		}
		if doc := Parse(name, []byte(draft), Options{Limits: quota.Limits{Parts: 4000}}); doc.Unread || len(doc.Problems) > 0 {
			t.Errorf("%s: problems %v below the limit", name, doc.Problems)
		}
	}
}

func TestProseHasFewParts(t *testing.T) {
	prose := strings.Repeat("The town hall stands on the river (built in 1811). Nobody - not even Ann - knows why.\n", 2<<20/87)
	doc := As("a.md", []byte(prose), lint.Markdown, Options{})
	if doc.Unread {
		t.Error(fmt.Sprint(doc.Problems))
	}
}
