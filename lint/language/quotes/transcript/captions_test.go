package transcript

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestCaptionsOfFilmsAreTranscripts(t *testing.T) {
	said := "so the ferry went out and the mist came down on all of us and nobody could see the pier "
	for name, test := range map[string]struct {
		text string
		want bool
	}{
		"no marks":           {strings.Repeat(said, 20), true},
		"hardly a mark":      {strings.Repeat(strings.Repeat(said, 8)+"That was it. ", 3), true},
		"an author's":        {strings.Repeat(strings.TrimSpace(said)+". ", 20), false},
		"a short note":       {strings.Repeat(said, 5), false},
		"a poem":             {strings.Repeat("the ferry went out\nand the mist came down\n", 60), false},
		"a list of boats":    {strings.Repeat("- the ferry that went out in the mist, and the boat that came to look for her\n", 30), false},
		"Hindi":              {strings.Repeat(strings.Repeat("नाव ", 12)+"गई। ", 30), false},
		"times":              {strings.Repeat("[00:12:03](https://film.example/w) -> : The ferry went out. The mist came, and we saw no pier.  \n", 20), true},
		"times of a concert": {strings.Repeat("19:30 The harbour band\n", 20), false},
		"long words":         {strings.Repeat(strings.Repeat("understandable ", 99)+"ends. ", 4), false},
		"long words, no end": {strings.Repeat("understandable ", 400), true},
		"music":              {"[Music] We went out. [Music] Nobody saw the pier. [Applause]", true},
		"links":              {"[Music](a.md), [art](b.md) and [Music](c.md) are taught here, and [Music] again", false},
	} {
		if got := Is(parse.Parse("a.md", []byte(test.text), parse.Options{})); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
