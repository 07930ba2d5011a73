package web

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/inspection"
)

// packOf packs a sheet.
func packOf(t *testing.T, s report.Sheet, number int, shown ...*engine.Finding) report.Sheet {
	t.Helper()
	p, err := NewPacker()
	if err != nil {
		t.Fatal(err)
	}
	packed, err := p.Pack(&s, number, shown)
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

// unpack replaces what is packed in a page, as its script does.
func unpack(t *testing.T, text string) (string, *html.Node) {
	t.Helper()
	for {
		begin, end := strings.Index(text, `<div class="packed">`), strings.Index(text, "</template></div>")
		if begin < 0 {
			break
		}
		_, packed, _ := strings.Cut(text[begin:end], "<template>")
		raw, err := base64.StdEncoding.DecodeString(packed)
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := io.ReadAll(flate.NewReader(bytes.NewReader(raw)))
		if err != nil {
			t.Fatal(err)
		}
		text = text[:begin] + string(drawn) + text[end+len("</template></div>"):]
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return text, root
}

func TestPackedHostileTextStaysText(t *testing.T) {
	f := at(hostile, "It said "+hostile+" twice", hostile, lint.Finding{Rule: "own-" + hostile, Severity: lint.Error, Message: hostile})
	r := &engine.Result{Files: 60, Findings: engine.FindingsOf([]engine.Finding{f})}
	shown := &r.Findings.List()[0]
	text, root := render(t, r, report.Options{Sheets: []report.Sheet{packOf(t, hostileSheet(t, shown), 1, shown)}})
	inert(t, text, root)
	packed := elements(root, "template")
	if len(packed) != 1 || strings.Contains(text, "In search results") {
		t.Fatalf("%d drafts are packed", len(packed))
	}
	text, root = unpack(t, text)
	inert(t, text, root)
	if n := len(elements(root, "script")); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if !strings.Contains(text, "In search results") || !strings.Contains(words(root), "picture: "+report.Escape(hostile)) {
		t.Error("the sheet is not shown")
	}
}

// TestPackedSheetsAreDrawnAsOthers compares a page that was unpacked with one that was not packed.
func TestPackedSheetsAreDrawnAsOthers(t *testing.T) {
	r := &engine.Result{Files: 3}
	var list []engine.Finding
	for _, path := range []string{"a.md", "b.md"} {
		list = append(list,
			at(path, article, "again after two", lint.Finding{Rule: "cliche", Severity: lint.Advice, Message: "a cliché"}),
			at(path, article, "Who pays", lint.Finding{Rule: "long-section", Severity: lint.Advice, Message: "too long"}),
			at(path, article, "as it did", lint.Finding{Rule: "wordy-phrase", Severity: lint.Error, Message: "wordy"}))
	}
	r.Findings = engine.FindingsOf(list)
	var plain, packed []report.Sheet
	for i, path := range []string{"a.md", "b.md", "c.md"} {
		d := parse.Parse(path, []byte(article), parse.Options{})
		var shown []*engine.Finding
		for k := range list {
			if list[k].Path == path {
				shown = append(shown, &list[k])
			}
		}
		s := inspection.SheetOf(d)
		s.Text = inspection.TextOf(d, shown)
		plain, packed = append(plain, s), append(packed, packOf(t, s, i+1, shown...))
	}
	want, root := render(t, r, report.Options{Sheets: plain})
	text, _ := render(t, r, report.Options{Sheets: packed})
	if strings.Contains(text, `class="mark`) {
		t.Error("the text is not packed")
	}
	got, _ := unpack(t, text)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	ids, marks := map[string]bool{}, 0
	for d := range root.Descendants() {
		for _, a := range d.Attr {
			ids[a.Val] = ids[a.Val] || a.Key == "id"
		}
	}
	for _, link := range elements(root, "a") {
		for _, a := range link.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "#d") && a.Val != "#drafts" {
				if marks++; !ids[a.Val[1:]] {
					t.Errorf("%s leads nowhere", a.Val)
				}
			}
		}
	}
	if marks < 6 {
		t.Errorf("%d marks", marks)
	}
}

func TestASheetBudgetHasRoomForDraftsWithFindingsFirst(t *testing.T) {
	sheet := func(path string) report.Sheet { return report.Sheet{Path: path, Packed: make([]byte, 7)} } // 12 in base64
	k := NewSheetBudget(30)
	for _, step := range []struct {
		path        string
		hasFindings bool
		takes, want string
	}{
		{"a", false, "both", "a"},
		{"b", false, "both", "a b"},
		{"c", true, "with findings", "c a"},
		{"d", true, "none", "c d"},
		{"e", true, "none", "c d"},
		{"f", false, "none", "c d"},
	} {
		k.Add(sheet(step.path), step.hasFindings)
		takes := map[[2]bool]string{{true, true}: "both", {true, false}: "with findings", {false, false}: "none"}[[2]bool{k.Takes(true), k.Takes(false)}]
		all, short := k.Sheets()
		var got []string
		for i := range all {
			got = append(got, all[i].Path)
		}
		if strings.Join(got, " ") != step.want || takes != step.takes || short != (takes != "both") {
			t.Errorf("after %s: %s, takes %s, short %t", step.path, got, takes, short)
		}
	}
}

func TestAReportWithoutRoomSaysWhatItOmits(t *testing.T) {
	r := &engine.Result{Files: 2000}
	note := "quotations of 1 of 2,000 drafts are shown"
	for _, short := range []bool{false, true} {
		text, _ := render(t, r, report.Options{Short: short, Sheets: []report.Sheet{{Path: "a.md", Unit: "words", Packed: []byte{3, 0}}}})
		if strings.Contains(text, note) != short || strings.Contains(text, "copychief open DRAFT") != short {
			t.Errorf("short: %t\n%s", short, text)
		}
	}
}
