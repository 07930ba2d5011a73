package inspection_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report/inspection"
)

// TestTextsHaveTheirFindingsInPlace writes what is found in brackets with the rule after it.
func TestTextsHaveTheirFindingsInPlace(t *testing.T) {
	const draft = "# The ferry\n\nThe **the boat** leaves [at\nnoon](a.md) &amp; so on.\n\n![](img/pier.jpg)\n\n- One ![A gull](gull.png) two\n\n> Said so\n\n    code <b>\n"
	d := parse.Parse("a.md", []byte(draft), parse.Options{})
	at := func(rule, words string, about bool) *engine.Finding {
		from := strings.Index(draft, words)
		f := &engine.Finding{Finding: lint.Finding{Rule: rule, Path: "a.md", Span: lint.Span{Start: from, End: from + len(words)}}}
		if about {
			f.About = d.Body()
		}
		return f
	}
	several := at("several", "ferry", false)
	several.Together = "%d"
	gull := at("", "gull.png", false)
	several.Related = []engine.Related{{Path: "a.md", Span: gull.Span}, {Path: "b.md", Span: lint.Span{Start: 2, End: 4}}}
	all := []*engine.Finding{
		at("sentence", "The **the boat** leaves [at\nnoon](a.md) &amp; so on.", false), at("twice", "the boat", false), at("alt", "![](img/pier.jpg)", false),
		at("whole", "The ferry", true), at("sign", "&amp;", false), several, at("code", "<b>", false),
	}
	var got []string
	for _, b := range inspection.TextOf(d, all) {
		var s strings.Builder
		for _, x := range b.Pieces {
			text := x.Text
			if x.Picture {
				text = "(" + text + ")"
			}
			if x.Finding != nil {
				text = "[" + text + " " + x.Finding.Rule + "]"
			}
			s.WriteString(text)
		}
		line := b.Kind.String() + ": " + s.String()
		if b.Quoted {
			line = "> " + line
		}
		got = append(got, line)
	}
	want := `heading: The [ferry several]
paragraph: [The  sentence][the boat twice][ leaves at noon  sentence][& sign][ so on. sentence]
paragraph: [(pier.jpg) alt]
item: One [(A gull) several] two
> paragraph: Said so
code: code [<b> code]`
	if text := strings.TrimSpace(strings.Join(got, "\n")); text != want {
		t.Errorf("%s\nwant\n%s", text, want)
	}
}
