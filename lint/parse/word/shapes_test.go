package word

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint"
)

// spaces declares the vocabularies of what is beside the text in a file of Word.
const spaces = mainSpace + ` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="urn:mc" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`

func math(inside string) string { return `<m:oMath>` + inside + `</m:oMath>` }

func symbol(text string) string { return `<m:r><m:t>` + text + `</m:t></m:r>` }

func pic(id, about string) string {
	return `<pic><nvPicPr><cNvPr id="` + id + `" name="Picture ` + id + `"` + about + `/></nvPicPr><a:blip r:embed="i"/></pic>`
}

// TestShapes has what Word, Google Docs and LibreOffice write beside plain paragraphs.
func TestShapes(t *testing.T) {
	control := func(properties, inside string) string {
		return `<w:sdt><w:sdtPr>` + properties + `</w:sdtPr><w:sdtContent>` + inside + `</w:sdtContent></w:sdt>`
	}
	cell := func(text string) string { return `<w:tc>` + p("", run(text)) + `</w:tc>` }
	group := func(about, inside string) string {
		return `<w:r><mc:AlternateContent><mc:Choice><w:drawing><docPr id="9" name="Group"` + about + `/>` + inside + `</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p("", run("again")) + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	}
	for _, test := range []struct{ name, in, want string }{
		{"equations stand between their neighbours", p("", run("cost of "), math(symbol("x")), run(" of "), math(`<m:sSup><m:sSupPr/><m:e>`+symbol("y")+`</m:e><m:sup>`+symbol("2")+`</m:sup></m:sSup>`), run(" of it")), "<p>cost of <code>x</code> of <code>y^2</code> of it</p>"},
		{"a line of its own for an equation", p("", `<m:oMathPara>`+math(`<m:f><m:num>`+symbol("a")+`</m:num><m:den>`+symbol("b")+`</m:den></m:f>`)+`</m:oMathPara>`), "<p><code>a/b</code></p>"},
		{"a large first letter", p(`<w:framePr w:dropCap="drop"/>`, run("T")) + p("", run("he boat")), "<p>The boat</p>"},
		{"the deleted end of a paragraph", p(`<w:rPr><w:del w:author="Ada"/></w:rPr>`, run("The")) + p("", run(" boat")), "<p>The boat</p>"},
		{"the deleted end of the last paragraph", p(`<w:rPr><w:del w:author="Ada"/></w:rPr>`, run("The")), "<p>The</p>"},
		{"the deleted end before a table", p(`<w:rPr><w:del w:author="Ada"/></w:rPr>`, run("The")) + `<w:tbl><w:tr>` + cell("a") + cell("b") + `</w:tr></w:tbl>`, "<p>The</p><table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>"},
		{"rows and cells in content controls", `<w:tbl>` + control("", `<w:tr>`+cell("a")+control("", cell("b"))+`</w:tr>`) + `<w:tr><w:trPr><w:del w:author="Ada"/></w:trPr>` + cell("gone") + `</w:tr></w:tbl>`, "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>"},
		{"a title in a content control", control("", p(styled("Titel"), run("Ferries"))) + p(styled("berschrift1"), run("Boats")), "<h1>Ferries</h1><h2>Boats</h2>"},
		{"the title of a cover page", control(`<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>`, p("", control(`<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"/>`, run("Ferries")))) + p(styled("berschrift1"), run("Boats")), "<h1>Ferries</h1><h2>Boats</h2>"},
		{"places between paragraphs and in empty ones", `<w:bookmarkStart w:name="a"/>` + p("", `<w:bookmarkStart w:name="b"/>`) + p("", run("Text")) + `<w:bookmarkStart w:name="c"/>`, `<p><span id="a"></span><span id="b"></span>Text</p><span id="c"></span>`},
		{"a link in a note", p("", run("So"), `<w:r><w:footnoteReference w:id="4"/></w:r>`), `<p>So<sup><a href="#fn1">1</a></sup></p><section role="doc-endnotes"><ol><li id="fn1"><p><a href="https://example.org/note">the minutes</a></p></li></ol></section>`},
		{"words with their pronunciation", p("", `<w:r><w:ruby><w:rt>`+run("ふね")+`</w:rt><w:rubyBase>`+run("船")+`</w:rubyBase></w:ruby></w:r>`, run("は走る")), "<p>船は走る</p>"},
		{"bold from right to left", p("", formatted(`<w:rtl/><w:b/>`, "אחד"), formatted(`<w:rtl/><w:bCs/>`, "שתיים")), "<p>אחד<strong>שתיים</strong></p>"},
		{"a break of the page between words", p("", `<w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>`), "<p>one two</p>"},
		{"struck words", p("", run("The "), formatted(`<w:strike/>`, "old "), run("boat")), "<p>The <s>old </s>boat</p>"},
		{"a style that is bold, and one that is not", p(styled("Bold"), run("Boats")) + p(styled("Plain"), run("Text")), "<p><strong>Boats</strong></p><p>Text</p>"},
		{"a style that is hidden", p("", run("Seen"), formatted(`<w:rStyle w:val="Hidden"/>`, "not")), "<p>Seen</p>"},
		{"the heading of a table of contents", p(styled("TOCHeading"), run("Contents")) + p("", run("Text")), "<p>Text</p>"},
		{"symbols", p("", `<w:r><w:t>a</w:t><w:sym w:font="Arial" w:char="2192"/><w:t>b</w:t><w:sym w:font="Wingdings" w:char="F04A"/></w:r>`), "<p>a→b</p>"},
		{"a reference whose place is gone", p("", `<w:bookmarkStart w:name="_Ref1"/>`, char("begin"), `<w:r><w:instrText> REF _Ref1 \h </w:instrText></w:r>`, char("separate"), run("page 3"), char("end"), char("begin"), `<w:r><w:instrText> REF _Ref2 \h </w:instrText></w:r>`, char("separate"), run("Fehler!"), char("end")), `<p><span id="_Ref1"></span>page 3<a href="#_Ref2">Fehler!</a></p>`},
		{"a group of pictures and words", p("", group("", pic("1", ` descr="The quay"`)+pic("2", "")+`<txbx><w:txbxContent>`+p("", run("Boxed"))+`</w:txbxContent></txbx>`)), `<p><img src="data:,/image1.png/Picture 1" alt="The quay"><img src="data:,/image1.png/Picture 2"></p><p>Boxed</p>`},
		{"a group with an alternative", p("", group(` descr="Quay and boat"`, pic("1", "")+pic("2", ""))), `<p><img src="data:,/image1.png/Group" alt="Quay and boat"></p>`},
		{"ink for old programs", p("", `<w:r><mc:AlternateContent><mc:Choice><w:contentPart r:id="i"/></mc:Choice><mc:Fallback><w:drawing><docPr name="Ink 1" descr="A circle"/><a:blip r:embed="i"/></w:drawing></mc:Fallback></mc:AlternateContent></w:r>`), `<p><img src="data:,/image1.png/Ink 1" alt="A circle"></p>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, body(t, shaped(t, test.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// shaped makes a file whose notes have links of their own.
func shaped(t *testing.T, body string) []byte {
	t.Helper()
	link := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + office + kind + `" Target="` + target + `"`
	}
	return pack(t, map[string]string{
		"word/document.xml": `<w:document ` + spaces + `><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships>` + link("s", "styles", "styles.xml") + `/>` + link("l", "footnotes", "footnotes.xml") + `/>` +
			link("c", "comments", "comments.xml") + `/>` + link("i", "image", "media/image1.png") + `/></Relationships>`,
		"word/_rels/footnotes.xml.rels": `<Relationships>` + link("l", "hyperlink", "https://example.org/note") + ` TargetMode="External"/></Relationships>`,
		"word/styles.xml": `<w:styles ` + mainSpace + `>` +
			`<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>` +
			`<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>` +
			`<w:style w:styleId="Bold"><w:name w:val="Crosshead"/><w:rPr><w:b/></w:rPr></w:style>` +
			`<w:style w:styleId="Plain"><w:name w:val="Body"/><w:basedOn w:val="Bold"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>` +
			`<w:style w:styleId="Hidden"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
		"word/footnotes.xml": `<w:footnotes ` + mainSpace + `><w:footnote w:id="4">` + p("", `<w:hyperlink r:id="l">`+run("the minutes")+`</w:hyperlink>`) + `</w:footnote></w:footnotes>`,
		"word/comments.xml": `<w:comments ` + mainSpace + `>` +
			`<w:comment w:id="1">` + p("", run("Copychief‑ignore Repeated-word: the sign -- as it hangs")) + `</w:comment>` +
			`<w:comment w:id="2">` + p("", run("copychief-ignore-file thin-article: a notice")) + `</w:comment>` +
			`<w:comment w:id="3">` + p("", run("Is that so?")) + `</w:comment></w:comments>`,
	})
}

func TestCommentsThatSuppress(t *testing.T) {
	start, end, mark := `<w:commentRangeStart w:id="1"/>`, `<w:commentRangeEnd w:id="1"/>`, `<w:r><w:commentReference w:id="1"/></w:r>`
	const said = "repeated-word: the sign – as it hangs"
	for _, test := range []struct{ name, in, want string }{
		{"words", p("", run("The "), start, run("the sign"), end, mark), "<p>The the sign<!-- copychief-ignore " + said + " --></p>"},
		{"a place", p("", run("The the sign"), mark), "<p>The the sign<!-- copychief-ignore " + said + " --></p>"},
		{"paragraphs", p("", start, run("One one")) + p("", run("Two two")) + p("", run("Three"), end, mark) + p("", run("Four")), "<p><!-- copychief-disable " + said + " -->One one</p><p>Two two</p><p>Three<!-- copychief-enable repeated-word --></p><p>Four</p>"},
		{"the whole file", p("", run("Text"), `<w:r><w:commentReference w:id="2"/></w:r>`), "<p><!-- copychief-ignore-file thin-article: a notice -->Text</p>"},
		{"a question", p("", `<w:commentRangeStart w:id="3"/>`, run("Text"), `<w:commentRangeEnd w:id="3"/>`), "<p>Text</p>"},
	} {
		content := shaped(t, test.in)
		if diff := cmp.Diff(test.want, body(t, content)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
		_, _, review, _ := Decode(content)
		if asks := test.name == "a question"; (len(review) == 1) != asks {
			t.Errorf("%s: %v", test.name, review)
		}
	}
}

func TestColoursAndFields(t *testing.T) {
	shade := func(fill, text string) string { return formatted(`<w:shd w:val="clear" w:fill="`+fill+`"/>`, text) }
	html, _, review, err := Decode(shaped(t, p("", shade("fff2cc", "pale"), shade("F8F9FA", "grey"), shade("1F3864", "dark"), shade("auto", "none"),
		`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+run("Enter a name")+`</w:sdtContent></w:sdt>`)+
		`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+p("", run("Enter a text"))+`</w:sdtContent></w:sdt>`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range review {
		got = append(got, strings.TrimSpace(strings.ReplaceAll(string(html[m.Span.Start:m.Span.End]), "</p>", "")))
	}
	if want := []string{"pale", "Enter a name", "Enter a text"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if review[0].Kind != lint.Highlight || review[1].Kind != lint.Unfilled {
		t.Error(review)
	}
}

func TestLanguageByScript(t *testing.T) {
	for want, in := range map[string]string{
		"ja-JP": formatted(`<w:lang w:val="en-US" w:eastAsia="ja-JP"/>`, "夜の船がまた走る。"),
		"ar-SA": formatted(`<w:rtl/><w:lang w:val="en-US" w:bidi="ar-SA"/>`, "تعود العبارة"),
		"fr-FR": formatted(`<w:lang w:val="fr-FR" w:eastAsia="ja-JP" w:bidi="ar-SA"/>`, "Le bac revient."),
	} {
		html, _, _, err := Decode(shaped(t, p("", in)))
		if err != nil || !strings.Contains(string(html), `<html lang="`+want+`">`) {
			t.Errorf("want %s: %v\n%s", want, err, html)
		}
	}
}

func TestTextInAnotherFile(t *testing.T) {
	for _, in := range []string{`<w:altChunk r:id="l"/>`, p("", run("Text")) + `<w:subDoc r:id="l"/>`} {
		if _, _, _, err := Decode(shaped(t, in)); err == nil || !strings.Contains(err.Error(), "save it again in Word") {
			t.Errorf("%s: %v", in, err)
		}
	}
}

// smartArt is a diagram whose words are in the part that a relationship names.
func smartArt(id string) string {
	return `<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><wp:docPr id="1" name="Diagram 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
		`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="` + id + `"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

func TestTheWordsOfADiagramFollowItsParagraph(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{p("", run("Text"), smartArt("d")) + p("", run("After")), `<p>Text<img src="data:,/Diagram 1"></p><p>Ask the harbour</p><p>by phone</p><p>Cast &lt;off&gt;</p><p>After</p>`},
		{p("", run("Text"), smartArt("x")), `<p>Text<img src="data:,/Diagram 1"></p>`},
		{p("", run("Text"), smartArt("l")), `<p>Text<img src="data:,/Diagram 1"></p>`},
	} {
		if diff := cmp.Diff(test.want, body(t, file(t, test.in))); diff != "" {
			t.Error(diff)
		}
	}
}

func TestAnUnreadableDiagramIsReported(t *testing.T) {
	if _, _, _, err := Decode(file(t, p("", smartArt("e")))); err == nil || !strings.Contains(err.Error(), "data2.xml cannot be read") {
		t.Error(err)
	}
}
