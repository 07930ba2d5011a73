package links

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

func TestAFixCorrectsALimitedNumberOfLinks(t *testing.T) {
	doc := parse.Parse("a.md", []byte(strings.Repeat("[a page](http://harbour.github.io/a)\n", mostEdits+5)), parse.Options{})
	var got []lint.Finding
	insecureLink{}.Check(lint.NewPass(doc, &lint.Site{}, func(f lint.Finding) { got = append(got, f) }, nil))
	if len(got) != 1 || len(got[0].Fixes[0].Edits) != mostEdits || len(got[0].Related) != mostEdits+4 || got[0].Fixes[0].Title != "Use https:// in the first 1000" {
		t.Errorf("%d findings", len(got))
	}
}
