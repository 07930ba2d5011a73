package resolve_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
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
