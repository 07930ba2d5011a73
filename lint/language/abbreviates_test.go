package language_test

import (
	"testing"

	"github.com/copychief/copychief/lint/language"
)

func TestAbbreviationsKeepTheirFullStop(t *testing.T) {
	for text, want := range map[string]bool{
		"Harbour Works Inc.": true, "Back in the U.S.": true, "Bread, milk etc.": true,
		"Plan B.": true, "Sammy Day Jr.": true, "At 8 a.m.": true,
		"The ferry is back.": false, "She said no.": false, "Modern art.": false,
		"The ferry is back": false, ".": false, "": false,
	} {
		if got := language.Abbreviates(text); got != want {
			t.Errorf("Abbreviates(%q) = %v", text, got)
		}
	}
}
