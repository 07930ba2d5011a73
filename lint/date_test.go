package lint_test

import (
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestDateOfPublication(t *testing.T) {
	for name, want := range map[string]string{
		"2026-05-01-ferries.md":           "2026-05-01",
		"posts/2026-05-01/index.md":       "2026-05-01",
		"20260501-ferries/content.md":     "2026-05-01",
		"posts/20260501.md":               "2026-05-01",
		"posts/2026/05/01/ferries.md":     "2026-05-01",
		"posts/2026_05_01_ferries.md":     "2026-05-01",
		"posts/20261301-ferries.md":       "", // no such month
		"posts/202605012-ferries.md":      "", // a number
		"posts/10000000-ferries.md":       "",
		"posts/2026-05-ferries.md":        "",
		"posts/12345678-90ab/ferries.md":  "",
		"posts/ferries.md":                "",
		"posts/a/b/ferries-2026-05-01.md": "",
	} {
		if got := parse.Parse(name, []byte("It sails.\n"), parse.Options{}).Date(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := parse.Parse("a.md", []byte("---\ndate: 2026/05/01 10:00\n---\nIt sails.\n"), parse.Options{}).Date(); got != "2026-05-01" {
		t.Errorf("metadata: %q", got)
	}
}
