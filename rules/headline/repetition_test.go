package headline

import "testing"

func TestRepetitionComparesLettersAndDigitsOnly(t *testing.T) {
	for _, c := range []struct {
		headline, text string
		rest           string
		words          int
	}{
		{"Harbour board: a third delay", "Harbour Board – A Third Delay.", "", 5},
		{"Harbour board: a third delay", "Harbour board: a third delay The board met.", " The board met.", 5},
		{"It’s over", "It's over!", "", 2},
		{"100 days", "1000 days", "1000 days", 0},
		{"Harbour board", "Harbour boards", "s", 2},
		{"Harbour board", "The harbour board", "The harbour board", 0},
		{"Harbour board", "Harbour", "Harbour", 0},
		{"", "Harbour", "Harbour", 0},
		{"…", "Harbour", "Harbour", 0},
		{"Überfahrt nach Łódź", "ÜBERFAHRT NACH ŁÓDŹ", "", 3},
		{"Harbour board", "", "", 0},
	} {
		n, words := repetition(c.headline, c.text)
		if c.text[n:] != c.rest || words != c.words {
			t.Errorf("repetition(%q, %q) leaves %q after %d words, want %q after %d", c.headline, c.text, c.text[n:], words, c.rest, c.words)
		}
	}
}
