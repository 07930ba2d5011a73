package transcript

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestTranscript(t *testing.T) {
	talk := "When did you first steer her, and who taught you how?"
	for name, test := range map[string]struct {
		text string
		want bool
	}{
		"full names":    {repeat(3, "Ada Lund: "+talk, "Ben Moe: "+talk), true},
		"first names":   {repeat(3, "**Ada:** "+talk, "**Ben:** "+talk), true},
		"italics":       {repeat(3, "_Ada:_ "+talk, "_Ben:_ "+talk), true},
		"capitals":      {repeat(3, "Q: "+talk, "A: "+talk), true},
		"long turns":    {repeat(3, "Ada Lund: "+talk, talk, talk, "Ben Moe: "+talk, talk), true},
		"one speaker":   {repeat(6, "Ada Lund: "+talk), false},
		"labels twice":  {repeat(2, "**The Problem:** "+talk, "**The Action:** "+talk, "**The Result:** "+talk), false},
		"a reference":   {repeat(9, "**Type:** string", "**Default:** none"), false},
		"rare notes":    {repeat(3, "**Note:** "+talk, talk, talk, talk, "**Tip:** "+talk, talk, talk, talk), false},
		"no label":      {repeat(6, talk), false},
		"running words": {repeat(6, "the pilot asked: "+talk), false},
	} {
		if got := Is(parse.Parse("a.md", []byte(test.text), parse.Options{})); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// repeat returns the paragraphs n times.
func repeat(n int, paragraphs ...string) string {
	return strings.Repeat(strings.Join(paragraphs, "\n\n")+"\n\n", n)
}

func TestNobodyRewordsContracts(t *testing.T) {
	for text, want := range map[string]bool{
		"## Article 1: Fares\n\na\n\n## Article 2\n\nb\n\n## Article 3\n\nc":          true,
		"## 第1条（目的）\n\na\n\n## 第2条\n\nb\n\n## 第十条\n\nc":                               true,
		"## § 1 Preise\n\na\n\n## § 2\n\nb\n\n## §3\n\nc":                             true,
		"## Article 1\n\na\n\n## Article 2\n\nb":                                      false,
		"## Articles\n\na\n\n## Article about\n\nb\n\n## Article\n\nc":                false,
		"## Article 1\n\n## Why\n\n## How\n\n## When\n\n## Article 2\n\n## Article 3": false,
	} {
		if got := Verbatim(parse.Parse("a.md", []byte(text), parse.Options{})); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
