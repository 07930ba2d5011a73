package layout

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/reporttest"
)

func TestMarksAreBelowTheWords(t *testing.T) {
	for _, c := range []struct{ line, words, shown, marks string }{
		{"plain words here", "words", "plain words here", "      ^^^^^"},
		{"\ttab and\tmore", "more", "    tab and more", "            ^^^^"},
		{"東京の船 here", "here", "東京の船 here", "         ^^^^"},
		{"東京の船 here", "の船", "東京の船 here", "    ^^^^"},
		{"cafe\u0301 au lait", "au", "cafe\u0301 au lait", "     ^^"},
		{"a\x1b[1mb end", "end", `a\x1b[1mb end`, "          ^^^"},
		{"a\u202eb end", "end", `a\u202eb end`, "         ^^^"},
	} {
		f := reporttest.At("a.md", "first\n"+c.line, c.words, lint.Finding{})
		if line, marks := Snippet(&f, 60); line != c.shown || marks != c.marks {
			t.Errorf("%q:\n%s\n%s", c.line, line, marks)
		}
	}
}

func TestEmptySpanIsMarkedWithOneSign(t *testing.T) {
	f := reporttest.At("a.md", "some words", "", lint.Finding{})
	if _, marks := Snippet(&f, 60); marks != "^" {
		t.Errorf("at the beginning: %q", marks)
	}
	f.Span = lint.Span{Start: 10, End: 10}
	if _, marks := Snippet(&f, 60); marks != strings.Repeat(" ", 10)+"^" {
		t.Errorf("at the end: %q", marks)
	}
}

func TestLongLineIsCutAroundTheSpan(t *testing.T) {
	for _, pad := range []int{0, 5, 50, 500, 5000, 1 << 20} {
		text := strings.Repeat("x ", pad) + "target" + strings.Repeat(" y", pad)
		f := reporttest.At("a.md", text, "target", lint.Finding{})
		line, marks := Snippet(&f, 60)
		if uniseg.StringWidth(line) > 60 {
			t.Errorf("%d: %d columns", pad, uniseg.StringWidth(line))
		}
		at := strings.Index(marks, "^")
		if at < 0 || string([]rune(line)[at:at+6]) != "target" || strings.Count(marks, "^") != 6 {
			t.Errorf("%d:\n%s\n%s", pad, line, marks)
		}
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("some \u6771\u4eac\twords\x1b here", 5, 9, 40)
	f.Fuzz(func(t *testing.T, text string, start, end, width int) {
		text = strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
		start = min(max(start, 0), len(text))
		end = min(max(end, start), len(text))
		finding := engine.Finding{Lines: []engine.Line{{Number: 1, Text: text, Span: lint.Span{End: len(text)}}}}
		finding.Span = lint.Span{Start: start, End: end}
		width = 20 + width&63
		line, marks := Snippet(&finding, width)
		for _, s := range []string{line, marks} {
			if uniseg.StringWidth(s) > width+1 || !report.Clean(s) {
				t.Fatalf("%q in %d columns", s, width)
			}
		}
	})
}
