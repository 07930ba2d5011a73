package word

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint"
)

const (
	mainSpace  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	office     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	strictOnes = `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"`
)

// pack makes a file of parts by name.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// file makes a file whose body is given, with the usual styles and lists.
func file(t testing.TB, body string) []byte {
	t.Helper()
	return pack(t, map[string]string{
		"_rels/.rels":       `<Relationships><Relationship Id="r1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<w:document ` + mainSpace + `><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships>` +
			`<Relationship Id="s" Type="` + office + `styles" Target="styles.xml"/>` +
			`<Relationship Id="n" Type="` + office + `numbering" Target="/word/numbering.xml"/>` +
			`<Relationship Id="f" Type="` + office + `footnotes" Target="footnotes.xml"/>` +
			`<Relationship Id="c" Type="` + office + `comments" Target="comments.xml"/>` +
			`<Relationship Id="ce" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>` +
			`<Relationship Id="l" Type="` + office + `hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/>` +
			`<Relationship Id="i" Type="` + office + `image" Target="media/image1.png"/>` +
			`<Relationship Id="j" Type="` + office + `image" Target="media/image2.png"/>` +
			`<Relationship Id="d" Type="` + office + `diagramData" Target="diagrams/data1.xml"/>` +
			`<Relationship Id="e" Type="` + office + `diagramData" Target="diagrams/data2.xml"/>` +
			`</Relationships>`,
		"word/styles.xml": `<w:styles ` + mainSpace + `>` +
			`<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>` +
			`<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:styleId="Own"><w:name w:val="House heading"/><w:basedOn w:val="berschrift2"/></w:style>` +
			`<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>` +
			`<w:style w:styleId="Circle"><w:name w:val="a"/><w:basedOn w:val="Circle"/></w:style>` +
			`<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>` +
			`<w:style w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>` +
			`<w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style>` +
			`<w:style w:styleId="Lesson"><w:name w:val="Level1"/><w:basedOn w:val="V1"/></w:style>` +
			`<w:style w:styleId="Listed"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>` +
			`<w:style w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>` +
			`</w:styles>`,
		"word/diagrams/data1.xml": `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>` +
			`<dgm:pt type="doc"><dgm:t><a:bodyPr/><a:p><a:endParaRPr/></a:p></dgm:t></dgm:pt>` +
			`<dgm:pt><dgm:t><a:p><a:r><a:t>Ask the </a:t></a:r><a:r><a:t>harbour</a:t></a:r></a:p><a:p><a:r><a:t>by phone</a:t></a:r></a:p></dgm:t></dgm:pt>` +
			`<dgm:pt><dgm:t><a:p><a:r><a:t>Cast &lt;off&gt;</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
		"word/diagrams/data2.xml": `<dgm:dataModel><dgm:ptLst>`,
		"word/numbering.xml": `<w:numbering ` + mainSpace + `>` +
			`<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:lvlOverride><w:lvlOverride w:ilvl="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
		"word/footnotes.xml": `<w:footnotes ` + mainSpace + `><w:footnote w:id="-1" w:type="separator"/>` +
			`<w:footnote w:id="3">` + p("", run("The register says so.")) + `</w:footnote></w:footnotes>`,
		"word/comments.xml": `<w:comments ` + mainSpace + ` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">` +
			`<w:comment w:id="1" w:author="Ada"><w:p w14:paraId="AA"><w:r><w:t>Check &lt;this&gt;</w:t></w:r></w:p></w:comment>` +
			`<w:comment w:id="2" w:author="Ben"><w:p w14:paraId="BB"><w:r><w:t>Done already</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/commentsExtended.xml": `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="BB" w15:done="1"/></w15:commentsEx>`,
	})
}

func p(properties string, inside ...string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + strings.Join(inside, "") + `</w:p>`
}

func styled(id string) string { return `<w:pStyle w:val="` + id + `"/>` }

func listed(id, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr>`
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func formatted(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + text + `</w:t></w:r>`
}

func char(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

// body decodes a file and returns what is in its body, without line breaks between tags.
func body(t *testing.T, content []byte) string {
	t.Helper()
	html, _, _, err := Decode(content)
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(html), "<body>\n")
	text, _, _ = strings.Cut(text, "</body>")
	return strings.ReplaceAll(text, "\n", "")
}

func TestBody(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"headings below a title", p(styled("Titel"), run("Ferries")) + p(styled("berschrift1"), run("Boats")) + p(styled("Own"), run("Piers")), "<h1>Ferries</h1><h2>Boats</h2><h3>Piers</h3>"},
		{"lower headings below a title", p(styled("Titel"), run("Ferries")) + p(styled("Own"), run("Piers")), "<h1>Ferries</h1><h2>Piers</h2>"},
		{"headings without a title", p(styled("berschrift1"), run("Boats")) + p(styled("Own"), run("Piers")), "<h1>Boats</h1><h2>Piers</h2>"},
		{"outline level", p(`<w:outlineLvl w:val="1"/>`, run("Boats")), "<h2>Boats</h2>"},
		{"circle of styles", p(styled("Circle"), run("Text")), "<p>Text</p>"},
		{"table of contents", p(styled("V1"), run("Boats 3")) + p("", run("Text")), "<p>Text</p>"},
		{"empty paragraphs", p("") + p("", run(" ")) + p("", run("Text")), "<p>Text</p>"},
		{"an empty heading", p(styled("berschrift1"), run("Boats")) + p(styled("berschrift1")) + p(styled("berschrift1"), `<w:r><w:br w:type="page"/></w:r>`) + p(styled("berschrift1"), run(" ")), "<h1>Boats</h1><h1></h1>"},
		{"split and formatted runs", p("", run("The "), formatted("<w:b/>", "new"), formatted("<w:b/>", " boat"), formatted(`<w:b w:val="0"/>`, " is "), formatted(`<w:rStyle w:val="Fett"/>`, "back")), "<p>The <strong>new boat</strong> is <strong>back</strong></p>"},
		{"markup in the text", p("", run("a &lt;b&gt; &amp;amp; {{ c }}")), "<p>a &lt;b&gt; &amp;amp; {{ c }}</p>"},
		{"hidden text", p("", run("Seen"), formatted("<w:vanish/>", "hidden")), "<p>Seen</p>"},
		{"tab, break and hyphen", p("", `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:br w:type="page"/></w:r>`), "<p>a b<br>c\u2011d</p>"},
		{"link by relationship", p("", `<w:hyperlink r:id="l">`+run("the notice")+`</w:hyperlink>`), `<p><a href="https://example.org/a?b=1&amp;c=2">the notice</a></p>`},
		{"link to a bookmark", p("", `<w:bookmarkStart w:name="pier"/>`, `<w:hyperlink w:anchor="pier">`+run("the pier")+`</w:hyperlink>`), `<p><span id="pier"></span><a href="#pier">the pier</a></p>`},
		{"link by a field", p("", char("begin"), `<w:r><w:instrText> HYPERLINK "https://example.org/" \o "tip" </w:instrText></w:r>`, char("separate"), run("here"), char("end"), run(" and on")), `<p><a href="https://example.org/">here</a> and on</p>`},
		{"simple field", p("", `<w:fldSimple w:instr='HYPERLINK \l "pier"'>`+run("here")+`</w:fldSimple>`), `<p><a href="#pier">here</a></p>`},
		{"nested field", p("", char("begin"), `<w:r><w:instrText>IF </w:instrText></w:r>`, char("begin"), `<w:r><w:instrText>PAGE</w:instrText></w:r>`, char("separate"), run("4"), char("end"), char("separate"), run("shown"), char("end")), `<p>shown</p>`},
		{"field whose instruction goes on after a field in it", p("", char("begin"), `<w:r><w:instrText>HYPERLINK </w:instrText></w:r>`, char("begin"), char("end"), `<w:r><w:instrText>"https://example.org/"</w:instrText></w:r>`, char("separate"), run("here"), char("end")), `<p><a href="https://example.org/">here</a></p>`},
		{"field that begins and nothing else", p("", char("begin"), run("lost")) + p("", run("Text")), `<p>Text</p>`},
		{"field that never ends", p("", char("begin"), run("lost")) + p("", char("end"), run("Text")), `<p>Text</p>`},
		{"lists", p(listed("1", "0"), run("a")) + p(listed("1", "1"), run("b")) + p(listed("1", "1"), run("c")) + p(listed("1", "0"), run("d")) + p("", run("e")), "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><p>e</p>"},
		{"list that begins deep", p(listed("1", "1"), run("a")) + p(listed("1", "1"), run("b")) + p(listed("1", "0"), run("c")), "<ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>"},
		{"list with a level of its own", p(listed("3", "0"), run("a")), "<ol><li>a</li></ol>"},
		{"list by style, and out of it", p(styled("Listed"), run("a")) + p(styled("Listed")+listed("0", "0"), run("b")), "<ol><li>a</li></ol><p>b</p>"},
		{"quotation and code", p(styled("Zitat"), run("a")) + p(styled("Zitat"), run("b")) + p(styled("Code"), run("x = 1")) + p(styled("Code"), run("y = 2")) + p("", run("c")), "<blockquote><p>a</p><p>b</p></blockquote><pre>x = 1y = 2</pre><p>c</p>"},
		{"table", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>` + p("", run("Stop")) + `</w:tc><w:tc>` + p("", run("Time")) + `</w:tc></w:tr><w:tr><w:tc>` + p("", run("Pier")) + `</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + p("") + `</w:tc></w:tr></w:tbl>`, "<table><tr><th><p>Stop</p></th><th><p>Time</p></th></tr><tr><td><p>Pier</p></td></tr></table>"},
		{"frame of one cell", `<w:tbl><w:tr><w:tc>` + p("", run("Note")) + `</w:tc></w:tr></w:tbl>`, "<p>Note</p>"},
		{"content controls", `<w:sdt><w:sdtContent>` + p("", run("Text")) + `</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("", run("Boats 3")) + `</w:sdtContent></w:sdt>`, "<p>Text</p>"},
		{"tracked changes", p("", run("The "), `<w:ins w:author="Ada">`+run("new ")+`</w:ins>`, `<w:del w:author="Ada"><w:r><w:delText>old </w:delText></w:r></w:del>`, run("boat")), "<p>The new boat</p>"},
		{"footnote, twice", p("", run("So"), `<w:r><w:footnoteReference w:id="3"/></w:r>`, run(" and so"), `<w:r><w:footnoteReference w:id="3"/></w:r>`), `<p>So<sup><a href="#fn1">1</a></sup> and so<sup><a href="#fn1">1</a></sup></p><section role="doc-endnotes"><ol><li id="fn1"><p>The register says so.</p></li></ol></section>`},
		{"image with an alternative", p("", drawn(`descr="A &quot;ferry&quot;"`, "")), `<p><img src="data:,/image1.png/Picture 1" alt="A &quot;ferry&quot;"></p>`},
		{"two images with one name", p("", drawn(`descr="A ferry"`, ""), strings.Replace(drawn("", ""), `"i"`, `"j"`, 1)), `<p><img src="data:,/image1.png/Picture 1" alt="A ferry"><img src="data:,/image2.png/Picture 1"></p>`},
		{"image without one", p("", drawn("", "")), `<p><img src="data:,/image1.png/Picture 1"></p>`},
		{"image that decorates", p("", drawn("", `<extLst><ext><adec:decorative xmlns:adec="urn:adec" val="1"/></ext></extLst>`)), `<p><img src="data:,/image1.png/Picture 1" alt=""></p>`},
		{"text box", p("", run("Text"), `<w:r><w:pict><w:txbxContent>`+p("", run("Boxed"))+`</w:txbxContent></w:pict></w:r>`), "<p>Text</p><p>Boxed</p>"},
		{"choice of drawings", p("", `<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>`+strings.TrimSuffix(strings.TrimPrefix(drawn(`descr="a"`, ""), "<w:r>"), "</w:r>")+`</mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r>`), `<p><img src="data:,/image1.png/Picture 1" alt="a"></p>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, body(t, file(t, test.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func drawn(attributes, inside string) string {
	return `<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><wp:docPr id="1" name="Picture 1" ` + attributes + `>` + inside + `</wp:docPr>` +
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="urn:pic"><pic:pic xmlns:pic="urn:pic"><a:blip r:embed="i"/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

func TestReview(t *testing.T) {
	html, _, got, err := Decode(file(t, p("",
		run("The "), `<w:commentRangeStart w:id="1"/>`, run("new"), `<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
		`<w:commentRangeStart w:id="2"/>`, run(" boat"), `<w:commentRangeEnd w:id="2"/>`,
		`<w:ins w:author="Ada">`+run(" is")+`</w:ins><w:ins w:author="Ada">`+run(" back")+`</w:ins>`,
		`<w:del w:author="Ben"><w:r><w:delText>home</w:delText></w:r></w:del>`,
		formatted(`<w:highlight w:val="yellow"/>`, " from"), formatted(`<w:highlight w:val="yellow"/>`, " dock"), formatted(`<w:highlight w:val="none"/>`, " today"))))
	if err != nil {
		t.Fatal(err)
	}
	type mark struct {
		Kind                lint.ReviewKind
		Words, Author, Text string
	}
	var marks []mark
	for _, m := range got {
		marks = append(marks, mark{m.Kind, string(html[m.Span.Start:m.Span.End]), m.Author, m.Text})
	}
	want := []mark{
		{lint.ReviewComment, "new", "Ada", "Check <this>"},
		{lint.Insertion, " is back", "Ada", "is back"},
		{lint.Deletion, "", "Ben", "home"},
		{lint.Highlight, " from dock", "", ""},
	}
	if diff := cmp.Diff(want, marks); diff != "" {
		t.Error(diff)
	}
}

func TestPlaces(t *testing.T) {
	html, codec, _, err := Decode(file(t, p(styled("Titel"), run("Ferries"))+p("")+p(listed("1", "0"), run("First"), `<w:r><w:footnoteReference w:id="3"/></w:r>`)+p("", run("Last"))))
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"Ferries": "paragraph 1", "First": "paragraph 2", "Last": "paragraph 3", "register": "note 1", "<html": "properties",
	} {
		if got := codec.Place(html, bytes.Index(html, []byte(words))); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
	if _, err := codec.Encode(nil, nil); err == nil {
		t.Error("a Word file was written")
	}
}

func TestProperties(t *testing.T) {
	content := pack(t, map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="1" Type="` + office + `officeDocument" Target="/word/document.xml"/>` +
			`<Relationship Id="2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
		"word/document.xml": `<w:document ` + strictOnes + `><w:body>` + p("", formatted(`<w:lang w:val="de-DE"/>`, "Die Fähre fährt wieder.")) + `</w:body></w:document>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>Ferries &amp; piers</dc:title><dc:creator>Ada "A." Moor</dc:creator><cp:keywords>boats, piers</cp:keywords><dc:description>When the
boats leave</dc:description></cp:coreProperties>`,
	})
	html, _, _, err := Decode(content)
	if err != nil {
		t.Fatal(err)
	}
	want := "<!DOCTYPE html>\n<html lang=\"de-DE\">\n<title>Ferries &amp; piers</title>\n" +
		"<meta name=\"description\" content=\"When the boats leave\">\n<meta name=\"keywords\" content=\"boats, piers\">\n" +
		"<meta name=\"author\" content=\"Ada &quot;A.&quot; Moor\">\n<body>\n<p>\nDie Fähre fährt wieder.\n</p>\n</body>\n</html>\n"
	if diff := cmp.Diff(want, string(html)); diff != "" {
		t.Error(diff)
	}
}
