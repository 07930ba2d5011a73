package collate

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// FuzzCompare compares any quotation, in two pieces, with any source.
func FuzzCompare(f *testing.F) {
	for _, c := range cases {
		f.Add(interview, c.quotation, "", false)
	}
	f.Add(statement, "[W]e … the", "[[a]b", true)
	f.Add("a a a a b a", "a a … a [b] a", "a", true)
	f.Fuzz(func(t *testing.T, source, first, second string, cleaned bool) {
		doc := parse.As("a.md", []byte(source), lint.Markdown, parse.Options{})
		lib := NewLibrary([]*lint.Document{doc, doc})
		for _, r := range lib.Compare(cleaned, first, second) {
			check(t, &r)
		}
		for i := range doc.Blocks {
			text := doc.Blocks[i].Text.String()
			r := lib.Compare(cleaned, text)[0]
			if check(t, &r); doc.Blocks[i].Kind != lint.Code && plainWords(text) && !r.Verdict.Sound() && r.Verdict != TooShort {
				t.Errorf("a text is not the same as itself: %v %v\n%q", r.Verdict, r.Differences, text)
			}
		}
	})
}

// plainWords reports whether a text has no brackets or ellipses: in a quotation these
// say that it is not what was said.
func plainWords(text string) bool {
	for i, r := range text {
		if r == '[' || r == ']' || r == '(' || dots(text[i:]) > 0 {
			return false
		}
	}
	return true
}

func check(t *testing.T, r *Result) {
	t.Helper()
	if (r.Verdict == Altered) != (len(r.Differences) > 0) {
		t.Errorf("%v with differences %v", r.Verdict, r.Differences)
	}
	if r.Verdict == Edited && len(r.Changes) == 0 {
		t.Error("edited without a change")
	}
	if r.Doc != nil && (r.Span.Start < 0 || r.Span.End < r.Span.Start || r.Span.End > len(r.Doc.Source.Bytes)) {
		t.Errorf("the passage leaves its source: %v", r.Span)
	}
	for _, d := range r.Differences {
		if d.String() == "" {
			t.Error("a difference says nothing")
		}
	}
}
