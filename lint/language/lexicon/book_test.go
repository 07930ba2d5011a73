package lexicon

import (
	"strings"
	"testing"
)

func TestAPhrasebookFindsEveryPhraseAsItIsWritten(t *testing.T) {
	phrases := []string{"due to", "due to the fact that", "café", "and/or", "etc.", "C++", ".NET", "don't", "third-party", "GitHub"}
	entries := make([]BookEntry, len(phrases))
	for i, p := range phrases {
		entries[i] = BookEntry{p, p == "GitHub"}
	}
	book := NewBook(entries)
	for text, want := range map[string]string{
		"Due to the\nfact that it rains":    "due to the fact that due to",
		"the cafe and the Café":             "café",
		"this and/or that, etc. and and or": "and/or etc.",
		"in C++, in C+ and in .NET":         "C++ .NET",
		"Don’t":                             "don't",
		"third party, third‑party":          "third-party",
		"github GitHub GitHubs":             "GitHub",
		"due. To":                           "",
	} {
		var got []string
		book.InText(text, func(h BookHit) { got = append(got, phrases[h.Entry]) })
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
