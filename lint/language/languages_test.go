package language

import "testing"

func TestSpaced(t *testing.T) {
	for tag, want := range map[string]bool{"": true, "en-GB": true, "ko": true, "vi": false, "vi-VN": false, "ja": false, "zh-Hans": false} {
		if Spaced(tag) != want {
			t.Errorf("%q: %v", tag, !want)
		}
	}
}
