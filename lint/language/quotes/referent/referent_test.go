package referent

import (
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/language/quotes"
)

func TestReferentsAreCertain(t *testing.T) {
	const lee = "Ann Lee runs the bakery on the hill.\n"
	for draft, want := range map[string]string{
		lee + "Lee opens late. “We open at noon,” she said.":                                        "Ann Lee",
		lee + "“We open at noon,” said Lee. “Come early,” she added.":                               "Ann Lee",
		lee + "Lee opens late.\n“We open at noon,” she said.":                                       "Ann Lee",
		lee + "Lee, a baker, opens late. “We open at noon,” she said.":                              "Ann Lee",
		lee + "Lee met the mayor. “We open at noon,” she said.":                                     "",
		lee + "Lee met Eva Moss. “We open at noon,” she said.":                                      "",
		lee + "Lee met Moss and talked to Moss. “We open at noon,” she said.":                       "",
		lee + "Footage of Moss appears again. “We open at noon,” she said.":                         "",
		lee + "Lee told him that. “We open at noon,” she said.":                                     "",
		lee + "Lee opens late. “To Ann Lee, noon is early,” she said.":                              "",
		lee + "Lee opens late.\n“We open at noon,” he said.\n“We close,” said Lee. “So,” she said.": "",
		lee + "Eva Lee helps. “We open at noon,” she said.":                                         "",
		lee + "Ann and Eva open late. “We open at noon,” she said.":                                 "",
		lee + "Bread is baked in Salem. “We open at noon,” it said.":                                "",
		"BREAD NEWS. It is late. “We open at noon,” she said.":                                      "",
	} {
		d := langtest.Document(draft)
		named := Of(d)
		got := ""
		for i, q := range quotes.Of(d) {
			if s := q.Speaker.Text; s == "she" || s == "he" || s == "it" {
				if got = ""; named[i] != nil {
					got = named[i].Text
				}
			}
		}
		if got != want {
			t.Errorf("%q: “%s”, want “%s”", draft, got, want)
		}
	}
}
