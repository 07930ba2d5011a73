package resolve_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/site/generator"
)

func TestOnlyAFileThatIsCertainlyMeantIsSuggested(t *testing.T) {
	files := tree("guide/bridge.md", "guide/Harbour-Plan.pdf", "guide/step-1.md", "guide/ferries.md", "guide/ferrier.md", "old/tolls.md", "a/fares.md", "b/fares.md", "img/pier.png")
	for name, want := range map[string]string{
		"harbour_plan.pdf":  "Harbour-Plan.pdf",
		"../guide/bridg.md": "", // the draft itself
		"step-2.md":         "", // a number is no slip
		"ferriez.md":        "", // either of two
		"tolls.md":          "../old/tolls.md",
		"../tolls.md":       "../old/tolls.md",
		"fares.md":          "", // either of two
		"img/pier.png":      "../img/pier.png",
		"../img/peer.png":   "../img/pier.png",
		"/img/peer.png":     "",
		"../../bridge.md":   "",
		"nothing.md":        "",
	} {
		if got := resolve.Suggest(&lint.Pass{Files: files, Name: "guide/bridge.md"}, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestTheSameNameWithAnotherExtensionIsMeantRatherThanAFileElsewhere(t *testing.T) {
	files := tree("guide/bridge.md", "topics/cost.md", "slides/cost.html", "slides/fees.html", "slides/fees.pdf", "slides/pier.html", "img/pier.jpg")
	doc := parse.Parse("guide/bridge.md", []byte("- [Topic](../topics/cost.md)\n- [Tolls](../topics/tolls.md)\n"), parse.Options{})
	for name, want := range map[string]string{
		"../slides/cost.md": "../slides/cost.html",
		"../slides/fees.md": "", // either of two
		"../img/pier.png":   "../img/pier.jpg",
		"../img/pier.html":  "../slides/pier.html",
		"../other/cost.md":  "", // the draft links it, as another thing
	} {
		if got := resolve.Suggest(&lint.Pass{Files: files, Name: "guide/bridge.md", Doc: doc}, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestAPageOfAnotherLanguageIsInTheSamePlace(t *testing.T) {
	site := generator.Named("vuepress", ".")
	site.Languages = []string{"en", "de"}
	files := tree("de/guide/bridge.md", "guide/cost.md", "guide/old/toll.md", "i18n/de/docs/current/bridge.md", "guide/fees.md")
	for _, c := range []struct {
		draft, name string
		want        resolve.Answer
	}{
		{"de/guide/bridge.md", "cost.md", resolve.Found},
		{"de/guide/bridge.md", "toll.md", resolve.Missing},
		{"de/guide/bridge.md", "old/toll.md", resolve.Found},
		{"i18n/de/docs/current/bridge.md", "fees.md", resolve.Found},
	} {
		if got := resolve.File(&lint.Pass{Files: files, Name: c.draft, Site: site}, c.name); got != c.want {
			t.Errorf("%s in %s: %v, want %v", c.name, c.draft, got, c.want)
		}
	}
}

func TestAPageIsSuggestedFromTheSameFolder(t *testing.T) {
	p := &lint.Pass{Files: tree("guide/components/events.md", "guide/bridge.md"), Name: "guide/bridge.md", Site: generator.Named("vitepress", ".")}
	for address, want := range map[string]string{
		"/guide/components/evnts": "/guide/components/events", "/guide/evnts": "", "components/evnts.html": "components/events", "/": "",
	} {
		if got := resolve.SuggestPage(p, address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
