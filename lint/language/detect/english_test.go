package detect

import (
	"strings"
	"testing"
)

func TestEnglishWordsAreFoundWhereverTheyAre(t *testing.T) {
	for _, filler := range []string{"x", "x ", "é"} {
		for before := range 20 {
			for after := range 10 {
				text := strings.Repeat(filler, before) + " with " + strings.Repeat(filler, after)
				if !containsAny(text, onlyEnglish()) {
					t.Errorf("%q: not found", text)
				}
				if text = strings.Replace(text, "with", "mith", 1); containsAny(text, onlyEnglish()) {
					t.Errorf("%q: found", text)
				}
			}
		}
	}
	for _, text := range []string{"", " ", "with", " with", "with ", "word with"} {
		if containsAny(text, onlyEnglish()) {
			t.Errorf("%q: found", text)
		}
	}
}
