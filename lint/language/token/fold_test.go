package token

import "testing"

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"City’s":           "city",
		"the CITIES’ plan": "the cities plan",
		"don’t":            "don't",
		"Café—Bar":         "cafe-bar",
		"Straße Œuvre Åse": "strasse oeuvre ase",
		"e\u0301":          "e",
		"한국":               "한국",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWordKeyFollowsFolding(t *testing.T) {
	for _, pair := range [][2]string{{"Café", "cafe"}, {"DON’T", "don't"}, {"Straße", "STRASSE"}, {"Мир", "мир"}} {
		if Key(pair[0]) != Key(pair[1]) || Key(pair[0]) != Key(FoldCase(pair[0])) {
			t.Errorf("%q and %q have different keys", pair[0], pair[1])
		}
	}
}
