package token

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

func wordsIn(s string) (list []string) {
	for i := 0; ; {
		start, end, _, ok := NextPlain(s, i)
		if !ok {
			if start, end, ok = Next(s, i); !ok {
				return list
			}
		}
		list = append(list, s[start:end])
		i = end
	}
}

func libraryWords(s string) (list []string) {
	for it := words.FromString(s); it.Next(); {
		if worded(it.Value()) {
			list = append(list, it.Value())
		}
	}
	return list
}

func TestWordsOfUnicodeStandard(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"We don't and won’t stop.", []string{"We", "don't", "and", "won’t", "stop"}},
		{"It cost 1,500 or 3.14; see node.js", []string{"It", "cost", "1,500", "or", "3.14", "see", "node.js"}},
		{"well-known and/or so — that", []string{"well", "known", "and", "or", "so", "that"}},
		{"the cities’ plan", []string{"the", "cities", "plan"}},
		{"ends.2. next", []string{"ends", "2", "next"}},
		{"“Stop…” ‘go’ 🙂 \uFFFC naïve", []string{"Stop", "go", "naïve"}},
		{"Привет, мир", []string{"Привет", "мир"}},
		{"e\u0301tude a\u00adb", []string{"e\u0301tude", "a\u00adb"}},
		{"", nil},
	} {
		if got := wordsIn(c.text); !slices.Equal(got, c.want) {
			t.Errorf("words of %q are %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzWordsEqualLibrary(f *testing.F) {
	for _, s := range []string{
		"We don't. 1,5 a.b:c_d x\u200dy", "a’b ’tis “q” a…b c\u00a0d é", "a.\u0301b", "1\ufe0f\u20e3 🇩🇪", "_a_ __ _", "ab:cd e;f 1;2", "’\u0301a", "‘\u200dⓂ", " \u0308a", "א\"א א'",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("parsers mask bad bytes")
		}
		if got, want := wordsIn(s), libraryWords(s); !slices.Equal(got, want) {
			t.Errorf("words of %q are %q, the library's %q", s, got, want)
		}
		for at, ok := 0, true; ok; {
			var start int
			var key uint64
			if start, at, key, ok = NextPlain(s, at); ok && key != Key(s[start:at]) {
				t.Errorf("the key of %q in %q is %x, by itself %x", s[start:at], s, key, Key(s[start:at]))
			}
		}
	})
}
