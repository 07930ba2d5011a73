package drafting

import "testing"

func TestHashtagsAreReadInRows(t *testing.T) {
	for text, want := range map[string]int{
		"#a #b #c": 3, "#a, #b": 2, "#été #日本": 2, "#a and #b": 1, "#12 #13": 0, "#fff #fff": 0, "# a": 0, "##a": 0, "#": 0, "#a#b": 1, "#a #": 1,
	} {
		if _, end, n := hashtags(text, 0); n != want || end < 1 || end > len(text) {
			t.Errorf("%q has %d hashtags up to %d, want %d", text, n, end, want)
		}
	}
}
