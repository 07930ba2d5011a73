package lexicon

import "testing"

func TestPrefixesAreFoundWhateverTheirCase(t *testing.T) {
	p := NewPrefixes([]string{"note to", "note to self", "Élan", "“so", "[x]", ""})
	for text, want := range map[string][]string{
		"Note to self: go":  {"note to|\u0020self: go", "note to self|: go"},
		"NOTE TO":           {"note to|"},
		"not to":            nil,
		"élan vital":        {"Élan| vital"},
		"“So it goes":       {"“so| it goes"},
		"[X]":               {"[x]|"},
		"":                  nil,
		"a note to":         nil,
		"\xffno characters": nil,
	} {
		var got []string
		for phrase, rest := range p.Of(text) {
			got = append(got, phrase+"|"+rest)
		}
		if len(got) != len(want) {
			t.Errorf("%q: found %q, want %q", text, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: found %q, want %q", text, got, want)
			}
		}
		if p.Any(text) != (len(want) > 0) {
			t.Errorf("%q: any is %v", text, p.Any(text))
		}
	}
	if !p.Whole("Note To Self") || p.Whole("note to self.") || p.Whole("note") || p.Whole("") {
		t.Error("a whole text is not recognised")
	}
	if n := testing.AllocsPerRun(10, func() { p.Any("note to self"); p.Whole("note to self") }); n > 0 {
		t.Errorf("asking allocates %v times", n)
	}
}
