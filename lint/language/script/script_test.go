package script

import (
	"testing"
	"unicode"
)

func TestScriptsAreDistinguished(t *testing.T) {
	for r, want := range map[rune][2]bool{
		'a': {false, false}, 'é': {false, false}, 'ж': {false, false}, 'अ': {false, false},
		'桥': {true, true}, 'は': {true, true}, 'ハ': {true, true}, '다': {false, true},
		'ก': {true, false}, 'ກ': {true, false}, 'ក': {true, false}, 'က': {true, false}, '。': {false, false},
	} {
		if got := [2]bool{Spaceless(r), Syllabic(r)}; got != want {
			t.Errorf("%c is %v, want %v", r, got, want)
		}
	}
}

func TestNoLetterIsBeforeTheFirst(t *testing.T) {
	for r := range rune(firstSyllabic) {
		if r < firstSpaceless && unicode.In(r, spaceless...) || unicode.In(r, syllabic...) {
			t.Errorf("%c is left out", r)
		}
	}
}
