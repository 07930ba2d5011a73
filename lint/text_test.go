package lint

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// "A *bold* &amp; \n  new" as a reader reads it: "A bold & new".
func sample() Text {
	return NewText("A bold & new", []Run{
		{At: 0, Source: Span{0, 2}},
		{At: 2, Source: Span{3, 7}},
		{At: 6, Source: Span{8, 9}},
		{At: 7, Source: Span{9, 14}, Whole: true},
		{At: 8, Source: Span{14, 18}, Whole: true},
		{At: 9, Source: Span{18, 21}},
	})
}

func TestTextSpan(t *testing.T) {
	text := sample()
	for _, c := range []struct {
		i, j int
		want Span
	}{
		{0, 1, Span{0, 1}},
		{2, 6, Span{3, 7}},
		{0, 6, Span{0, 7}},
		{7, 8, Span{9, 14}},
		{8, 9, Span{14, 18}},
		{9, 12, Span{18, 21}},
		{0, 12, Span{0, 21}},
		{2, 2, Span{3, 3}},
		{12, 12, Span{21, 21}},
		{-4, 99, Span{0, 21}},
	} {
		if got := text.Span(c.i, c.j); got != c.want {
			t.Errorf("Span(%d, %d) = %v, want %v", c.i, c.j, got, c.want)
		}
	}
}

func TestTextSubKeepsPlaces(t *testing.T) {
	text := sample()
	for i := 0; i <= text.Len(); i++ {
		for j := i; j <= text.Len(); j++ {
			sub := text.Sub(i, j)
			if sub.String() != text.Slice(i, j) {
				t.Fatalf("Sub(%d, %d) = %q", i, j, sub)
			}
			for k := 0; k < sub.Len(); k++ {
				if got, want := sub.Span(k, k+1), text.Span(i+k, i+k+1); got != want {
					t.Fatalf("Sub(%d, %d).Span(%d, %d) = %v, want %v", i, j, k, k+1, got, want)
				}
			}
		}
	}
}

func TestTextAt(t *testing.T) {
	text := sample()
	for source, want := range map[int]int{0: 0, 3: 2, 5: 4, 10: 7, 15: 8, 18: 9, 20: 11, 40: 12} {
		if got := text.At(source); got != want {
			t.Errorf("At(%d) = %d, want %d", source, got, want)
		}
	}
}

func TestPositionCountsCodePointsAndKnowsEveryLineEnding(t *testing.T) {
	s := NewSource("a.md", []byte("\ufeffAé\r\nb\rc\n\nd“e"))
	for _, c := range []struct{ offset, line, column int }{
		{3, 1, 1}, {4, 1, 2}, {6, 1, 3}, {8, 2, 1}, {10, 3, 1}, {12, 4, 1}, {13, 5, 1}, {17, 5, 3}, {18, 5, 4}, {99, 5, 4},
	} {
		if got := s.Position(c.offset); got != (Position{c.line, c.column}) {
			t.Errorf("Position(%d) = %v, want %d:%d", c.offset, got, c.line, c.column)
		}
	}
	if got := s.Slice(s.Line(1)); got != "\ufeffAé" {
		t.Errorf("Line(1) = %q", got)
	}
	if got := s.Slice(s.Line(5)); got != "d“e" {
		t.Errorf("Line(5) = %q", got)
	}
}

func TestPlainFoldsWhiteSpaceAndDropsObjects(t *testing.T) {
	for given, want := range map[string]string{
		"":                        "",
		" a b ":                   "a b",
		"a  b":                    "a b",
		"a\nb\tc\r\nd":            "a b c d",
		"a\u00a0b":                "a b",
		"\ufffc A \ufffc b\ufffc": "A b",
		"é “quoted” ï½":           "é “quoted” ï½",
		"a\x01b":                  "a\x01b",
		"ends in two  ":           "ends in two",
	} {
		if got := Verbatim(given, 0).Plain(); got != want {
			t.Errorf("Plain(%q) = %q, want %q", given, got, want)
		}
	}
}

func TestPositionOnALongLineCountsLikeTheWholeLine(t *testing.T) {
	content := []byte(strings.Repeat("aé“x”\xff ", 4000))
	s := NewSource("a.txt", content)
	for offset := 0; offset <= len(content); offset += 997 {
		if got, want := s.Position(offset), (Position{1, utf8.RuneCount(content[:offset]) + 1}); got != want && utf8.Valid(content[:offset]) {
			t.Fatalf("Position(%d) = %v, want %v", offset, got, want)
		}
	}
	for offset := range content {
		if utf8.RuneStart(content[offset]) || content[offset] == 0xff {
			if got, want := s.Position(offset).Column, utf8.RuneCount(content[:offset])+1; got != want {
				t.Fatalf("column at %d is %d, want %d", offset, got, want)
			}
		}
	}
}

func TestShortenCutsAtAWord(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"short", 10, "short"},
		{"a longer line", 9, "a longer…"},
		{"donaudampfschiff", 5, "donau…"},
		{"ééé", 3, "é…"},
	} {
		if got := Shorten(c.text, c.most); got != c.want {
			t.Errorf("Shorten(%q, %d) = %q, want %q", c.text, c.most, got, c.want)
		}
	}
}

func TestClipCountsCharactersAndLeavesNoMarkHanging(t *testing.T) {
	for text, want := range map[string]string{"éèà": "éèà", "éèàü": "éè…", "a, bcd": "a…"} {
		if got := Clip(3, text); got != want {
			t.Errorf("Clip(3, %q) = %q, want %q", text, got, want)
		}
	}
}

func TestTextThatIsPlainIsWhatWouldBeMadeOfIt(t *testing.T) {
	parts := []string{"a", " ", "\n", "\u00a0", "é", "Â", "ﬁ", "\uFFFC", "漢"}
	for i := range len(parts) * len(parts) * len(parts) * len(parts) {
		s := ""
		for range 4 {
			s += parts[i%len(parts)]
			i /= len(parts)
		}
		if got, want := Verbatim(s, 0).Plain(), collapse(s); got != want {
			t.Errorf("Plain(%q) = %q, want %q", s, got, want)
		}
	}
}
