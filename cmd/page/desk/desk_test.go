package desk

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/rules"
)

func newDesk(t *testing.T) *Desk {
	t.Helper()
	d, err := New(rules.All())
	if err != nil {
		t.Fatal(err)
	}
	d.now = func() time.Time { return time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC) }
	return d
}

// ask sends a request as the page does and decodes the answer.
func ask[T any](t *testing.T, d *Desk, r request, file ...byte) (out T) {
	t.Helper()
	asked, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	answer := d.Answer(asked, file)
	if err := json.Unmarshal(answer, &out); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	return out
}

// at returns the text of a place, which is in UTF-16.
func at(text string, p place) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[p.Start:p.End]))
}

func apply(text string, c change) string {
	all := utf16.Encode([]rune(text))
	for i := len(c.Edits) - 1; i >= 0; i-- {
		e := c.Edits[i]
		all = append(append(append([]uint16{}, all[:e.Start]...), utf16.Encode([]rune(e.New))...), all[e.End:]...)
	}
	return string(utf16.Decode(all))
}

func byRule(t *testing.T, r reply, rule string) finding {
	t.Helper()
	for _, f := range r.Findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s in %+v", rule, r.Findings)
	return finding{}
}

// Emoji are two units in UTF-16 and four bytes; letters with accents one and two.
const buses = `# 🚌 Night buses come back to the café quarter

The council voted on Monday to bring the the night buses back. “It is about time 🚌,” said Ann Lee, who runs a bar at the harbour.

## What it costs

See [here](https://council.test/plan) for the plan.

- The first bus leaves at at eleven.
- The last one leaves at five.
`

func TestPlacesAreInUnitsOfTheBrowser(t *testing.T) {
	d := newDesk(t)
	r := ask[reply](t, d, request{Do: "check", Draft: Draft{Text: buses}})
	f := byRule(t, r, "repeated-word")
	if got := at(buses, f.Place); got != "the the" {
		t.Errorf("the finding is at %q", got)
	}
	if f.Words != "the the" || f.Severity != "warning" || f.Family == "" || f.Basis.Says == "" || len(f.Fixes) != 1 {
		t.Errorf("the finding is %+v", f)
	}
	if q := r.Inspection.Quotes; len(q) != 1 || q[0].Speaker != "Ann Lee" || at(buses, q[0].Place) != "“It is about time 🚌,”" {
		t.Errorf("the quotations are %+v", q)
	}
	if o := r.Inspection.Outline; len(o) != 2 || o[1].Text != "What it costs" || at(buses, o[1].Place) != "## What it costs" || o[1].Words == 0 {
		t.Errorf("the outline is %+v", o)
	}
	if !r.Article || r.Counts.Warning == 0 || r.Counts.Fixable == 0 || len(r.NotChecked) > 0 {
		t.Errorf("the reply is %+v", r.Counts)
	}
}

func TestFindingsQuoteWhatReadersSee(t *testing.T) {
	d := newDesk(t)
	long := strings.Repeat("The [boat](https://boats.example/a) of the *old* harbour leaves at noon and comes back at night. ", 14)
	r := d.check(&Draft{Text: "# Ferry\n\n### 1. The **first** [boat](b.md)\n\n![](img/pier_2.jpg)\n\nWe saw [the the gull](c.md) there.\n\n" + long + "\n\nSee [the tide table](http://tides.gov/x) first.\n"})
	said := map[string]string{}
	for _, f := range r.Findings {
		said[f.Rule] = f.Words
		for _, other := range f.Related {
			said[f.Rule+", related"] = other.Words
		}
	}
	for rule, want := range map[string]string{
		"skipped-heading": "1. The first boat", "skipped-heading, related": "Ferry", "missing-alt": "pier_2.jpg", "repeated-word": "the the",
		"long-paragraph": "The boat of the old harbour leaves at noon and comes back a…", "insecure-link": "http://tides.gov/x",
	} {
		if said[rule] != want {
			t.Errorf("%s quotes %q, want %q", rule, said[rule], want)
		}
	}
}

func TestFieldsNextToTheTextCountAsMetadata(t *testing.T) {
	d := newDesk(t)
	draft := Draft{Text: buses}
	r := ask[reply](t, d, request{Do: "check", Draft: draft})
	if f := byRule(t, r, "missing-description"); f.Field != "description" {
		t.Errorf("the finding is about %q", f.Field)
	}
	draft.Description = strings.Repeat("The buses run all night again. ", 20)
	draft.Headline = strings.Repeat("Night buses in the harbour quarter ", 4)
	draft.Keyphrase, draft.Language = "night buses", "en"
	r = ask[reply](t, d, request{Do: "check", Draft: draft})
	if f := byRule(t, r, "long-description"); f.Field != "description" {
		t.Errorf("the finding is about %q", f.Field)
	}
	if f := byRule(t, r, "long-headline"); f.Field != "headline" {
		t.Errorf("the finding is about %q", f.Field)
	}
	s := r.Inspection.Search
	if s.Title.Own || s.Title.Desktop >= len(s.Title.Text) || s.Title.Limit != 600 || s.Description.Mobile >= s.Description.Desktop {
		t.Errorf("the search result is %+v", s)
	}
	if r.Inspection.Keyphrase != "night buses" || r.Inspection.Metrics.Hits == 0 {
		t.Errorf("the keyphrase is %q, %d times", r.Inspection.Keyphrase, r.Inspection.Metrics.Hits)
	}
}

func TestFieldsInTheTextComeFirst(t *testing.T) {
	text := "---\ntitle: Night buses are back\ndescription: From May on, four buses an hour connect the harbour with the station all night.\n---\n\nThe buses run.\n"
	r := ask[reply](t, newDesk(t), request{Do: "check", Draft: Draft{Text: text, Headline: "Another", Description: "Another"}})
	if s := r.Inspection.Search; s.Title.Text != "Night buses are back" || !s.Title.Own || !strings.HasPrefix(s.Description.Text, "From May") {
		t.Errorf("the search result is %+v", s)
	}
}

func TestAFixIsMade(t *testing.T) {
	d := newDesk(t)
	draft := Draft{Text: buses}
	f := byRule(t, ask[reply](t, d, request{Do: "check", Draft: draft}), "repeated-word")
	c := ask[change](t, d, request{Do: "fix", Draft: draft, Finding: f.ID})
	if got, want := apply(buses, c), strings.Replace(buses, "the the", "the", 1); got != want || len(c.Done) != 1 {
		t.Errorf("the text is %q, and %q is said to be done", got, c.Done)
	}
	c = ask[change](t, d, request{Do: "fix-all", Draft: draft})
	if got := apply(buses, c); strings.Contains(got, "the the") || strings.Contains(got, "at at") || len(c.Done) < 2 {
		t.Errorf("the text is %q, and %q is said to be done", got, c.Done)
	}
	c = ask[change](t, d, request{Do: "fix", Draft: Draft{Text: "Another text.\n"}, Finding: f.ID})
	if c.Refused == "" || len(c.Edits) > 0 {
		t.Errorf("a fix of another text gives %+v", c)
	}
}

func TestAFindingIsLeftAsItIs(t *testing.T) {
	d := newDesk(t)
	for rule, comment := range map[string]string{
		"repeated-word":       "\n<!-- copychief-ignore repeated-word: it is a – refrain ‹b› -->\nThe council",
		"missing-description": "<!-- copychief-ignore-file missing-description: it is a – refrain ‹b› -->\n\n# ",
		"generic-link-text":   "\n<!-- copychief-ignore generic-link-text: it is a – refrain ‹b› -->\nSee",
	} {
		draft := Draft{Text: buses}
		f := byRule(t, ask[reply](t, d, request{Do: "check", Draft: draft}), rule)
		c := ask[change](t, d, request{Do: "leave", Draft: draft, Finding: f.ID, Reason: " it is a\n--- refrain <b> "})
		draft.Text = apply(buses, c)
		if !strings.Contains(draft.Text, comment) {
			t.Errorf("%s: the text is %q (%s)", rule, draft.Text, c.Refused)
		}
		now := ask[reply](t, d, request{Do: "check", Draft: draft})
		if f := byRule(t, now, rule); f.Status != "suppressed" || !strings.Contains(f.Reason, "refrain") || now.Counts.Suppressed == 0 {
			t.Errorf("%s: the finding is %+v", rule, f)
		}
	}
}

func TestAFindingInAListIsSuppressedAboveTheList(t *testing.T) {
	d := newDesk(t)
	draft := Draft{Text: "# Buses\n\nThey run at night:\n\n- The first leaves at ten.\n- The last one leaves at at five.\n"}
	f := byRule(t, ask[reply](t, d, request{Do: "check", Draft: draft}), "repeated-word")
	draft.Text = apply(draft.Text, ask[change](t, d, request{Do: "leave", Draft: draft, Finding: f.ID, Reason: "a refrain"}))
	if !strings.Contains(draft.Text, "-->\n- The first") {
		t.Errorf("the text is %q", draft.Text)
	}
	if c := ask[change](t, d, request{Do: "leave", Draft: Draft{Text: buses}, Finding: f.ID, Reason: " "}); c.Refused == "" {
		t.Error("a suppression without a reason is written")
	}
}

func TestFilesAreOpened(t *testing.T) {
	d := newDesk(t)
	md := ask[opened](t, d, request{Do: "open", Name: "a.md"}, []byte("---\ntitle: A\n---\n\nText.\n")...)
	if !strings.HasPrefix(md.Markdown, "---\ntitle: A") || md.Title != "" {
		t.Errorf("Markdown is opened as %+v", md)
	}
	page := ask[opened](t, d, request{Do: "open", Name: "a.HTML"},
		[]byte(`<html><head><title>Search title</title><meta name="description" content="What it says"></head><body><h1>Night buses</h1><p>They run.</p></body></html>`)...)
	if !strings.Contains(page.HTML, "<h1>") || page.Title != "Search title" || page.Description != "What it says" {
		t.Errorf("HTML is opened as %+v", page)
	}
	plain := ask[opened](t, d, request{Do: "open", Name: "a.txt"},
		[]byte("Night buses come back\n\nThe council voted on Monday to bring the buses back.\n\n- one\n- two\n\n“That will do.”\n\n1986. That was the year of the last one, as far as anybody remembers.\n")...)
	if want := "The council voted on Monday to bring the buses back.\n\n- one\n- two\n\n“That"; !strings.Contains(plain.Markdown, want) {
		t.Errorf("plain text is opened as %q", plain.Markdown)
	}
	for name, file := range map[string]string{"a.pdf": "%PDF", "a.docx": "no archive"} {
		if o := ask[opened](t, d, request{Do: "open", Name: name}, []byte(file)...); o.Error == "" {
			t.Errorf("%s is opened as %+v", name, o)
		}
	}
}

func TestRulesAreExplained(t *testing.T) {
	d := newDesk(t)
	for _, r := range rules.All() {
		w := ask[explanation](t, d, request{Do: "why", Rule: r.Name})
		if w.Error != "" || w.Text == "" || w.Basis.Says == "" || w.Basis.Source == "" {
			t.Errorf("%s is explained as %+v", r.Name, w)
		}
	}
	if w := ask[explanation](t, d, request{Do: "why", Rule: "repeated-word"}); w.Advice != "Delete one of the two." {
		t.Errorf("the advice is %q", w.Advice)
	}
	a := ask[about](t, d, request{Do: "about"})
	if len(a.Profiles) != len(config.Profiles) || len(a.Families) < 10 || a.Families[0] != string(lint.HeadlineFamily) {
		t.Errorf("about: %+v", a)
	}
}

func TestHostileRequestsAreAnswered(t *testing.T) {
	d := newDesk(t)
	for _, asked := range []string{"", "{", `{"do":"burn"}`, `{"do":"why","rule":"<b>"}`} {
		var f failure
		if answer := d.Answer([]byte(asked), nil); json.Unmarshal(answer, &f) != nil || f.Error == "" {
			t.Errorf("%q is answered with %s", asked, answer)
		}
	}
	for _, text := range []string{"", "\ufeff", "\x00\x00", "\ufffd", strings.Repeat("[a](b", 4000), "---\ntitle: \x1b[31m\n", "<script>alert(1)</script>\n", "# " + strings.Repeat("🚌", 3000)} {
		r := ask[reply](t, d, request{Do: "check", Draft: Draft{Text: text, Profile: "../x", Language: "tlh", Keyphrase: "\x00("}})
		if r.Findings == nil && len(r.NotChecked) == 0 {
			t.Errorf("%.20q is answered with %+v", text, r)
		}
		length := len(utf16.Encode([]rune(text)))
		for _, f := range r.Findings {
			if f.Place.Start < 0 || f.Place.End < f.Place.Start || f.Place.End > length {
				t.Errorf("%.20q: %s is at %v of %d", text, f.Rule, f.Place, length)
			}
		}
	}
}

func TestEditsDoNotSplitCharacters(t *testing.T) {
	for _, c := range [][2]string{{"a🚌b", "a🚏b"}, {"é", "è"}, {"ab", "ab"}, {"", "x"}, {"aaa", "aa"}, {"🚌🚌", "🚌"}} {
		e := between(c[0], c[1])
		if got := apply(c[0], change{Edits: []edit{e}}); got != c[1] {
			t.Errorf("%q is changed to %q instead of %q by %+v", c[0], got, c[1], e)
		}
	}
}
