package html

import (
	"testing"

	"golang.org/x/net/html"
)

func TestEntity(t *testing.T) {
	for _, c := range []struct {
		in    string
		rules EntityRules
		text  string
		n     int
	}{
		{"&amp;x", InText, "&", 5},
		{"&ampx;", InText, "&", 4},
		{"&copy2", InText, "©", 5},
		{"&copy2", InAttribute, "", 0},
		{"&copy=2", InAttribute, "", 0},
		{"&copy 2", InAttribute, "©", 5},
		{"&copy 2", InMarkdown, "", 0},
		{"&copy;", InMarkdown, "©", 6},
		{"&semi;", InText, ";", 6},
		{"&CounterClockwiseContourIntegral;", InMarkdown, "∳", 33},
		{"&NotEqualTilde;", InText, "≂̸", 15},
		{"&#8212;", InMarkdown, "—", 7},
		{"&#x2014;", InText, "—", 8},
		{"&#8212 x", InText, "—", 6},
		{"&#8212 x", InMarkdown, "", 0},
		{"&#150;", InText, "–", 6},
		{"&#0;", InText, "\ufffd", 4},
		{"&#xD800;", InText, "\ufffd", 8},
		{"&#99999999999999999999;", InText, "\ufffd", 23},
		{"&#;", InText, "", 0},
		{"&#x;", InText, "", 0},
		{"& x", InText, "", 0},
		{"&nothing;", InMarkdown, "", 0},
		{"&", InText, "", 0},
	} {
		if text, n := Entity([]byte(c.in), c.rules); text != c.text || n != c.n {
			t.Errorf("entity(%q, %d) = %q, %d, want %q, %d", c.in, c.rules, text, n, c.text, c.n)
		}
	}
}

// The library decodes entities too, but does not report their positions.
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
				if text, n := Entity([]byte(s[i:]), InText); n > 0 {
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
