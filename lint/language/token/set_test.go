package token

import "testing"

func TestASetFindsItsWordsInATextAndInNames(t *testing.T) {
	s := NewSet("template", "modèle")
	for text, want := range map[string]bool{
		"A template for notes": true, "note-template_2": true, "Un MODÈLE": true, "templates": false, "": false,
		"template": true, "3template漢": false, "ein “template”": true, "\xfftemplate\xff": true, "a²template": true, "Ωtemplate": false,
	} {
		if got := s.HasAnyWord(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
