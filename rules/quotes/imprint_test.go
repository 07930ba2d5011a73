package quotes

import "testing"

// TestImprintIsThatOfTheFoldedWords checks that reading a text directly gives the same
// imprint as reading its folded words.
func TestImprintIsThatOfTheFoldedWords(t *testing.T) {
	for _, text := range []string{
		"",
		"We don’t know what the bridge's toll will be — yet",
		"It’s the sisters’ well-known plan… and “Nobody’s” business, he said: no (really)!",
		"’Tis 3.5 percent, or 1,500 of them; x/y and co_op",
		"Café and naïve co\u00adop, Łódź – 20\u00a0000 Straßen‐Bahnen ½ ﬁt",
		"Москва и \u200bрека, 東京 'quoted' rock ’n’ roll",
	} {
		var want imprint
		for _, word := range folded(text) {
			want.read(word, true)
		}
		if got := imprintOf(text); got != want {
			t.Errorf("imprintOf(%q) = %v, but that of its folded words is %v", text, got, want)
		}
	}
}
