package locale

import "testing"

func TestTags(t *testing.T) {
	for name, want := range map[string]bool{
		"de": true, "pt-BR": true, "zh_Hans": true, "fil": true,
		"ach-UG": true, "son-ZA": true, "vls_BE": true,
		"son": false, "val": false, "faq-EN": false, "docs": false,
	} {
		if got := IsTag(name); got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
