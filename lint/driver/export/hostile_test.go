package export

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSlugsThatLookNumbered has slugs that are those which repeated ones would be given.
func TestSlugsThatLookNumbered(t *testing.T) {
	var items string
	for _, slug := range []string{"a", "a", "a-2", "a-2", "a", ""} {
		items += wxr("post", "publish", slug, "")
	}
	site, err := open(t, "a.xml", opening+items+closing)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range site.Posts {
		got = append(got, site.Posts[i].Slug)
	}
	if diff := cmp.Diff([]string{"a", "a-3", "a-2", "a-2-2", "a-4", "draft-4"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestRemainsOfSystemsInExports reads exports that are not well formed or not in UTF-8.
func TestRemainsOfSystemsInExports(t *testing.T) {
	inside := func(text string) string {
		return opening + wxr("post", "publish", "a", "<title>Piers</title><content:encoded>"+text+"</content:encoded>") + closing
	}
	latin := strings.Replace(inside("Caf\xe9 \x93Sea\x94"), "UTF-8", "ISO-8859-1", 1)
	for _, test := range []struct{ name, content, want string }{
		{"control characters", inside("<![CDATA[a\x0bb\x00c]]>"), "<p>a b c</p>"},
		{"bytes that are not UTF-8", inside("<![CDATA[na\xefve — \xe2\x80]]>"), "<p>na\ufffdve — \ufffd</p>"},
		{"a bare ampersand and entities of HTML", inside("Sea & sand&nbsp;&copy;"), "<p>Sea & sand\u00a0©</p>"},
		{"the end of CDATA in text", inside("<![CDATA[a]]]]><![CDATA[>b]]>"), "<p>a]]>b</p>"},
		{"windows-1252", latin, "<p>Café “Sea”</p>"},
		{"a byte order mark", "\ufeff" + inside("x"), "<p>x</p>"},
		{"long comments before the export", strings.Replace(inside("x"), "<rss", "<!--"+strings.Repeat(" words", 5000)+"--><rss", 1), "<p>x</p>"},
	} {
		if _, got := pages(t, "a.xml", test.content); !strings.Contains(got["a"], "\n"+test.want+"\n") {
			t.Errorf("%s: %q", test.name, got)
		}
	}
	for _, test := range []struct{ name, content string }{
		{"a byte order mark", "\ufeff" + `{"db":[{"data":{"posts":[{"slug":"a","html":"<p>x</p>"}]}}]}`},
		{"data without a frame", `{"meta":{},"data":{"posts":[{"slug":"a","html":"<p>x</p>"}]}}`},
	} {
		if _, got := pages(t, "a.json", test.content); !strings.Contains(got["a"], "<p>x</p>") {
			t.Errorf("%s: %q", test.name, got)
		}
	}
}

// TestDamageIsReported has exports that cannot be read, wholly or in a post, and the reason in words
// that somebody who does not program understands.
func TestDamageIsReported(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"a.json", `{"db":[{"data":{"posts":[{"slug":"a","lexical":"{broken"}]}}]}`, "its text is damaged (Lexical)"},
		{"a.json", `{"db":[{"data":{"posts":[{"slug":"a","title":5}]}}]}`, "the field “Title” is a number"},
	} {
		if _, got := pages(t, test.name, test.content); !strings.Contains(got["a"], test.want) {
			t.Errorf("%s: %q, want %q", test.content, got, test.want)
		}
	}
	for name, want := range map[string]string{
		"a.xml":  "in UTF-16",
		"b.xml":  "encoding koi8-r is not supported; convert it to UTF-8",
		"c.json": "not have the structure of a Ghost export",
	} {
		content := map[string]string{
			"a.xml":  "\xff\xfe<\x00r\x00",
			"b.xml":  strings.Replace(opening, "UTF-8", "koi8-r", 1),
			"c.json": `{"db":[{"data":{"posts":["a"]}}]}`,
		}[name]
		if _, err := open(t, name, content); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

// TestCleaningKeepsOffsets reads in pieces of all sizes, since an offset that moves would cut
// the post that is read there later.
func TestCleaningKeepsOffsets(t *testing.T) {
	const text = "é\x00\xff€𝄞\xf0\x9d \uffff z\xe2\x82"
	const want = "é ?€𝄞?? ??? z??"
	for size := 1; size <= len(text); size++ {
		got, err := io.ReadAll(&clean{Reader: &pieces{text, size}})
		if string(got) != want || err != nil {
			t.Errorf("pieces of %d bytes: %q, %v; want %q", size, got, err, want)
		}
	}
}

// pieces reads a text in pieces of a size.
type pieces struct {
	rest string
	size int
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.rest == "" {
		return 0, io.EOF
	}
	n := copy(b[:min(len(b), p.size)], p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

// TestAnItemWithoutEnd reads an item that goes on and on.
func TestAnItemWithoutEnd(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(opening+"<item><title>"), repeated{})
	if _, err := wordpress(endless); err == nil || !strings.Contains(err.Error(), "more than 64 MB") {
		t.Errorf("%v", err)
	}
}

// repeated is an endless text.
type repeated struct{}

func (repeated) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}
