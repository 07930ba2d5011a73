package quotes

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

// In languages whose verbs of saying are not known, the grammar of English would make speakers of
// the nouns around.
func TestSpeakersAreNotGuessedInOtherLanguages(t *testing.T) {
	for draft, want := range map[string]string{
		"Die Felder am Fluss sind leer. „Auf dem Land blüht im Juli fast nichts“, sagt Selma Krug.":     "-",
		"In den Linden am Fluss sitzen die Bienen. „Hier blüht immer etwas, und gespritzt wird nicht.“": "-",
		"Selma Krug: „Auf dem Land blüht im Juli fast nichts mehr.“":                                    "Selma Krug",
		"> Auf dem Land blüht im Juli fast nichts mehr.\n>\n> — Selma Krug":                             "Selma Krug",
		"„Auf dem Land blüht im Juli fast nichts mehr.“\n\n— Selma Krug":                                "Selma Krug",
	} {
		var got []string
		for _, q := range Of(parse.Parse("a.md", []byte("---\nlang: de\n---\n\n"+draft+"\n"), parse.Options{})) {
			who := "-"
			if q.Attributed() {
				who = q.Speaker.Text
			}
			got = append(got, who)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", draft, got, want)
		}
	}
	if !Reads("en-GB") || !Reads("") || Reads("de") {
		t.Error("the languages that are read have changed; say so in docs/quotes.md")
	}
}
