package detect

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

// texts are short passages about an orchard, by language.
var texts = readTexts()

//go:embed testdata/texts.txt
var textLines string

func readTexts() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(textLines) {
		tag, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
		all[tag] = text
	}
	return all
}

func TestText(t *testing.T) {
	for want, text := range texts {
		if got := Text(text); got != want {
			t.Errorf("%q was taken for %q, not %q", text, got, want)
		}
	}
}

func TestTextWithoutALanguage(t *testing.T) {
	for _, text := range []string{
		"", "Orchard", "1 2 3 4 5 6 7 8 9 10 11 12",
		"Anna Bell, Tomas Vik, Chantal Roux, Piet de Vries, Jean-Luc Moreau, Marta Nowak, Ugo Conti, Ines Sousa",
		"npm install orchard && orchard prune --winter --dry-run && orchard report > pears.json; cat pears.json",
	} {
		if got := Text(text); got != "" {
			t.Errorf("%q was taken for %q", text, got)
		}
	}
}

func TestEnglishWithForeignWordsIsEnglish(t *testing.T) {
	text := "We ate at Chez l’Ami de la Poire in the rue de la Gare, where the plat du jour is as good as the view, and the crème brûlée à la poire was better than any we had been served before."
	if got := Text(text); got != "en" {
		t.Errorf("was taken for %q", got)
	}
}

func paragraphs(language string, texts ...string) *lint.Document {
	d := &lint.Document{Language: language}
	for _, s := range texts {
		d.Blocks = append(d.Blocks, lint.Block{Text: lint.NewText(s, nil), Quote: lint.None})
	}
	return d
}

func TestDraftLooksPastCodeAndData(t *testing.T) {
	d := paragraphs("", strings.Repeat("0f3a9c deadbeef cafe ", 2000), "const the of and to is it for on with as", strings.Repeat(texts["pl"], 4))
	d.Blocks[1].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 0, End: d.Blocks[1].Text.Len(), Index: lint.None}}
	if got := Draft(d); got != "pl" {
		t.Errorf("was taken for %q", got)
	}
}

func TestMark(t *testing.T) {
	for _, own := range []string{"en", "fr", "de", "ja", "nb", "pt-br", "uk"} {
		d := paragraphs(own, texts["en"], texts["fr"], texts["de"], texts["ja"], texts["ru"], texts["no"], texts["pt"], texts["uk"])
		Mark(d)
		for i, language := range []string{"en", "fr", "de", "ja", "ru", "no", "pt", "uk"} {
			want := language
			if language == primary(own) {
				want = ""
			}
			if own == "uk" && language == "ru" || own == "ru" && language == "uk" {
				continue // half of their words are the same
			}
			if got := d.Blocks[i].Language; got != want {
				t.Errorf("in a draft in %s, %q is said to be in %q", own, d.Blocks[i].Text.String(), got)
			}
		}
	}
}

func TestMarkSkipsTheLanguageOfTheDraft(t *testing.T) {
	for language, text := range texts {
		d := paragraphs(language, text)
		Mark(d)
		if got := d.Blocks[0].Language; got != "" {
			t.Errorf("a paragraph of a draft in %s is said to be in %s", language, got)
		}
	}
}

func BenchmarkDraftEnglish(b *testing.B) {
	d := paragraphs("", texts["en"], texts["en"], texts["en"], texts["en"])
	b.ReportAllocs()
	for b.Loop() {
		Draft(d)
	}
}

func BenchmarkMarkEnglish(b *testing.B) {
	d := paragraphs("en", texts["en"], "The pears that fall in a storm go to a press down by the river.", "It takes some forty of them for one litre, and a morning of work.")
	b.ReportAllocs()
	for b.Loop() {
		Mark(d)
	}
}

func BenchmarkMarkForeign(b *testing.B) {
	d := paragraphs("ru", texts["ru"], texts["ru"], texts["ja"], texts["fr"])
	b.ReportAllocs()
	for b.Loop() {
		Mark(d)
	}
}

func TestLanguage(t *testing.T) {
	long := func(tag string) string { return strings.Repeat(texts[tag]+"\n", 3) }
	for _, c := range []struct{ declared, text, want string }{
		{"", long("fr"), "fr"},
		{"fr", long("fr"), "fr"},
		{"fr-ca", long("fr"), "fr-ca"},
		{"de", long("en"), "en"}, // not translated yet
		{"he", long("en"), "en"},
		{"en", long("de"), "de"}, // declared by the theme
		{"en-us", long("ja"), "ja"},
		{"zh-tw", long("en"), "en"},
		{"ua", long("uk"), "uk"}, // a country
		{"br", long("pt"), "pt"},
		{"jp", long("ja"), "ja"},
		{"hin", long("hi"), "hi"},
		{"deu-at", long("de"), "de-at"},
		{"iw", long("he"), "he"},
		{"nn", long("no"), "nn"}, // related
		{"sr", long("hr"), "sr"},
		{"nds", long("nl"), "nds"}, // without a list of words
		{"fr", "The ferry sails at noon from the old pier.", "fr"},
		{"fr", long("fr") + long("en"), "fr"},
		{"nb", "", "nb"},
	} {
		if got := Language(paragraphs("", strings.Split(c.text, "\n")...), c.declared); got != c.want {
			t.Errorf("declared to be in %q, %.20q was taken for %q, not %q", c.declared, c.text, got, c.want)
		}
	}
}

func TestTheLanguageOfMostOfADraftWithEnglishParts(t *testing.T) {
	d := paragraphs("", "The ferry sails at noon, and the crew of the ferry has the time to load the cargo that is to go to the islands. The master said that it was not the first time that the ferry has been late.", texts["fr"], texts["fr"], texts["fr"])
	if got := Draft(d); got != "fr" {
		t.Errorf("was taken for %q", got)
	}
}

func TestSerbianIsWrittenInTwoScripts(t *testing.T) {
	if got := Text("Ovde je uvek bilo mesta gde se može videti kako su ljudi nekada živeli pre nego što je most izgrađen, a posle toga se celo mesto promenilo, takođe i vreme."); got != "sr" {
		t.Errorf("was taken for %q", got)
	}
}
