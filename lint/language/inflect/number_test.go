package inflect

import (
	"slices"
	"testing"
)

func TestNounsHaveAnotherNumber(t *testing.T) {
	for _, c := range []struct {
		tag, word string
		want      []string
	}{
		{"en", "toll", []string{"tolls"}},
		{"en", "city", []string{"cities"}},
		{"en-GB", "boxes", []string{"boxeses", "box", "boxe"}},
		{"en", "glass", []string{"glasses"}},
		{"en", "child", []string{"children", "childs"}},
		{"en", "children", []string{"childrens", "child"}},
		{"en", "firemen", []string{"firemens", "fireman"}},
		{"fr", "maisons", []string{"maison"}},
		{"es", "puente", []string{"puentes"}},
		{"sv", "bro", nil},
		{"en", "3.5", nil},
		{"en", "", nil},
	} {
		if got := OtherNumbers(c.word, c.tag); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.word, got, c.want)
		}
	}
}
