package headline

import "testing"

func TestWithoutMarkupKeepsOtherCharacters(t *testing.T) {
	for title, want := range map[string]string{
		"Plain":                              "Plain",
		"Writing for <em>action</em> & more": "Writing for action & more",
		"Bread &amp; butter":                 "Bread & butter",
		"When a < b and c > d":               "When a < b and c > d",
		"<3 for everyone":                    "<3 for everyone",
		"An open <em tag":                    "An open <em tag",
		"Lines<br/>of type":                  "Linesof type",
		"<":                                  "<",
		"</>":                                "</>",
	} {
		if got := withoutMarkup(title); got != want {
			t.Errorf("withoutMarkup(%q) = %q, want %q", title, got, want)
		}
	}
}
