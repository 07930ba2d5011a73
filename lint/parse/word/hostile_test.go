package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// bomb makes a file whose main part unpacks to many times its size.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(`<w:document ` + mainSpace + `><w:body><w:p><w:r><w:t>`)); err != nil {
		t.Fatal(err)
	}
	block := bytes.Repeat([]byte(" "), 1<<20)
	for range 64 {
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestUnreadableFiles(t *testing.T) {
	document := func(xml string) []byte { return pack(t, map[string]string{"word/document.xml": xml}) }
	cut := file(t, p("", run("Text")))
	for _, test := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"no archive", []byte("Dear reader"), "not a Word file, or a damaged one"},
		{"empty", nil, "not a Word file, or a damaged one"},
		{"cut off", cut[:len(cut)/2], "not a Word file, or a damaged one"},
		{"protected by a password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "protected by a password or in the format of Word 97"},
		{"another archive", pack(t, map[string]string{"mimetype": "application/epub"}), "no document part"},
		{"no body", document(`<w:document ` + mainSpace + `/>`), "holds no text"},
		{"empty part", document(""), "it is empty"},
		{"not well formed", document(`<w:document ` + mainSpace + `><w:body>`), "cannot be read"},
		{"an entity of its own", document(`<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ` + mainSpace + `><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`), "invalid character entity"},
		{"another encoding", document(`<?xml version="1.0" encoding="utf-7"?><w:document ` + mainSpace + `><w:body/></w:document>`), "encoding"},
		{"a bomb", bomb(t), "more than 16 MB"},
		{"a million runs", document(`<w:document ` + mainSpace + `><w:body><w:p>` + strings.Repeat(`<w:r/>`, 1_000_000) + `</w:p></w:body></w:document>`), "more than 300000 elements"},
		{"a tag of a million attributes", document(`<w:document ` + mainSpace + `><w:body><w:p ` + strings.Repeat(`a="x" `, 1_000_000) + `/></w:body></w:document>`), "a tag has more than 64 KB"},
		{"large parts", pack(t, map[string]string{
			"word/document.xml":            `<w:document ` + mainSpace + `><w:body>` + strings.Repeat(" ", 15<<20) + `</w:body></w:document>`,
			"word/styles.xml":              `<w:styles>` + strings.Repeat(" ", 15<<20) + `</w:styles>`,
			"word/numbering.xml":           `<w:numbering>` + strings.Repeat(" ", 15<<20) + `</w:numbering>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="s" Type="` + office + `styles" Target="styles.xml"/><Relationship Id="n" Type="` + office + `numbering" Target="numbering.xml"/></Relationships>`,
		}), "its parts have more than 32 MB"},
		{"relationships that are damaged", pack(t, map[string]string{
			"word/document.xml": `<w:document ` + mainSpace + `><w:body>` + p("", run("a")) + `</w:body></w:document>`, "word/_rels/document.xml.rels": `<Relationships><Relationship Id="x"`,
		}), "word/_rels/document.xml.rels cannot be read"},
		{"relationships of the file that are damaged", pack(t, map[string]string{
			"word/document.xml": `<w:document ` + mainSpace + `><w:body>` + p("", run("a")) + `</w:body></w:document>`, "_rels/.rels": `<broken`,
		}), "_rels/.rels cannot be read"},
		{"notes that are not there", pack(t, map[string]string{
			"word/document.xml":            `<w:document ` + mainSpace + `><w:body>` + p("", run("a")) + `</w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="f" Type="` + office + `footnotes" Target="footnotes.xml"/></Relationships>`,
		}), "word/footnotes.xml, which it names, is not in it"},
		{"styles outside of the file", pack(t, map[string]string{
			"word/document.xml":            `<w:document ` + mainSpace + `><w:body>` + p("", run("a")) + `</w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="s" Type="` + office + `styles" Target="../../../../etc/passwd"/></Relationships>`,
		}), "../../../etc/passwd, which it names, is not in it"},
		{"a link without its target", file(t, p("", `<w:hyperlink r:id="rId9">`+run("a")+`</w:hyperlink>`)), `a link in it has the target "rId9", which is not in the file`},
		{"deeply nested", document(`<w:document ` + mainSpace + `><w:body>` + strings.Repeat(`<w:sdt><w:sdtContent>`, 5_000)), "nested more than 200 deep"},
	} {
		t.Run(test.name, func(t *testing.T) {
			html, _, _, err := Decode(test.content)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %.100q, %v; want an error with %q", html, err, test.want)
			}
		})
	}
}

func TestNotesThatReferToThemselves(t *testing.T) {
	content := pack(t, map[string]string{
		"word/document.xml":            `<w:document ` + mainSpace + `><w:body>` + p("", run("a"), `<w:r><w:footnoteReference w:id="3"/></w:r>`) + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="f" Type="` + office + `footnotes" Target="footnotes.xml"/></Relationships>`,
		"word/footnotes.xml":           `<w:footnotes ` + mainSpace + `><w:footnote w:id="3">` + p("", run("b"), `<w:r><w:footnoteReference w:id="3"/></w:r>`) + `</w:footnote></w:footnotes>`,
	})
	if got := body(t, content); strings.Count(got, "<li") != 1 {
		t.Error(got)
	}
}

// TestManyOfAKind reads files whose size is allowed, but which contain one thing so often that work
// for each that grows with the number of the others would take minutes.
func TestManyOfAKind(t *testing.T) {
	const many = 40_000
	notes := new(strings.Builder)
	marks := new(strings.Builder)
	for i := range many {
		fmt.Fprintf(notes, `<w:footnote w:id="%d"/>`, i)
		fmt.Fprintf(marks, `<w:r><w:footnoteReference w:id="%d"/></w:r>`, i)
	}
	for _, test := range []struct{ name, text, notes string }{
		{"changes beside each other", strings.Repeat(`<w:ins w:author="a">`+run("a few words ")+`</w:ins>`, many), ""},
		{"fields in each other", strings.Repeat(char("begin"), many) + run("a"), ""},
		{"links in each other", strings.Repeat(char("begin")+char("separate")+run("a"), many), ""},
		{"results of one field", char("begin") + `<w:r><w:instrText>` + strings.Repeat(`HYPERLINK "a" `, many) + `</w:instrText></w:r>` + strings.Repeat(char("separate"), many) + run("a"), ""},
		{"notes", marks.String() + run("a"), notes.String()},
	} {
		t.Run(test.name, func(t *testing.T) {
			content := pack(t, map[string]string{
				"word/document.xml":            `<w:document ` + mainSpace + `><w:body>` + p("", test.text) + `</w:body></w:document>`,
				"word/_rels/document.xml.rels": `<Relationships><Relationship Id="f" Type="` + office + `footnotes" Target="footnotes.xml"/></Relationships>`,
				"word/footnotes.xml":           `<w:footnotes ` + mainSpace + `>` + test.notes + `</w:footnotes>`,
			})
			_, _, review, err := Decode(content)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range review {
				if len(m.Text) > 2*mostMarked {
					t.Errorf("a mark has %d bytes of text", len(m.Text))
				}
			}
		})
	}
}

// TestManyParagraphsWithoutAnEnd has paragraphs that show nothing or go on in the next one.
func TestManyParagraphsWithoutAnEnd(t *testing.T) {
	const many = 40_000
	for _, paragraph := range []string{p("", `<w:bookmarkStart w:name="b"/>`), p(`<w:rPr><w:del/></w:rPr>`)} {
		if got := body(t, file(t, strings.Repeat(paragraph, many)+p("", run("a")))); !strings.Contains(got, "a</p>") {
			t.Errorf("%.100s", got)
		}
	}
	breaks := strings.Repeat(`<w:r><w:br w:type="page"/></w:r>`, many)
	if got := body(t, file(t, p("", breaks, run("a"), breaks, run("b")))); got != "<p>a b</p>" {
		t.Errorf("%.100s", got)
	}
}

func TestPartsOutsideOfTheArchiveAreNotRead(t *testing.T) {
	content := pack(t, map[string]string{
		"word/document.xml": `<w:document ` + mainSpace + `><w:body>` + p("", run("a")) + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="s" Type="` + office + `settings" Target="../../../../etc/passwd"/>` +
			`<Relationship Id="n" Type="` + office + `numbering" Target="https://example.org/numbering.xml" TargetMode="External"/></Relationships>`,
	})
	if got := body(t, content); got != "<p>a</p>" {
		t.Error(got)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>a</w:t></w:r></w:p>`)
	f.Add(p(listed("1", "8"), run("a")) + p(listed("2", "0"), run("b")) + p(styled("Zitat"), run("c")))
	f.Add(p("", char("begin"), char("begin"), char("end"), char("separate"), run("a"), `<w:commentRangeStart w:id="1"/>`))
	f.Add(`<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl></w:tc></w:tr></w:tbl>`)
	f.Add(p("", char("begin"), `<w:r><w:instrText>IF </w:instrText></w:r>`, char("begin"), char("end"), `<w:r><w:instrText>1</w:instrText></w:r>`, char("end"), run("a")))
	f.Add(p(`<w:framePr w:dropCap="drop"/>`, run("T")) + `<w:tbl><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:tr><w:tc>` + p(`<w:rPr><w:del/></w:rPr>`, run("a")) + `</w:tc><w:tc/></w:tr></w:sdtContent></w:sdt></w:tbl><w:bookmarkStart w:name="b"/>`)
	f.Add(`<w:commentRangeStart w:id="2"/>` + p(`<w:rPr><w:moveFrom/></w:rPr>`, formatted(`<w:strike/><w:b/>`, "a")) + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + p(styled("Code"), run("x")) + `</w:sdtContent></w:sdt><w:commentRangeEnd w:id="2"/>`)
	f.Add(p("", smartArt("d"), `<w:r><w:pict><w:txbxContent>`+p("", run("b"), smartArt("d"))+`</w:txbxContent></w:pict></w:r>`))
	f.Fuzz(func(t *testing.T, body string) {
		html, codec, review, err := Decode(file(t, body))
		if err != nil {
			return
		}
		for _, m := range review {
			if m.Span.Start < 0 || m.Span.Start > m.Span.End || m.Span.End > len(html) {
				t.Fatalf("mark %+v of %d bytes", m, len(html))
			}
		}
		for i := 0; i <= len(html); i += 7 {
			if codec.Place(html, i) == "" {
				t.Fatalf("no place at %d", i)
			}
		}
		for _, tag := range []string{"ul", "ol", "li", "p", "table", "tr", "blockquote", "strong", "em", "a", "s", "code"} {
			open := strings.Count(string(html), "<"+tag+">") + strings.Count(string(html), "<"+tag+" ")
			if closed := strings.Count(string(html), "</"+tag+">"); open != closed {
				t.Fatalf("%d <%s> and %d </%s> in\n%s", open, tag, closed, tag, html)
			}
		}
	})
}

// BenchmarkDecode compares decoding with unpacking alone, in bytes of XML.
func BenchmarkDecode(b *testing.B) {
	content := file(b, strings.Repeat(p("", run("The ferry left the harbour at six in the morning with forty passengers on board.")), 2_000))
	b.Run("unpack", func(b *testing.B) {
		for b.Loop() {
			a, err := open(content)
			if err != nil {
				b.Fatal(err)
			}
			f, err := a.entries["word/document.xml"].Open()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := new(bytes.Buffer).ReadFrom(f); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, _, _, err := Decode(content); err != nil {
				b.Fatal(err)
			}
		}
	})
}
