package word

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// TestFoundShapes has what files that people saved with Word and other programs showed.
func TestFoundShapes(t *testing.T) {
	h := styled("berschrift1")
	mono := func(text string) string { return formatted(`<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>`, text) }
	plainText := p("", run("The ferry sails at noon and comes back in the evening, if the wind allows it to."))
	pageBreak := `<w:r><w:br w:type="page"/></w:r>`
	bold := func(text string) string { return p(`<w:jc w:val="center"/>`, formatted("<w:b/>", text)) }
	contents := func(inside ...string) string {
		return p("", char("begin"), `<w:r><w:instrText> TOC \o "1-2" </w:instrText></w:r>`, char("separate"), strings.Join(inside, ""))
	}
	for _, test := range []struct{ name, in, want string }{
		{"sections below a title without a style", p("", run("A report")) + p(h, run("Boats")) + p(styled("Own"), run("Old ones")) + p(h, run("Piers")), "<p>A report</p><h2>Boats</h2><h3>Old ones</h3><h2>Piers</h2>"},
		{"a kicker above the headline", p("", run("Harbour")) + p(h, run("Boats")) + p("", run("Text")), "<p>Harbour</p><h1>Boats</h1><p>Text</p>"},
		{"headings of level 1 from the beginning", p(h, run("Boats")) + p("", run("Text")) + p(h, run("Piers")), "<h1>Boats</h1><p>Text</p><h1>Piers</h1>"},
		{"a heading that became an item", p(h+listed("1", "0"), run("Boats")) + p(h+listed("2", "0"), run("Piers")), "<ul><li>Boats</li></ul><h1>Piers</h1>"},
		{"text with a level of the outline", p(`<w:outlineLvl w:val="0"/>`, run(strings.Repeat("wind and water ", 20))), "<p>" + strings.Repeat("wind and water ", 20) + "</p>"},
		{"an item with a level of the outline", p(listed("1", "0")+`<w:outlineLvl w:val="2"/>`, run("Boats")), "<ul><li>Boats</li></ul>"},
		{"a paragraph that is nothing but the mark of a note", p("", `<w:r><w:footnoteReference w:id="3"/></w:r>`), `<p><sup><a href="#fn1">1</a></sup></p><section role="doc-endnotes"><ol><li id="fn1"><p>The register says so.</p></li></ol></section>`},
		{"a style that began as that of an entry of the contents", p(styled("Lesson"), run("Boats")), "<p>Boats</p>"},
		{"a table of contents without styles", contents(run("Boats 3")) + p("", run("Piers 4"), char("end")) + p("", run("Text")), "<p>Text</p>"},
		{"a table of contents without an end", contents(run("Boats 3")) + p(h, run("Boats")) + p("", run("Text")), "<h1>Boats</h1><p>Text</p>"},
		{"lists in a table", `<w:tbl><w:tr><w:tc>` + p(listed("1", "0"), run("a")) + p(listed("1", "0"), run("b")) + `</w:tc><w:tc>` + p("", run("c")) + `</w:tc></w:tr></w:tbl>`, "<table><tr><td><ul><li>a</li><li>b</li></ul></td><td><p>c</p></td></tr></table>"},
		{"a paragraph in a paragraph", p("", run("a"), p("", run("b"))), "<p>a</p><p>b</p>"},
		{"a listing", plainText + p("", mono("for boat in boats:")) + p("", mono("  sail("), formatted(`<w:rFonts w:ascii="Consolas"/><w:b/>`, "boat"), mono(")")), "<p>The ferry sails at noon and comes back in the evening, if the wind allows it to.</p><pre>for boat in boats:  sail(boat)</pre>"},
		{"code between words", plainText + p("", run("Call "), mono("sail()"), run(" at noon, and see "), `<w:hyperlink r:id="l">`+mono("boats")+`</w:hyperlink>`), `<p>The ferry sails at noon and comes back in the evening, if the wind allows it to.</p><p>Call <code>sail()</code> at noon, and see <a href="https://example.org/a?b=1&amp;c=2"><code>boats</code></a></p>`},
		{"a manuscript from a typewriter", p("", mono("The ferry sails at noon.")) + p("", mono("It comes back.")), "<p>The ferry sails at noon.</p><p>It comes back.</p>"},
		{"a font that is not that of the letters", plainText + p("", mono("המעבורת")), "<p>The ferry sails at noon and comes back in the evening, if the wind allows it to.</p><p>המעבורת</p>"},
		{"a cover", bold("Report") + bold("On boats") + p("", pageBreak) + bold("Boats") + plainText, "<p>Report</p><p>On boats</p><p><strong>Boats</strong></p><p>The ferry sails at noon and comes back in the evening, if the wind allows it to.</p>"},
		{"no cover", bold("Boats") + p("", run(strings.Repeat("wind and water ", 20)), pageBreak) + plainText, "<p><strong>Boats</strong></p><p>" + strings.Repeat("wind and water ", 20) + "</p><p>The ferry sails at noon and comes back in the evening, if the wind allows it to.</p>"},
		{"a copy of a shape in an attribute", `<w:p gfx="` + strings.Repeat("QUJD&#xA;", 50_000) + `">` + run("Text") + `</w:p>`, "<p>Text</p>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, body(t, file(t, test.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLongAttributesAreCut cuts values where no character and no entity is broken, and nothing else.
func TestLongAttributesAreCut(t *testing.T) {
	long := strings.Repeat("ä&amp;", mostValue)
	in := `<a b="` + long + `" c='"'>don't = "<!-- d="e -->` + strings.Repeat("f", 2*mostValue) + `</a>`
	for name, r := range map[string]io.Reader{"whole": strings.NewReader(in), "in bytes": iotest.OneByteReader(strings.NewReader(in))} {
		d := xml.NewDecoder(&shortTags{r: r})
		token, err := d.Token()
		if err != nil {
			t.Fatal(name, err)
		}
		start, _ := token.(xml.StartElement)
		if b, c := start.Attr[0].Value, start.Attr[1].Value; len(b) < mostValue/4 || len(b) > mostValue || strings.Trim(b, "ä&") != "" || c != `"` {
			t.Errorf("%s: b has %d bytes, c is %q", name, len(b), c)
		}
		size := 0
		for token, err = d.Token(); err == nil; token, err = d.Token() {
			if text, is := token.(xml.CharData); is {
				size += len(text)
			}
		}
		if want := len(`don't = "`) + 2*mostValue; size != want || !errors.Is(err, io.EOF) {
			t.Errorf("%s: %d bytes of text, %v; want %d", name, size, err, want)
		}
	}
}
