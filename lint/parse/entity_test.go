package parse

import (
	"testing"

	"golang.org/x/net/html"
)

func TestEntity(t *testing.T) {
	for _, c := range []struct {
		in    string
		rules entityRules
		text  string
		n     int
	}{
		{"&amp;x", entityInText, "&", 5},
		{"&ampx;", entityInText, "&", 4},
		{"&copy2", entityInText, "©", 5},
		{"&copy2", entityInAttribute, "", 0},
		{"&copy=2", entityInAttribute, "", 0},
		{"&copy 2", entityInAttribute, "©", 5},
		{"&copy 2", entityInMarkdown, "", 0},
		{"&copy;", entityInMarkdown, "©", 6},
		{"&semi;", entityInText, ";", 6},
		{"&CounterClockwiseContourIntegral;", entityInMarkdown, "∳", 33},
		{"&NotEqualTilde;", entityInText, "≂̸", 15},
		{"&#8212;", entityInMarkdown, "—", 7},
		{"&#x2014;", entityInText, "—", 8},
		{"&#8212 x", entityInText, "—", 6},
		{"&#8212 x", entityInMarkdown, "", 0},
		{"&#150;", entityInText, "–", 6},
		{"&#0;", entityInText, "\ufffd", 4},
		{"&#xD800;", entityInText, "\ufffd", 8},
		{"&#99999999999999999999;", entityInText, "\ufffd", 23},
		{"&#;", entityInText, "", 0},
		{"&#x;", entityInText, "", 0},
		{"& x", entityInText, "", 0},
		{"&nothing;", entityInMarkdown, "", 0},
		{"&", entityInText, "", 0},
	} {
		if text, n := entity([]byte(c.in), c.rules); text != c.text || n != c.n {
			t.Errorf("entity(%q, %d) = %q, %d, want %q, %d", c.in, c.rules, text, n, c.text, c.n)
		}
	}
}

// The library resolves entities too, but does not say where they stood.
func FuzzEntity(f *testing.F) {
	for _, s := range []string{"&amp;", "&notit;", "&ampamp;", "&#x80;", "&lt&gt", "a&b;c&AElig"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 {
			return
		}
		var got []byte
		for i := 0; i < len(s); {
			if s[i] == '&' {
				if text, n := entity([]byte(s[i:]), entityInText); n > 0 {
					if n > len(s)-i {
						t.Fatalf("%q: length %d at %d", s, n, i)
					}
					got, i = append(got, text...), i+n
					continue
				}
			}
			got, i = append(got, s[i]), i+1
		}
		if want := html.UnescapeString(s); string(got) != want {
			t.Errorf("%q reads %q, want %q", s, got, want)
		}
	})
}
