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
