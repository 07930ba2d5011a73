package report_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/report"
)

// TestAListIsWrittenItemByItemAsInOnePiece compares both ways of writing.
func TestAListIsWrittenItemByItemAsInOnePiece(t *testing.T) {
	type item struct {
		Name  string   `json:"name"`
		Parts []string `json:"parts"`
	}
	type sheet struct {
		Version int    `json:"version"`
		Empty   []int  `json:"empty"`
		Items   []item `json:"items"`
	}
	all := []item{{"a <b>", []string{}}, {"\u009b\u202e", []string{"x", "[]"}}, {"]\n}", nil}}
	for n := range len(all) + 1 {
		some := all[:n:n]
		var whole, single bytes.Buffer
		if err := report.Encode(&whole, sheet{1, []int{}, some}); err != nil {
			t.Fatal(err)
		}
		if err := report.EncodeList(&single, sheet{1, []int{}, []item{}}, slices.Values(some)); err != nil {
			t.Fatal(err)
		}
		if single.String() != whole.String() {
			t.Errorf("%s\nwant %s", single.String(), whole.String())
		}
		whole.Reset()
		single.Reset()
		if err := report.Encode(&whole, some); err != nil {
			t.Fatal(err)
		}
		if err := report.EncodeList(&single, []item{}, slices.Values(some)); err != nil {
			t.Fatal(err)
		}
		if single.String() != whole.String() {
			t.Errorf("%s\nwant %s", single.String(), whole.String())
		}
	}
}
