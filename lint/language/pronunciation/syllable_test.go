package pronunciation

import "testing"

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"a": 1, "the": 1, "cat": 1, "make": 1, "table": 2, "tables": 2, "handled": 2, "walked": 1, "wanted": 2,
		"boxes": 2, "changes": 2, "makes": 1, "nation": 2, "special": 2, "radio": 3, "actual": 3, "science": 2,
		"being": 2, "seeing": 2, "capitalism": 5, "easier": 3, "government": 3, "agency": 3, "lately": 2, "useful": 2,
		"statement": 2, "didn't": 2, "didn’t": 2, "don’t": 1, "idea": 3, "technology": 4, "university": 5,
		"FBI": 3, "WWW": 9, "NASA": 2, "2014": 1, "18F": 1, "café": 2, "rhythm": 1, "yes": 1, "queue": 1, "Привет": 1, "you're": 1,
	} {
		if got := SyllablesOf("en").Count(word); got != want {
			t.Errorf("%q has %d syllables, want %d", word, got, want)
		}
	}
}
