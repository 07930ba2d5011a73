package fix

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// swap is a rule for tests: it proposes to replace each occurrence of a word.
type swap struct{ rule, word, with string }

func draft(rules ...swap) Draft {
	read := func(text []byte) *lint.Document { return parse.Parse("a.md", text, parse.Options{}) }
	return Draft{Parse: read, Check: func(text []byte) (Checked, error) {
		look := Checked{Doc: read(text)}
		for _, r := range rules {
			for at := 0; ; {
				i := bytes.Index(text[at:], []byte(r.word))
				if i < 0 {
					break
				}
				span := lint.Span{Start: at + i, End: at + i + len(r.word)}
				look.Proposals = append(look.Proposals, Proposal{Rule: r.rule, Fix: lint.Replace("swap", true, span, r.with)})
				at = span.End
			}
		}
		return look, nil
	}}
}

func fixed(t *testing.T, text string, rules ...swap) Outcome {
	t.Helper()
	before := strings.Clone(text)
	o, err := All([]byte(text), draft(rules...))
	if err != nil {
		t.Fatal(err)
	}
	if text != before {
		t.Error("the text that was given has changed")
	}
	return o
}

// fixedMarkup is fixed with a rule whose fixes are about markup.
func fixedMarkup(t *testing.T, text string, rule swap) Outcome {
	t.Helper()
	d := draft(rule)
	check := d.Check
	d.Check = func(text []byte) (Checked, error) {
		c, err := check(text)
		for i := range c.Proposals {
			c.Proposals[i].Fix.Markup = true
		}
		return c, err
	}
	o, err := All([]byte(text), d)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestFixesAreAppliedUntilNothingIsLeft(t *testing.T) {
	o := fixed(t, "A one and one day.\n", swap{"a", "one", "two"}, swap{"b", "two", "three"})
	if string(o.Text) != "A three and three day.\n" || len(o.Applied) != 4 || o.Applied[3].Round != 2 {
		t.Errorf("%q, %+v", o.Text, o.Applied)
	}
	if len(o.Rejected)+len(o.Cycle)+len(o.Unfinished) != 0 {
		t.Errorf("%+v", o)
	}
}

func TestOfOverlappingFixesTheFirstIsApplied(t *testing.T) {
	o := fixed(t, "A wide open door.\n", swap{"a", "wide open", "open"}, swap{"b", "open door", "gate"})
	if string(o.Text) != "A gate.\n" || len(o.Applied) != 2 || o.Applied[0].Rule != "a" || o.Applied[1].Round != 2 {
		t.Errorf("%q, %+v", o.Text, o.Applied)
	}
}

func TestNeighboursWaitForTheNextRound(t *testing.T) {
	chosen, bad := choose([]byte("abcd"), []Proposal{
		{Fix: lint.Replace("", true, lint.Span{Start: 0, End: 2}, "x")},
		{Fix: lint.Replace("", true, lint.Span{Start: 2, End: 2}, "y")},
		{Fix: lint.Replace("", true, lint.Span{Start: 3, End: 4}, "z")},
	})
	if len(chosen) != 2 || chosen[1].Fix.Edits[0].New != "z" || len(bad) != 0 {
		t.Errorf("%+v, %+v", chosen, bad)
	}
}

func TestEditsOfOneFixAreAppliedAllOrNotAtAll(t *testing.T) {
	one := Proposal{Fix: lint.Fix{Edits: []lint.Edit{{Span: lint.Span{Start: 0, End: 1}, New: "X"}, {Span: lint.Span{Start: 9, End: 10}, New: "Y"}}}}
	two := Proposal{Fix: lint.Fix{Edits: []lint.Edit{{Span: lint.Span{Start: 4, End: 5}, New: "M"}, {Span: lint.Span{Start: 8, End: 10}, New: "N"}}}}
	three := Proposal{Fix: lint.Replace("", true, lint.Span{Start: 4, End: 5}, "Z")}
	text := []byte("0123456789")
	chosen, _ := choose(text, []Proposal{one, two, three})
	if got := string(apply(text, editsOf(text, chosen))); got != "X123Z5678Y" {
		t.Error(got)
	}
}

func TestEditsThatDoNotFitAreRefused(t *testing.T) {
	text := []byte("\ufeffäb")
	for _, e := range [][]lint.Edit{
		nil,
		{{Span: lint.Span{Start: 0, End: 3}}},  // the byte order mark
		{{Span: lint.Span{Start: 4, End: 5}}},  // half of a character
		{{Span: lint.Span{Start: 5, End: 7}}},  // outside
		{{Span: lint.Span{Start: -1, End: 3}}}, // outside
		{{Span: lint.Span{Start: 6, End: 5}}},  // backwards
		{{Span: lint.Span{Start: 5, End: 6}}, {Span: lint.Span{Start: 3, End: 5}}},                     // out of order
		{{Span: lint.Span{Start: 5, End: 6}, New: "\xff"}}, {{Span: lint.Span{Start: 5}, New: "\x00"}}, // no text
	} {
		if _, bad := choose(text, []Proposal{{Fix: lint.Fix{Edits: e}}}); len(bad) != 1 {
			t.Errorf("accepted: %+v", e)
		}
	}
}

func TestRulesInACycleAreNamedAndOthersGoOn(t *testing.T) {
	o := fixed(t, "A day, a cat, a red fox.\n", swap{"to-dog", "cat", "dog"}, swap{"to-cat", "dog", "cat"}, swap{"colour", "red", "rust"}, swap{"later", "rust", "brown"})
	if got := fmt.Sprint(o.Cycle); got != "[to-cat to-dog]" {
		t.Errorf("cycle: %s", got)
	}
	if !strings.Contains(string(o.Text), "brown fox") {
		t.Errorf("%q", o.Text)
	}
}

func TestFixesThatNeverSettleEnd(t *testing.T) {
	o := fixed(t, "A long day.\n", swap{"longer", "long", "llong"})
	if got := fmt.Sprint(o.Unfinished); got != "[longer]" || len(o.Applied) != Rounds {
		t.Errorf("%s, %d applied", got, len(o.Applied))
	}
}

func TestAFixThatChangesTheRestIsRejected(t *testing.T) {
	for _, c := range []struct{ name, text, word, with string }{
		{"fence opened", "Some X text.\n\nMore text.\n", "Some X", "```\nX"},
		{"front matter broken", "---\ntitle: Some X\ndate: 2024-01-02\n---\n\nText.\n", "Some X", "\"Some"},
		{"front matter ended", "---\ntitle: X\ndate: 2024-01-02\n---\n\nText.\n", "X", "a\n---"},
		{"field added", "---\ntitle: X\n---\n\nText.\n", "X", "a\nslug: b"},
		{"paragraphs joined", "One X\n\ntwo.\n", "X\n\n", "X "},
		{"paragraph split", "One X two.\n", "X", "\n\n"},
		{"paragraph made heading", "Some X\n\nOther\n\nLast.\n", "X\n\n", "\n---\n"},
		{"comment opened", "Some X here.\n\nMore -->.\n", "Some X", "<!--"},
		{"list begun", "X\n\nText\n", "X\n\n", "- "},
		{"definition gone", "See [this][1] page.\n\nX\n\n[1]: https://example.org/\n", "X\n\n[1]", "[1]: /a\n\n[1]"},
	} {
		o := fixed(t, c.text, swap{"bad", c.word, c.with})
		if string(o.Text) != c.text || len(o.Rejected) != 1 {
			t.Errorf("%s: %q, %d rejected", c.name, o.Text, len(o.Rejected))
		}
	}
}

func TestOneBadFixDoesNotSpoilTheOthers(t *testing.T) {
	text := strings.Repeat("A good day.\n\n", 9) + "A bad day.\n\n" + strings.Repeat("A good day.\n\n", 9)
	o := fixed(t, text, swap{"better", "good", "fine"}, swap{"worse", "bad", "\n```\n"})
	if len(o.Applied) != 18 || len(o.Rejected) != 1 || o.Rejected[0].Rule != "worse" {
		t.Errorf("%d applied, %+v", len(o.Applied), o.Rejected)
	}
}

func TestFixesMayRemoveTheBlockTheyEdit(t *testing.T) {
	o := fixed(t, "One.\n\n##\n\nTwo.\n", swap{"empty", "##\n\n", ""})
	if string(o.Text) != "One.\n\nTwo.\n" {
		t.Errorf("%q, %+v", o.Text, o.Rejected)
	}
}

func TestTheTargetOfALinkByReferenceMayBeFixed(t *testing.T) {
	o := fixedMarkup(t, "See [this][1] page.\n\n[1]: http://example.org/?utm_source=x\n", swap{"tracking", "?utm_source=x", ""})
	if len(o.Applied) != 1 {
		t.Errorf("%q, %+v", o.Text, o.Rejected)
	}
}

func TestOnlyUnsafeFixesMaySplitAParagraph(t *testing.T) {
	for _, safe := range []bool{true, false} {
		d := draft(swap{"part", "one.two", "one.\n\ntwo"})
		look := d.Check
		d.Check = func(text []byte) (Checked, error) {
			l, err := look(text)
			for i := range l.Proposals {
				l.Proposals[i].Fix.Safe = safe
			}
			return l, err
		}
		o, err := All([]byte("Take one.two there.\n\nMore.\n"), d)
		if err != nil || len(o.Applied) == 1 == safe {
			t.Errorf("safe %v: %q, %v", safe, o.Text, err)
		}
	}
}

func TestTheArgumentOfATemplateTagMayBeFixed(t *testing.T) {
	o := fixedMarkup(t, "Text.\n\n{{< figure src=\"a.png\" alt=\"Photo of a cat\" >}}\n\nX\n", swap{"alt", "Photo of a cat", "A cat"})
	if len(o.Applied) != 1 {
		t.Errorf("%q, %+v", o.Text, o.Rejected)
	}
}

func TestInsertedLinesEndLikeTheOthers(t *testing.T) {
	o := fixed(t, "One X two.\r\nThree.\r\n", swap{"break", " X ", "\n"})
	if string(o.Text) != "One\r\ntwo.\r\nThree.\r\n" {
		t.Errorf("%q", o.Text)
	}
}

func TestAnErrorOfTheDraftEndsTheRounds(t *testing.T) {
	stop := errors.New("stop")
	_, err := All([]byte("x"), Draft{Check: func([]byte) (Checked, error) { return Checked{}, stop }})
	if !errors.Is(err, stop) {
		t.Error(err)
	}
}

func TestUTF16ComesBackAsItWas(t *testing.T) {
	for name, raw := range map[string]string{
		"utf-16le": "\xff\xfeA\x00\xe4\x00\x3d\xd8\x00\xde",
		"utf-16be": "\xfe\xff\x00A\x00\xe4\xd8\x3d\xde\x00",
	} {
		src := parse.Parse("a.md", []byte(raw), parse.Options{}).Source
		back, err := src.Encode(src.Bytes)
		if err != nil || string(back) != raw || src.Codec == nil || src.Codec.Name() != name {
			t.Errorf("%s: %q, %v", name, back, err)
		}
	}
}

func FuzzAcceptedFixesKeepTheRest(f *testing.F) {
	f.Add("---\ntitle: a\n---\n\nText *b* [c](d)\n\n> q\n", 5, 9, "x", 30, 31, "")
	f.Add("a\r\n\r\nb", 0, 1, "\n", 3, 3, "# ")
	f.Fuzz(func(t *testing.T, text string, a, b int, x string, c, d int, y string) {
		read := func(text []byte) *lint.Document { return parse.Parse("a.md", text, parse.Options{}) }
		looks := 0
		o, err := All([]byte(text), Draft{Parse: read, Check: func(now []byte) (Checked, error) {
			looks++
			look := Checked{Doc: read(now)}
			if looks == 1 && look.Doc.Source.Codec == nil {
				look.Proposals = []Proposal{
					{Rule: "x", Fix: lint.Replace("", true, lint.Span{Start: a, End: b}, x)},
					{Rule: "y", Fix: lint.Replace("", true, lint.Span{Start: c, End: d}, y)},
				}
			}
			return look, nil
		}})
		if err != nil {
			t.Fatal(err)
		}
		if len(o.Applied) == 0 && string(o.Text) != text {
			t.Errorf("changed without a fix: %q", o.Text)
		}
		before, after := read([]byte(text)), read(o.Text)
		if grown := len(after.Blocks) - len(before.Blocks); grown > 0 {
			t.Errorf("%d blocks more", grown)
		}
		if !slices.IsSortedFunc(o.Applied, func(a, b AppliedFix) int { return a.Round - b.Round }) {
			t.Error("rounds out of order")
		}
	})
}
