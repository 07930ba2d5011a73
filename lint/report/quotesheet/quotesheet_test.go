package quotesheet

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/reporttest"
)

// quoted drafts and the sources of one of them, with what must not contextBytes a terminal, a
// spreadsheet or a page.
func sheet(t *testing.T, terms bool) *Sheet {
	t.Helper()
	source := func(path, text string) *lint.Document { return parse.Parse(path, []byte(text), parse.Options{}) }
	sources := &lint.Sources{Docs: []*lint.Document{
		source("talks/bell\x1b[31m.txt", "We will never close the ferry before the bridge is open.\n\nIt is a matter of trust, of money and of nothing else.\n"),
		source("talks/vik.html", "<p>The works go on until <b>June</b>, whatever the weather.</p>"),
	}}
	s := &Sheet{Terms: terms}
	s.Add(source("posts/ferry.md", `# The ferry

“We will close the ferry before the bridge is open,” said Ann Bell, as the
[minutes](https://region.example/minutes/2026/05/03/of-the-whole-council-and-its-guests.html) have it.

“Nobody asked us whether we wanted it,” she said.

“It is a matter,” a diplomat said, “of trust … and of nothing else.” He called it the “ski jump”.

“Nobody has ever asked for a bridge of that size, and of such a colour.”

> The works go on until June, whatever the weather.
>
> — Tom Vik
`), sources)
	s.Add(source("posts/=2+2.md", "“=cmd|' /C calc'!A0 is all that we have ever typed,” said Eve\x1b[2J *Bold*.\n\n“<b>@here</b> | we go once more, my friends,” said Eve. “Yes.”\n"), nil)
	s.Add(source("posts/fähre.md", "---\nlang: de\n---\n\n„Niemand hat uns gefragt, ob wir sie wollen“, sagt Eva Lind.\n"), nil)
	return s
}

func TestQuoteSheets(t *testing.T) {
	for name, write := range map[string]func(*Sheet, io.Writer) error{
		"quotes.txt":  func(s *Sheet, w io.Writer) error { return s.Text(w, report.Options{}) },
		"quotes.csv":  (*Sheet).CSV,
		"quotes.json": (*Sheet).JSON,
		"quotes.md":   (*Sheet).Markdown,
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(sheet(t, name == "quotes.txt"), &b); err != nil {
				t.Fatal(err)
			}
			reporttest.Golden(t, name, b.Bytes())
			if strings.ContainsRune(b.String(), '\x1b') {
				t.Error("an escape sequence of a draft reaches the report")
			}
		})
	}
}

func TestQuoteTableKeepsToTheScreen(t *testing.T) {
	s := sheet(t, true)
	s.Add(parse.Parse("wide.md", []byte("“"+strings.Repeat("wide", 60)+" is what they said to us,” said "+strings.Repeat("Long", 30)+".\n\n“渡轮在桥通车之前不会停运渡轮在桥通车之前不会停运渡轮在桥通车之前不会停运,” said Bo.\n"), parse.Options{}), nil)
	for _, width := range []int{60, 80, 120} {
		var b bytes.Buffer
		if err := s.Text(&b, report.Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if w := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); w > width {
				t.Errorf("%d columns, want %d at most: %s", w, width, line)
			}
		}
	}
}

func TestEmptyQuoteSheetsSaySo(t *testing.T) {
	s := &Sheet{}
	s.Add(parse.Parse("a.md", []byte("Nobody speaks.\n"), parse.Options{}), nil)
	var text, table, list bytes.Buffer
	if err := s.Text(&text, report.Options{}); err != nil || text.String() != "0 quotations in 1 file\n" {
		t.Errorf("%q %v", text.String(), err)
	}
	if err := s.CSV(&table); err != nil || strings.Count(table.String(), "\n") != 1 {
		t.Errorf("%q %v", table.String(), err)
	}
	if err := s.JSON(&list); err != nil || !strings.Contains(list.String(), `"quotes": []`) {
		t.Errorf("%q %v", list.String(), err)
	}
}

// FuzzQuoteSheet checks that the formats are well-formed for any draft.
func FuzzQuoteSheet(f *testing.F) {
	f.Add("“=1+1 is what they told us,” said Ann Bell.")
	f.Add("> +x `y` <z>\n> — @Bo\n\n“a\nb, c \"d\" e f g,” said\u202e Lee.")
	f.Fuzz(func(t *testing.T, draft string) {
		doc := parse.Parse("=a.md", []byte(reporttest.Draft), parse.Options{})
		s := &Sheet{Terms: true}
		s.Add(doc, &lint.Sources{Docs: []*lint.Document{parse.Parse("b.txt", []byte(reporttest.Draft), parse.Options{})}})
		var table, list, text, marks bytes.Buffer
		for _, err := range []error{s.CSV(&table), s.JSON(&list), s.Text(&text, report.Options{}), s.Markdown(&marks)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		rows, err := csv.NewReader(&table).ReadAll()
		if err != nil || len(rows) != len(s.quotes)+1 {
			t.Fatalf("%d rows for %d quotations, %v", len(rows), len(s.quotes), err)
		}
		for _, row := range rows[1:] {
			for _, cell := range row {
				if c := strings.TrimLeft(cell, " \u00a0"); c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
					t.Errorf("a spreadsheet calculates %q", cell)
				}
			}
		}
		if !json.Valid(list.Bytes()) {
			t.Error("no valid JSON")
		}
		if strings.ContainsAny(text.String()+marks.String(), "\x1b\u202e\r") {
			t.Error("a control character reaches the report")
		}
		for line := range strings.Lines(text.String()) {
			if uniseg.StringWidth(strings.TrimSuffix(line, "\n")) > 80 {
				t.Errorf("a line is wider than the screen: %q", line)
			}
		}
	})
}
