package engine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// translated runs a rule about links and paragraphs on drafts in language folders.
func translated(t *testing.T, is func(*lint.Rule), contents map[string]string) *engine.Result {
	t.Helper()
	return translatedIn(t, &lint.Site{Languages: []string{"en", "de"}, LanguageFolders: []lint.LanguageFolder{{Folder: "en", Language: "en"}, {Folder: "de", Language: "de"}}},
		is, contents, "de/a.md", "de/b.md", "en/a.md", "en/b.md", "en/c.md")
}

// translatedIn does the same for the drafts of a site that are named.
func translatedIn(t *testing.T, site *lint.Site, is func(*lint.Rule), contents map[string]string, names ...string) *engine.Result {
	t.Helper()
	rule := ruletest.New("faults", lint.Warning, func(p *lint.Pass) {
		for i := range p.Doc.Links {
			p.Report(lint.Finding{Span: p.Doc.Links[i].Span, Shared: p.Doc.Links[i].Target.String(), Message: "Link"})
		}
		for _, b := range p.Doc.Paragraphs() {
			if strings.HasPrefix(b.Text.String(), "!") {
				p.Report(lint.Finding{Span: b.Span, Message: "Paragraph"})
			}
		}
	})
	is(rule)
	conf, err := config.NewResolver([]*lint.Rule{rule}, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New([]*lint.Rule{rule}, conf)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := conf.For(config.NoFile(""), "en/a.md")
	if err != nil {
		t.Fatal(err)
	}
	own := *settings
	own.Site = site
	var drafts []engine.Draft
	for _, name := range names {
		drafts = append(drafts, engine.Draft{Path: name, Name: name, Content: []byte(contents[name]), Settings: &own})
	}
	res, err := e.Run(t.Context(), false, drafts...)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestAnUntranslatedCopyIsNotASource(t *testing.T) {
	site := &lint.Site{Languages: []string{"en", "ach-ug", "de"}, LanguageFolders: []lint.LanguageFolder{{Folder: "blog/ach-UG", Language: "ach-ug"}, {Folder: "blog/de", Language: "de"}}}
	text := "# The ferry is back\n\nIt left at six, with forty people on board. [Times](times)\n\n!! It sails in May\n"
	res := translatedIn(t, site, func(r *lint.Rule) { r.Structure = true }, map[string]string{
		"blog/a.md": text, "blog/ach-UG/a.md": text, "blog/de/a.md": strings.ReplaceAll(text, "The ferry is back", "Die Fähre ist zurück"),
	}, "blog/ach-UG/a.md", "blog/de/a.md", "blog/a.md")
	for f := range res.Findings.All() {
		if own := f.Status.String() == ""; own != (f.Path == "blog/a.md") {
			t.Errorf("%s %s: %q", f.Path, f.Message, f.Status)
		}
	}
	if res.Findings.Len() != 6 {
		t.Errorf("%d findings", res.Findings.Len())
	}
}

func TestFaultsOfTheSourceAreNotReportedOnATranslation(t *testing.T) {
	res := translated(t, func(r *lint.Rule) { r.Structure = true }, map[string]string{
		"en/a.md": "# Ferry\n\n[Times](times)\n\n!! Sails\n",
		"de/a.md": "# Fähre\n\n[Zeiten](times) und [Preise](preise)\n\n!! Fährt\n",
		"en/b.md": "# Bridge\n\n!! Closed\n",
		"de/b.md": "# Brücke\n\n## Gesperrt\n\n!! Gesperrt\n", // other headings: not a mirror
	})
	got := map[string]int{}
	for f := range res.Findings.All() {
		got[f.Path+" "+f.Message+" "+f.Shared+" "+f.Status.String()]++
	}
	for _, want := range []string{
		"en/a.md Link times ", "en/a.md Paragraph  ", "en/b.md Paragraph  ",
		"de/a.md Link times translation", "de/a.md Link preise ", "de/a.md Paragraph  translation",
		"de/b.md Paragraph  ",
	} {
		if got[want] != 1 {
			t.Errorf("%q: %d times", want, got[want])
		}
	}
	if want := (engine.HeldNote{Withheld: 2, Drafts: 1, Example: "de/a.md:3"}); res.Findings.Len() != 7 || res.Mirrors != want {
		t.Errorf("%d findings, %+v", res.Findings.Len(), res.Mirrors)
	}
}

func TestFaultsOfLanguageAreReportedOnATranslation(t *testing.T) {
	res := translated(t, func(*lint.Rule) {}, map[string]string{"en/a.md": "!! Sails\n", "de/a.md": "!! Fährt\n"})
	if res.CountStatus(engine.Active) != 2 || res.Mirrors.Withheld != 0 {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestAPassageThatNobodyHasTranslatedHasTheFaultsOfItsSource(t *testing.T) {
	res := translated(t, func(*lint.Rule) {}, map[string]string{
		"en/a.md": "!! The ferry sails at noon\n\n!! It lands\n",
		"de/a.md": "!! The ferry sails at noon\n\n!! Sie landet\n",
	})
	if res.CountStatus(engine.Active) != 3 || res.Mirrors.Withheld != 1 {
		t.Errorf("%s", ruletest.Format(res))
	}
}

func TestATranslationIsMeasuredAgainstItsSource(t *testing.T) {
	res := translated(t, func(r *lint.Rule) { r.Measure = true }, map[string]string{
		"en/a.md": "# Ferry\n\nIt sails. It lands.\n\n## Crew\n\nNine work here. All are paid.\n",
		"de/a.md": "# Fähre\n\n!! Sie fährt. Sie landet.\n\n## Neu\n\n!! Neun sind es.\n\n## Besatzung\n\n!! Neun arbeiten hier, und alle sind bezahlt.\n",
	})
	var held, kept []int
	for f := range res.Findings.All() {
		if f.Status == engine.Mirrored {
			held = append(held, f.From.Line)
		} else {
			kept = append(kept, f.From.Line)
		}
	}
	// The source has no section 7, and its paragraph for line 11 has two sentences.
	if !slices.Equal(held, []int{3}) || !slices.Equal(kept, []int{7, 11}) {
		t.Errorf("held back in lines %v, kept in %v", held, kept)
	}
}
