package kind

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// TestDataInMarkdown tells data for a program from drafts that begin like it.
func TestDataInMarkdown(t *testing.T) {
	const person = "name: Ane\nbio: >\n  Ane sails the\n  ferry.\nlinks:\n  - https://harbour.example/ane\n"
	for _, c := range []struct {
		content string
		want    bool
	}{
		{person, true},
		{"# people\n" + person + "\nharbours:\n- Vik\n- Sund\n", false}, // begins with a headline
		{"name: Ane\nport: Vik\ncolour: red\n", true},
		{"Title: The ferry\nDate: 2026-05-01\nTags: sea\n", false},      // not yet written
		{"title: The ferry\ndate: 2026-05-01\ntags:\n- sea\n", false},   // not yet written, either
		{person + "\nAne sails the ferry.\n", false},                    // prose follows
		{"Ane: Does it sail?\nVik: It does.\nAne: When?\n", false},      // somebody speaks twice
		{"name: Ane\n\n    code\n\nport: Vik\ncolour: red\n", false},    // nothing is open
		{"https://harbour.example\nname: Ane\nport: Vik\n", false},      // an address
		{"{\"name\": \"Ane\", \"ports\": [\"Vik\", \"Sund\"]}\n", true}, // JSON
		{"[{\"name\": \"Ane\"}, {\"name\": \"Bo\"}]\n", true},
		{"[The ferry](ferry.md) sails.\n", false},
		{"{\"title\": \"The ferry\"}\n", false}, // the front matter of a page without text
		{"name = \"Ane\"\nport = \"Vik\"\n[boat]\nlength = 12\n", true},
		{"name = Ane\nport = Vik\nboat = none\n", false},
		{"---\nname: Ane\nport: Vik\nboat: none\n---\n\nAne sails.\n", false},
	} {
		d := parse.Parse("people/ane.md", []byte(c.content), parse.Options{})
		if got := Of(nil, "people/ane.md", d) == lint.KindAsset; got != c.want {
			t.Errorf("%q: data %t, want %t", c.content, got, c.want)
		}
	}
}
