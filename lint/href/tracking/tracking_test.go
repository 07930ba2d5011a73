package tracking

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestOnlyTrackingParametersAreRemoved(t *testing.T) {
	for target, want := range map[string]string{
		"https://a.example/":                             "https://a.example/",
		"https://a.example/?":                            "https://a.example/?",
		"https://a.example/?utm_source=x":                "https://a.example/",
		"https://a.example/?utm_source=x#utm_source=y":   "https://a.example/#utm_source=y",
		"https://a.example/?a=1&utm_source=x":            "https://a.example/?a=1",
		"https://a.example/?UTM_Source=x&a=1":            "https://a.example/?a=1",
		"https://a.example/?utm_a=x&fbclid=y&a=1&gclid=": "https://a.example/?a=1",
		"https://a.example/?a=1&utm_a=x&b&&utm_b&c=%20":  "https://a.example/?a=1&b&&c=%20",
		"https://a.example/?a=?utm_source=x":             "https://a.example/?a=?utm_source=x",
		"https://a.example/?&utm_source=x&":              "https://a.example/?&",
		"https://a.example/?utm_source":                  "https://a.example/",
	} {
		edits, first := remove(lint.Verbatim(target, 0))
		got, limit := target, len(target)
		for i := len(edits) - 1; i >= 0; i-- {
			s := edits[i].Span
			if s.Start < 0 || s.End > limit || s.Empty() {
				t.Fatalf("%s: edits out of order: %v", target, edits)
			}
			got, limit = got[:s.Start]+edits[i].New+got[s.End:], s.Start
		}
		if got != want || (first == "") != (got == target) {
			t.Errorf("%s: got %s, first %q; want %s", target, got, first, want)
		}
	}
}
