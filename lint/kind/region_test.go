package kind

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

func TestRegions(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"<!-- CREW-LIST:START - Do not remove or modify this section -->\n\nAne\n\n<!-- CREW-LIST:END -->\n", "Ane"},
		{"<!-- BEGIN_TF_DOCS -->\nAne\n<!-- END_TF_DOCS -->\n", "Ane"},
		{"<!-- START doctoc generated TOC please keep comment here to allow auto update -->\n\nAne\n\n<!-- END doctoc generated TOC please keep comment here to allow auto update -->\n", "Ane"},
		{"<!-- AUTO-GENERATED-CONTENT:START (TOC) -->\nAne\n<!-- AUTO-GENERATED-CONTENT:END -->\n", "Ane"},
		{"<!-- toc -->\n\nAne\n\n<!-- tocstop -->\n", "Ane"},
		{"<!-- TOC depthFrom:2 -->\n\nAne\n\n<!-- /TOC -->\n", "Ane"},
		{"Text.\n\n[//]: # (begin generated)\n\nAne\n\n[//]: # (end generated)\n\nText.\n", "Ane"},
		{"Text.\n\n<!-- Do not edit below this line -->\n\nAne\n", "Ane"},
		{"<!-- Do not remove the divider below. -->\n\nText.\n", ""},
		{"<!-- spelling ignore:start -->\n\nText.\n\n<!-- spelling ignore:end -->\n", ""},
		{"<!-- toc -->\n\nText.\n\n<!-- the end -->\n", ""},
		{"<!-- generated with a pen -->\n\nText.\n", ""},
	} {
		doc := parse.Parse("a.md", []byte(c.content), parse.Options{})
		got := ""
		for _, span := range Regions(doc) {
			for i := range doc.Blocks {
				if b := &doc.Blocks[i]; span.Start <= b.Span.Start && b.Span.End <= span.End {
					got += b.Text.Plain()
				}
			}
		}
		if got != c.want {
			t.Errorf("%q: region has %q, want %q", c.content, got, c.want)
		}
	}
	const page = "---\ntitle: Ferry\n---\n\n<!-- AUTO-GENERATED-CONTENT:START (TOC) -->\n<!-- AUTO-GENERATED-CONTENT:END -->\n\nIt sails.\n"
	if got := Of(nil, "a.md", parse.Parse("a.md", []byte(page), parse.Options{})); got == lint.KindGenerated {
		t.Errorf("%s is %s", strings.TrimSpace(page), got)
	}
}
