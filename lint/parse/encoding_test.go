package parse

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

func utf16Bytes(s string, big bool) (out []byte) {
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestUTF16IsDecoded(t *testing.T) {
	for _, big := range []bool{false, true} {
		d := Parse("a.txt", utf16Bytes("Café 🙂 opens\n\nIt did.", big), Options{})
		parsetest.Check(t, d)
		if len(d.Problems) > 0 || d.Headline().String() != "Café 🙂 opens" || d.Source.Codec == nil || !strings.HasPrefix(d.Source.Codec.Name(), "utf-16") {
			t.Errorf("%v %q %q", d.Problems, d.Headline(), d.Source.Codec)
		}
		if got := d.Source.Slice(d.Headline().All()); got != "Café 🙂 opens" {
			t.Errorf("the headline stands at %q", got)
		}
	}
}

func TestFilesThatAreNotTextAreReported(t *testing.T) {
	for _, c := range []struct {
		name, content, want string
		at                  int
		unchecked           bool
	}{
		{"Latin-1", "Caf\xe9 opens\n\nA caf\xe9 op\xe9\xe9ned.", "not UTF-8 at byte 3 and in 2 more places", 3, false},
		{"one byte", "Caf\xe9 opens", "not UTF-8 at byte 3;", 3, false},
		{"zero bytes", "PK\x03\x04\x00\x00", "zero byte at byte 4", 4, true},
		{"control characters", strings.Repeat("\x01\x02ab", 20), "40 of its first 80 bytes are control", 0, true},
		{"ISO-2022-JP", "a\n\x1b$B$\x1b(B\n", "Text is ISO-2022-JP", 2, true},
		{"UTF-16 cut in the middle", "\xff\xfea\x00b", "not UTF-16 at byte 4", 4, false},
		{"a lone surrogate", "\xff\xfe\x00\xd8a\x00", "not UTF-16 at byte 3", 3, false},
		{"too large", strings.Repeat("a ", 2<<20), "more than 2,097,152 bytes", 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Parse("a.txt", []byte(c.content), Options{})
			parsetest.Check(t, d)
			if len(d.Problems) != 1 {
				t.Fatalf("%d problems", len(d.Problems))
			}
			p := d.Problems[0]
			if !strings.Contains(p.Message, c.want) || p.Span.Start != c.at || p.Unchecked != c.unchecked {
				t.Errorf("at %d, unchecked %t: %s", p.Span.Start, p.Unchecked, p.Message)
			}
			if c.unchecked != (len(d.Blocks) == 0) {
				t.Errorf("%d blocks", len(d.Blocks))
			}
		})
	}
}

func TestLineEndsOfAnyKindKeepOffsets(t *testing.T) {
	for _, eol := range []string{"\n", "\r\n", "\r"} {
		for _, name := range []string{"a.txt", "a.md"} {
			content := strings.ReplaceAll("# Harbour opens\n\nThe harbour\u2028opened on time.\n\nThe mayor was there.\n", "\n", eol)
			d := Parse(name, []byte(content), Options{})
			parsetest.Check(t, d)
			if len(d.Blocks) != 3 {
				t.Fatalf("%s, %q: %d blocks", name, eol, len(d.Blocks))
			}
			last := d.Blocks[2]
			if d.Source.Slice(last.Text.All()) != "The mayor was there." || d.Source.Position(last.Span.Start).Line != 5 {
				t.Errorf("%s, %q: the last on line %d", name, eol, d.Source.Position(last.Span.Start).Line)
			}
		}
	}
}

func TestLanguageIsNormalised(t *testing.T) {
	for in, want := range map[string]string{
		"en_US.UTF-8": "en-us", "DE": "de", "pt-BR": "pt-br", "zh-Hant-TW": "zh-hant-tw", "English language": "", "": "", "x": "", "sr@latin": "sr",
	} {
		if got := languageTag(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	d := Parse("a.md", []byte("---\nlang: de_AT\n---\nGuten Tag."), Options{Language: "fr"})
	if d.Language != "de-at" {
		t.Errorf("declared: %q", d.Language)
	}
	if d := Parse("a.md", []byte("Bonjour."), Options{Language: "fr"}); d.Language != "fr" {
		t.Errorf("configured: %q", d.Language)
	}
}

func TestKeyphraseOfTheCommandLineYieldsToTheDraft(t *testing.T) {
	o := Options{Keyphrase: "city budget"}
	d := Parse("a.md", []byte("---\nkeyphrase:\n---\nBody"), o)
	if d.Meta.Keyphrase().String() != "city budget" || d.Meta.Keyphrase().Placed() {
		t.Errorf("%v", d.Meta)
	}
	if d := Parse("a.md", []byte("---\nkeyphrase: harbour\n---\nBody"), o); d.Meta.Keyphrase().String() != "harbour" {
		t.Errorf("%v", d.Meta)
	}
}

func TestACrashInAParserIsAProblem(t *testing.T) {
	d := &lint.Document{Source: lint.NewSource("a.md", []byte("text"))}
	func() {
		defer survive(d, 0)
		d.Blocks = append(d.Blocks, lint.Block{})
		panic("index out of range\nwith more")
	}()
	if len(d.Problems) != 1 || !d.Problems[0].Unchecked || len(d.Blocks) != 0 || strings.Contains(d.Problems[0].Message, "\n") {
		t.Errorf("%v", d.Problems)
	}
}

// FuzzParse checks the invariants that rules rely on in every format.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"# a\n\n*b* [c](d)\n", "<p>a<b>c</p>", "Title: x\n\na\n", "\xff\xfea\x00", "a\rb\r\n\x80c", "{{< a >}}\n{% b %}", "| a |\n|-|\n| b |\n"} {
		for format := range byte(3) {
			f.Add([]byte(s), format)
		}
	}
	f.Fuzz(func(t *testing.T, content []byte, format byte) {
		parsetest.Check(t, As("a.mdx", content, lint.Format(format%3), Options{}))
	})
}
