package suppression

import (
	"strings"
	"testing"
)

func FuzzSuppression(f *testing.F) {
	for _, s := range []string{
		" copychief-ignore long-headline: reason ", "copychief-disable a, b,c d: x: y", "copychief-", "copychief-ignore,:",
		"copychief-ignore-file\n\ta\r\n,b", "ordinary comment", " copychief-ignore ü\xff: \x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := parseDirective(text)
		if !ok {
			return
		}
		at := 0
		for _, n := range append([]ruleName{d.verb}, d.names...) {
			if n.start < at || n.end < n.start || n.end > len(text) || text[n.start:n.end] != n.text {
				t.Fatalf("%q: name %+v", text, n)
			}
			at = n.end
		}
		for _, n := range d.names {
			if n.text == "" || strings.ContainsAny(n.text, ",: \n") {
				t.Fatalf("%q: name %q", text, n.text)
			}
		}
		if strings.ContainsAny(d.reason, "\n\r\t") {
			t.Fatalf("reason %q", d.reason)
		}
	})
}
