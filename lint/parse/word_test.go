package parse

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

// wordFiles names a folder of files that people saved with word processors. None are in the
// repository; take them from public ones.
const wordFiles = "COPYCHIEF_WORD_FILES"

const wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// TestCodeInAFileOfWord reads lines that are code although no style and no font says so.
func TestCodeInAFileOfWord(t *testing.T) {
	var body strings.Builder
	for _, line := range []string{"The harbour counts its boats with this program.", "$ go run .", "for (Boat b : boats) {", `    System.out.println("left " + b.name);`, "}", "It prints a line for each boat."} {
		body.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + line + `</w:t></w:r></w:p>`)
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	part, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, `<w:document xmlns:w="`+wordSpace+`"><w:body>`+body.String()+`</w:body></w:document>`); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	doc := Parse("boats.docx", file.Bytes(), Options{})
	got := ""
	for i := range doc.Blocks {
		got += doc.Blocks[i].Kind.String() + " "
	}
	if want := "paragraph code code code code paragraph "; got != want || len(doc.Unfenced) > 0 {
		t.Errorf("got %s, unfenced %v; want %s", got, doc.Unfenced, want)
	}
}

// TestFilesOfWord reads a collection: no file takes too much time or memory, and together they
// have the words and the headings that a simple reader finds.
func TestFilesOfWord(t *testing.T) {
	folder := os.Getenv(wordFiles)
	if folder == "" {
		t.Skip(wordFiles + " names no folder of files from word processors")
	}
	var read, want simple
	files, unread := 0, 0
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".docx" {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		files++
		doc := readFast(t, name, content)
		if doc.Unread || unchecked(doc) {
			unread++
			return nil
		}
		parsetest.Check(t, doc)
		want.add(content)
		for i := range doc.Blocks {
			b := &doc.Blocks[i]
			read.letters += letters(b.Text.String())
			if b.Kind == lint.Heading && letters(b.Text.String()) > 0 {
				read.headings++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files, %d not read; %d of %d letters, %d headings; %d paragraphs have the style of one", files, unread, read.letters, want.letters, read.headings, want.headings)
	if unread*50 > files || read.letters*100 < want.letters*97 || read.headings*100 < want.headings*95 {
		t.Error("too much is missing")
	}
}

// unchecked reports whether a file could not be read.
func unchecked(doc *lint.Document) bool {
	for _, p := range doc.Problems {
		if p.Unchecked {
			return true
		}
	}
	return false
}

// readFast reads a file within the limits that the documentation promises.
func readFast(t *testing.T, name string, content []byte) *lint.Document {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	doc := Parse(name, content, Options{})
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("%s: %v", name, took)
	}
	if runtime.ReadMemStats(&after); after.HeapSys > before.HeapSys+256<<20 {
		t.Errorf("%s: %d MB", name, (after.HeapSys-before.HeapSys)>>20)
	}
	return doc
}

// simple is what a simple reader finds in files: letters, and paragraphs with the style of a heading.
type simple struct{ letters, headings int }

func (s *simple) add(content []byte) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return
	}
	styles := map[string]string{}
	walkPart(z, "word/styles.xml", func(path []string, e xml.StartElement, _ string) {
		switch path[len(path)-1] {
		case "style":
			styles[""] = attribute(e, "styleId")
		case "name":
			styles[styles[""]] = strings.ToLower(attribute(e, "val"))
		}
	})
	style, counted := "", false
	walkPart(z, "word/document.xml", func(path []string, e xml.StartElement, text string) {
		switch in := strings.Join(path, " "); path[len(path)-1] {
		case "p":
			style, counted = "", false
		case "pStyle":
			style = styles[attribute(e, "val")]
		case "t":
			if strings.Contains(in, "Fallback") || strings.Contains(in, "moveFrom") || strings.HasPrefix(style, "toc ") || style == "table of figures" {
				return
			}
			n := letters(text)
			if s.letters += n; n > 0 && !counted && strings.HasPrefix(style, "heading ") && !strings.Contains(in, " tbl ") {
				counted = true
				s.headings++
			}
		}
	})
}

// walkPart calls visit with the elements of a part that begin, and with text, whose element is the last of
// the path.
func walkPart(z *zip.Reader, name string, visit func(path []string, e xml.StartElement, text string)) {
	part, err := z.Open(name)
	if err != nil {
		return // optional, or named otherwise
	}
	defer part.Close() //nolint:errcheck // it was only read
	var path []string
	for d := xml.NewDecoder(part); ; {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch e := token.(type) {
		case xml.StartElement:
			if path = append(path, e.Name.Local); e.Name.Local != "t" {
				visit(path, e, "")
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if len(path) > 0 && path[len(path)-1] == "t" {
				visit(path, xml.StartElement{}, string(e))
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func letters(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
