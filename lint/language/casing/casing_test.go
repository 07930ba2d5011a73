package casing_test

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/language/casing"
	"github.com/copychief/copychief/lint/parse"
)

// A capital is wrong in sentence case only if the body does not show that it may belong to a name.
func TestWrongWordsOfHeadlines(t *testing.T) {
	const body = "\n\nWhen the Harbour closed, the boats left The Hague. Ann’s boat and Cole's pier stay, said Cole. The will was read.\n"
	for _, c := range []struct {
		text  string
		style casing.Style
		want  []string
	}{
		{"The Boats Left", casing.Sentence, []string{"boats", "left"}},
		{"What the Harbour Said of Cole", casing.Sentence, nil},
		{"A visit to The Hague", casing.Sentence, nil},
		{"boats of macOS and 3rd parties", casing.Sentence, []string{"Boats"}},
		{"A boat With an Engine", casing.Chicago, []string{"Boat", "with"}},
		{"A boat With an Engine", casing.AP, []string{"Boat"}},
	} {
		d := parse.Parse("a.md", []byte("# "+c.text+body), parse.Options{Language: "en"})
		var got []string
		for _, w := range casing.Wrong(d, c.text, c.style) {
			got = append(got, w.Turned())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %s: %q, want %q", c.text, c.style.Shown(), got, c.want)
		}
	}
}
