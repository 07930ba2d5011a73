package frontmatter

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
)

// twoReadings parses a YAML block with the fast reader and with the library, and
// returns the results of both.
func twoReadings(src []byte) (quick, slow string, ok bool) {
	read := func(how func(*collector)) string {
		doc := &lint.Document{Source: lint.NewSource("a.md", src)}
		how(&collector{doc: doc, src: src, limits: quota.Limits{}.OrDefault()})
		return parsetest.DumpMeta(doc) + fmt.Sprint(doc.Problems)
	}
	quick = read(func(c *collector) { ok = readSimpleYAML(c, 0, len(src)) })
	slow = read(func(c *collector) { readAnyYAML(c, 0, len(src)) })
	return quick, slow, ok
}

var simpleBlocks = []string{
	"title: Budget passes\ndate: 2024-05-01\n",
	"a: b # c\n# d\n\ne: f#g\nh:\n",
	"a: \"b \\\"c\\\" \\\\\"\nb: 'it''s' # d\nc: ''\n",
	"tags:\n- a b\n- \"c\"\n\n# x\n- d\nnext: e\n",
	"tags:\n  - a\n  - b\nlast: null\n",
	"tags: [a, \"b c\", 'd' ]\nnone: []\nx: [ a ]  # c\n",
	"a: http://example.org/x?y=z#q\r\nb: ü “x”\r\n",
	"t: a\nt: b\n",
	"a: b  c \n  d\n e # f\n\n# g\nh: null\r\n  i\r\n",
	"t: Null\nlist: [null]\n",
	"a: \"b\nc  \n\n  d\"\ne: 'f\n  g'\n",
	"a: >\n  b  \n  c\n\n\n  d\n\nb: |-\n one\n  two\n\n three\nc: |+ \r\n  x\r\n\r\n",
}

func TestSimpleYAMLReadsAsTheLibraryDoes(t *testing.T) {
	for _, block := range simpleBlocks {
		quick, slow, ok := twoReadings([]byte(block))
		if !ok {
			t.Errorf("%q was left to the library", block)
		} else if quick != slow {
			t.Errorf("%q: got\n%s\nthe library has\n%s", block, quick, slow)
		}
	}
}

func TestSimpleYAMLLeavesTheRestToTheLibrary(t *testing.T) {
	for _, block := range []string{
		"a: b: c\n", "a: |\n b\n  c\n   \n  d\n", "a: >\n  b\n c\n", "a: |2\n  b\n", "a: >\n  b\n   c\n", "a: \"b\n--- c\"\n", "a: b\n\n  c\n", "a: b\n  c: d\n", "a: b\n  - c\n", "a: b # c\n  d\n", "a: b\n  # c\n  d\n", "a:\n  b: c\n", "a: *b\n", "a: &b c\n", "a: {b: c}\n", "a: [b, [c]]\n",
		"a: \"\\x41\"\n", "a:\n- b\n  c\n", "a:\n- b: c\n", "a:\n- b\n - c\n", "a:\tb\n", "a: @b\n", "- a\n", "a: b\n- c\n", "a b: c\n", "a: [b\n]\n", "a: [b:c]\n",
	} {
		if quick, _, ok := twoReadings([]byte(block)); ok {
			t.Errorf("%q was read: %s", block, quick)
		}
	}
}

func TestSimpleYAMLAgreesOnRealFrontMatter(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		blocks, read := 0, 0
		for _, d := range list {
			from := scan.NextLine(d.Content, 0)
			to, _ := closing(d.Content, from, "---")
			if string(bytes.TrimSpace(d.Content[:from])) != "---" || to < 0 {
				continue
			}
			blocks++
			quick, slow, ok := twoReadings(d.Content[from:to])
			if !ok {
				continue
			}
			if read++; quick != slow {
				t.Errorf("%s: got\n%s\nthe library has\n%s", d.Name, quick, slow)
			}
		}
		least := 7 // of ten; the drafts were written to be difficult
		if len(list) > 100 {
			least = 9
		}
		if t.Logf("%d of %d were simple", read, blocks); blocks < 10 || read*10 < blocks*least {
			t.Errorf("only %d of %d were simple", read, blocks)
		}
	})
}

func FuzzSimpleYAML(f *testing.F) {
	for _, s := range simpleBlocks {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		text := bytes.Clone(src)
		scan.ReplaceInvalid(text)
		if to, _ := closing(text, 0, "---"); to >= 0 {
			text = text[:to]
		}
		if quick, slow, ok := twoReadings(text); ok && quick != slow {
			t.Errorf("got\n%s\nthe library has\n%s", quick, slow)
		}
	})
}
