package html

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/scan"
	"golang.org/x/net/html"
)

var attributeSamples = []string{
	`<a href="x" HREF='y' id = z>`,
	`<img alt src=a/b/ title="it's &amp; &copy= &copy">`,
	`<p =x y=/>`,
	`<br/>`,
	`<a / b/c = d"e'f>`,
	"<a title='two\r\nlines' rel=\"no\x00body\">",
	`<a href=>text`,
	`<a"b c"d="e"f>`,
	`<x-y a=b>`,
	`<a href="&quot;&#x26;lt;" / >`,
}

func TestAttributesHaveTheirPlaces(t *testing.T) {
	for _, s := range attributeSamples {
		compareAttributes(t, s)
	}
	b := build.New(&lint.Document{}, []byte(`<img alt = "Caf&eacute;
	  noir " src='a.png'>`), 0, &build.Memory{})
	a := readAttributes(b, 0, len(b.Src))
	alt := a.text(attrAlt)
	if alt.String() != "Café noir" {
		t.Errorf("alt reads %q", alt)
	}
	if got := string(b.Src[alt.Span(3, 5).Start:alt.Span(3, 5).End]); got != "&eacute;" {
		t.Errorf("é stands at %q", got)
	}
	if got := a.at[attrSrc]; string(b.Src[got.Start:got.End]) != "a.png" {
		t.Errorf("src stands at %v", got)
	}
	if a.present(attrTitle) {
		t.Error("a title that is not there")
	}
}

// FuzzAttributes compares names and values with those of x/net/html's tokenizer.
func FuzzAttributes(f *testing.F) {
	for _, s := range attributeSamples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { compareAttributes(t, s) })
}

func compareAttributes(t *testing.T, s string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(s))
	if kind := z.Next(); kind != html.StartTagToken && kind != html.SelfClosingTagToken {
		return
	}
	end := len(z.Raw())
	want := z.Token().Attr
	b := build.New(&lint.Document{}, []byte(s), 0, &build.Memory{})
	l := newAttributeLexer(b.Src, 0, end)
	seen := map[string]bool{}
	last := 0
	for {
		name, value, ok := l.next()
		if !ok {
			break
		}
		if name.Start < last || name.End > value.Start && !value.Empty() || value.End > end {
			t.Fatalf("%q: name %v, value %v", s, name, value)
		}
		last = name.End
		key := string(scan.AppendLower(nil, b.Src[name.Start:name.End]))
		if seen[key] {
			continue
		}
		seen[key] = true
		if len(want) == 0 {
			t.Fatalf("%q: attribute %q too many", s, key)
		}
		got := readValue(b, value, valueOptions{rules: InAttribute}).String()
		if clean := strings.ReplaceAll; clean(key, "\x00", "\ufffd") != want[0].Key || clean(got, "\x00", "\ufffd") != want[0].Val {
			t.Fatalf("%q: %q=%q, want %q=%q", s, key, got, want[0].Key, want[0].Val)
		}
		want = want[1:]
	}
	if len(want) > 0 {
		t.Fatalf("%q: attribute %v missed", s, want[0])
	}
}
