package desk

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/corpus"
)

// stairs has a sentence that only the language model reads: “Buckets” might be a name.
const stairs = `# The old library leaks

Rain has come through the roof since May. “We call it the indoor weather,” said Ann Lee, who runs the library.

“Nobody has offered us a new roof,” said Tom Berg, the caretaker.

“The council will look at it in spring,” said Mia Holm, the mayor.

## Upstairs

The roof of the hall is older than the house. It has never been mended.

Buckets stand between the shelves. “Every week we carry forty of them down the stairs.”

## Downstairs

The cellar is older still. It has a pump.

<!-- copychief-ignore unattributed-quote: everybody says so -->
Pumps stand between the boxes. “Every week we dry a hundred books by hand.”
`

// modelFile returns the file of the language model.
func modelFile(t *testing.T) []byte {
	t.Helper()
	file, err := os.ReadFile("../../../lint/language/tagger/model.bin")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// bareDesk returns a desk without a language model, as in the page.
func bareDesk(t *testing.T) *Desk {
	t.Helper()
	d := newDesk(t)
	d.model = nil
	return d
}

func TestRulesAboutQuotationsWaitForTheModel(t *testing.T) {
	const rule, reason = "unattributed-quote", string(lint.NeedsQuotations)
	d, draft := bareDesk(t), Draft{Text: stairs}
	r := ask[reply](t, d, request{Do: "check", Draft: draft})
	if !r.Unsettled || found(r, rule) > 0 || !slices.Contains(r.Skipped, skipped{rule, reason}) {
		t.Errorf("without the model: unsettled %t, %d findings, skipped %v", r.Unsettled, found(r, rule), r.Skipped)
	}
	if found(r, "unused-suppression") > 0 {
		t.Error("a suppression of a rule that did not run is called unused")
	}
	for name, file := range map[string][]byte{"a part": modelFile(t)[:9999], "nothing": nil} {
		if a := ask[taken](t, d, request{Do: "model"}, file...); !strings.Contains(a.Error, "not the one that this program was built with") {
			t.Errorf("of %s of the file, it says %q", name, a.Error)
		}
	}
	if again := ask[reply](t, d, request{Do: "check", Draft: draft}); !reflect.DeepEqual(again, r) {
		t.Errorf("after a wrong file, the reply is %+v", again)
	}
	if a := ask[taken](t, d, request{Do: "model"}, modelFile(t)...); a.Error != "" {
		t.Fatal(a.Error)
	}
	r = ask[reply](t, d, request{Do: "check", Draft: draft})
	if r.Unsettled || found(r, rule) != 2 || r.Counts.Suppressed != 1 {
		t.Errorf("with the model: unsettled %t, %d findings, %+v", r.Unsettled, found(r, rule), r.Counts)
	}
	if native := ask[reply](t, newDesk(t), request{Do: "check", Draft: draft}); !reflect.DeepEqual(native, r) {
		t.Errorf("the reply with a built-in model is %+v", native)
	}
}

func found(r reply, rule string) (n int) {
	for _, f := range r.Findings {
		if f.Rule == rule {
			n++
		}
	}
	return n
}

func TestMostDraftsNeedNoModel(t *testing.T) {
	for name, text := range map[string]string{
		"no quotation": "# Buckets\n\nBuckets stand between the shelves. We move them.\n",
		"German":       "# Das Dach der Bücherei\n\nEimer stehen zwischen den Regalen. „Jede Woche tragen wir vierzig davon die Treppe hinunter.“\n\n„Das Dach ist alt“, sagte Anna Lehmann, die das Haus leitet. Die Stadt will es sich im Frühjahr ansehen.\n",
	} {
		if r := ask[reply](t, bareDesk(t), request{Do: "check", Draft: Draft{Text: text}}); r.Unsettled {
			t.Errorf("%s: a sentence needs the model", name)
		}
	}
}

// TestWithoutTheModelOnlySkippedRulesDiffer compares the findings of rules that ran without the model
// with those of the same rules with it. A rule that differs lacks [lint.NeedsQuotations].
func TestWithoutTheModelOnlySkippedRulesDiffer(t *testing.T) {
	bare, whole, unsettled := bareDesk(t), newDesk(t), 0
	texts := []string{stairs}
	for _, d := range corpus.Drafts(t) {
		texts = append(texts, string(d.Content))
	}
	for _, text := range texts {
		without, with := bare.check(&Draft{Text: text}), whole.check(&Draft{Text: text})
		if !without.Unsettled {
			if !reflect.DeepEqual(without, with) {
				t.Errorf("%.40q is settled, and the replies differ", text)
			}
			continue
		}
		unsettled++
		rest := slices.DeleteFunc(with.Findings, func(f finding) bool {
			return slices.ContainsFunc(without.Skipped, func(s skipped) bool { return s.Rule == f.Rule && s.Reason == string(lint.NeedsQuotations) })
		})
		a, _ := json.Marshal(without.Findings)
		b, _ := json.Marshal(rest)
		if string(a) != string(b) {
			t.Errorf("%.40q: without the model %s, with it %s", text, a, b)
		}
	}
	if unsettled == 0 {
		t.Error("no draft needs the model")
	}
}
