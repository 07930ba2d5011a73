package language

import (
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

func TestEntriesOfChangeLogs(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"[`#12`](https://a.example/12) Mend the board", true},
		{"[4f0c1d2](https://a.example/4f0c1d2) Mend the board", true},
		{"4f0c1d2 Mend the board", true},
		{"[#12](https://a.example/12) Mend the board", true},
		{"Mend the board of the ferry and its lamps ([#12](https://a.example/12)) (Ane)", true},
		{"Mend the board, as [#12](https://a.example/12) says, before the ferry sails again in May", false},
		{"defaced boards were mended", false}, // letters alone are a word
		{"1234567 people crossed", false},
		{"[The board](https://a.example/12) is mended", false},
	} {
		d := parse.Parse("a.md", []byte("- "+c.text+"\n"), parse.Options{})
		if got := ChangeEntry(&d.Blocks[0]); got != c.want {
			t.Errorf("%s: got %v", c.text, got)
		}
	}
}
