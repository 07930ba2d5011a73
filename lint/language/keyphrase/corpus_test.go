package keyphrase

import (
	"testing"

	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

func TestSieveLetsEveryFormThrough(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		forms := map[string]map[string]bool{}
		for _, draft := range list[:min(150, len(list))] {
			d := parse.Parse(draft.Name, draft.Content, parse.Options{})
			if !language.English(d.Language) {
				continue
			}
			for _, w := range language.ProseOf(d).Words {
				s := d.Blocks[w.Block].Text.Slice(int(w.Start), int(w.End))
				stem := inflect.Stem(s, "en")
				if forms[stem] == nil {
					forms[stem] = map[string]bool{}
				}
				forms[stem][s] = true
			}
		}
		groups := 0
		for _, group := range forms {
			if len(group) < 2 {
				continue
			}
			groups++
			for declared := range group {
				p := NewPhrase(declared, "en")
				for form := range group {
					if len(p.terms) == 1 && !p.In(form).All() {
						t.Errorf("%q declared, %q not found", declared, form)
					}
				}
			}
		}
		if t.Logf("%d groups of forms", groups); groups < 100 {
			t.Errorf("only %d groups of forms", groups)
		}
	})
}
