package drafting

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language/wordpack"
)

func TestNotesAreWrittenAsTheyAreCompared(t *testing.T) {
	pack := wordpack.Of("en")
	for _, list := range [][]string{pack.Lines("note-labels"), pack.Lines("assistant-openings"), pack.Lines("search-terms"), pack.Lines("article-in-the-making")} {
		if len(list) == 0 {
			t.Error("a list is empty")
		}
		for _, phrase := range list {
			if phrase != strings.ToLower(phrase) {
				t.Errorf("%q is not in lower case", phrase)
			}
		}
	}
}

func TestEveryLabelIsFoundWithItsEndings(t *testing.T) {
	n := notes.Of("en")
	for _, phrase := range wordpack.Of("en").Lines("note-labels") {
		for _, ending := range []string{":", "s:", " suggestion:", " options:"} {
			text := strings.ToUpper(phrase[:1]) + phrase[1:] + ending
			if got, _ := n.label(text + " and more"); got != len(text) {
				t.Errorf("%q: found %d bytes", text, got)
			}
		}
	}
}
