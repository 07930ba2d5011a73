package locale_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/locale"
)

// TestTranslationsOfOneTextHaveOnePath checks paths without their language.
func TestTranslationsOfOneTextHaveOnePath(t *testing.T) {
	site := &lint.Site{
		Languages: []string{"en", "de"},
		LanguageFolders: []lint.LanguageFolder{
			{Folder: "content/de", Language: "de"}, {Folder: "content/en", Language: "en"}, {Folder: "locales/de", Language: "de"},
		},
	}
	for name, want := range map[string]string{
		"content/en/pier.md":           "content/pier.md",
		"content/de/pier.md":           "content/pier.md",
		"content/boats/pier.md":        "content/boats/pier.md",
		"locales/de/content/pier.md":   "content/pier.md", // the source is content/pier.md
		"locales/de/content/a/pier.md": "content/a/pier.md",
	} {
		if got, _ := locale.Untranslated(site, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestFoldersOfALanguageAreKnownByTheSiteOrByTheirName(t *testing.T) {
	site := &lint.Site{LanguageFolders: []lint.LanguageFolder{{Folder: "content/english", Language: "en"}}}
	for dir, want := range map[string]bool{
		"content/english": true, "content/english/boats": false, "docs/fil": true, "docs/pt-br": true, "docs/qa": false, "": false,
	} {
		if got := locale.IsFolder(site, dir); got != want {
			t.Errorf("%q: got %v, want %v", dir, got, want)
		}
	}
	if locale.IsFolder(nil, "content/english") || !locale.IsFolder(nil, "content/de") {
		t.Error("without a site, only the name counts")
	}
}
