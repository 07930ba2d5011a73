package frontmatter_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/frontmatter"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
)

// shown writes metadata for comparison: each field with its values and with the source
// text at the positions that they report.
func shown(d *lint.Document) string {
	var out strings.Builder
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		fmt.Fprintf(&out, "%s <%s>", f.Name, d.Source.Slice(f.Key))
		for _, v := range f.Values {
			fmt.Fprintf(&out, " %q", v.String())
			if raw := d.Source.Slice(v.All()); raw != v.String() {
				fmt.Fprintf(&out, " from %q", raw)
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestFrontMatterHasExactPlaces(t *testing.T) {
	for _, c := range []struct{ name, draft, want string }{
		{"plain scalars", "---\ntitle: Budget passes  # at last\ndate: 2024-05-01\n---\nBody", "title <title> \"Budget passes\"\ndate <date> \"2024-05-01\"\n"},
		{"CRLF and a mark", "\ufeff---\r\ntitle: Budget passes\r\ntags:\r\n- a b\r\n- c\r\n---\r\nBody", "title <title> \"Budget passes\"\ntags <tags> \"a b\" \"c\"\n"},
		{"quotes", "---\na: \"one \\\"two\\\" \\u00e9\"\n'b': 'it''s'\n---\n", "a <a> \"one \\\"two\\\" é\" from \"one \\\\\\\"two\\\\\\\" \\\\u00e9\"\nb <'b'> \"it's\" from \"it''s\"\n"},
		{"several lines", "---\na: one\n  two\n\n  three\nb: \"four\n  five\\\n  six\"\n---\n", "a <a> \"one two\\nthree\" from \"one\\n  two\\n\\n  three\"\nb <b> \"four fivesix\" from \"four\\n  five\\\\\\n  six\"\n"},
		{"block scalars", "---\na: |\n  one\n  two\nb: >-\n  one\n  two\n\n    deep\n  last\n---\n", "a <a> \"one\\ntwo\" from \"one\\n  two\"\nb <b> \"one two\\n\\n  deep\\nlast\" from \"one\\n  two\\n\\n    deep\\n  last\"\n"},
		{"nesting", "---\nseo:\n  title: T\n  og: {image: i.png, empty: }\nlist: [a, \"b c\", [d]]\n---\n", "seo.title <title> \"T\"\nseo.og.image <image> \"i.png\"\nseo.og.empty <empty>\nlist <list> \"a\" \"b c\" \"d\"\n"},
		{"a list of maps", "---\nauthors:\n- name: Ana\n  url: /ana\n- name: Ben\n---\n", "authors.name <name> \"Ana\" \"Ben\"\nauthors.url <url> \"/ana\"\n"},
		{"alias and anchor", "---\na: &x Ana\nb: *x\nc: !!str 5\n---\n", "a <a> \"Ana\"\nb <b> \"Ana\" from \"*x\"\nc <c> \"5\"\n"},
		{"code points before a value", "---\n“k”: ü\na: 🙂 b\n---\n", "“k” <“k”> \"ü\"\na <a> \"🙂 b\"\n"},
		{"toml", "+++\ntitle = \"Bud\\\"get\"\n[seo]\n'x y' = '''\nlong'''\ntags = [\"a\", \"b\", 3] # c\nin = {a = 1, b = true}\n+++\nBody", "title <title> \"Bud\\\"get\" from \"Bud\\\\\\\"get\"\nseo.x y <'x y'> \"long\"\nseo.tags <tags> \"a\" \"b\" \"3\"\nseo.in.a <a> \"1\"\nseo.in.b <b> \"true\"\n"},
		{"toml tables in a list", "+++\n[[authors]]\nname = \"Ana\"\n[[authors]]\nname = \"Ben\"\n+++\n", "authors.name <name> \"Ana\" \"Ben\"\n"},
		{"json", "{\n  \"title\": \"A \\u00e9 \\ud83d\\ude42\",\n  \"seo\": {\"x\": null, \"y\": [1, \"b\", {\"z\": true}]}\n}\n\nBody", "title <\"title\"> \"A é 🙂\" from \"A \\\\u00e9 \\\\ud83d\\\\ude42\"\nseo.x <\"x\">\nseo.y.z <\"z\"> \"true\"\nseo.y <\"y\"> \"1\" \"b\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse.Parse("draft.md", []byte(c.draft), parse.Options{})
			parsetest.Check(t, d)
			for _, p := range d.Problems {
				t.Errorf("problem: %s", p.Message)
			}
			if got := shown(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestOtherTextStaysInTheBody(t *testing.T) {
	for name, draft := range map[string]string{
		"a break":               "---\n\nProse after a break.\n\nMore.\n",
		"prose between breaks":  "---\nProse goes here.\n\n---\nMore.\n",
		"a template tag":        "{{< figure src=\"a\" >}}\n",
		"a liquid tag":          "{% include x %}\n",
		"text before the fence": "Hello\n---\ntitle: x\n---\n",
		"indented fence":        "  ---\ntitle: x\n---\n",
		"a longer fence":        "----\ntitle: x\n---\n",
	} {
		d := parse.Parse("draft.md", []byte(draft), parse.Options{})
		if len(d.Meta.Fields) > 0 || !d.Meta.Span.Empty() || len(d.Problems) > 0 {
			t.Errorf("%s: %v %v", name, d.Meta, d.Problems)
		}
	}
}

func TestBrokenFrontMatterIsAProblemAtItsLine(t *testing.T) {
	for _, c := range []struct {
		name, draft, want string
		line              int
		unchecked         bool
	}{
		{"colon", "---\na: 1\nb: c: d\n---\nBody", "a value contains a colon", 3, false},
		{"open quote", "---\na: 1\nb: \"c\nd: e\n---\nBody", "quotation mark is not closed", 3, false},
		{"twice", "---\ntitle: a\nx: 1\ntitle: b\n---\n", "“title” is written twice; the first is on line 2", 4, false},
		{"twice, nested", "---\ns:\n  t: a\n  t: b\n---\n", "“t” is written twice; the first is on line 3", 4, false},
		{"twice in JSON", "{\"t\": 1,\n\"t\": 2}\n", "written twice", 2, false},
		{"twice in TOML", "+++\nt = 1\nt = 2\n+++\n", "written twice", 3, false},
		{"not closed", "---\ntitle: a\n\nBody", "not closed", 1, false},
		{"a list", "---\n- a\n- b\n---\n", "is not a list of keys", 2, false},
		{"toml", "+++\na = 1\nb = \n+++\n", "does not parse", 3, false},
		{"json", "{\"a\": 1,\n \"b\": x\n}\nBody", "put text in quotation marks", 2, false},
		{"too long", "---\na: " + strings.Repeat("x", 520<<10) + "\n---\n", "532,484 bytes", 1, true},
		{"too many", "---\n" + strings.Repeat("a:\n", 1001) + "---\n", "more than 1,000 keys", 1002, true},
		{"too deep", "---\na: " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n---\n", "nested deeper", 2, true},
		{"too deep in JSON", "{\"a\": " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "}\n", "nested deeper", 1, true},
		{"too deep in TOML", "+++\na = " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n+++\n", "nested deeper", 2, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse.Parse("draft.md", []byte(c.draft), parse.Options{})
			parsetest.Check(t, d)
			if len(d.Problems) == 0 {
				t.Fatal("no problem")
			}
			p := d.Problems[len(d.Problems)-1]
			if !strings.Contains(p.Message, c.want) || d.Source.Position(p.Span.Start).Line != c.line || p.Unchecked != c.unchecked {
				t.Errorf("line %d, unchecked %t: %s", d.Source.Position(p.Span.Start).Line, p.Unchecked, p.Message)
			}
		})
	}
}

func TestHeaderLinesOfPlainText(t *testing.T) {
	d := parse.Parse("draft.txt", []byte("Title: The budget\n  that nobody wanted\nKeyphrase: city budget\nMood: sour\n\nThe budget\n\nIt passed."), parse.Options{})
	parsetest.Check(t, d)
	want := "Title <Title> \"The budget that nobody wanted\" from \"The budget\\n  that nobody wanted\"\nKeyphrase <Keyphrase> \"city budget\"\nMood <Mood> \"sour\"\n"
	if got := shown(d); got != want {
		t.Errorf("got\n%s", got)
	}
	if d.Meta.Keyphrase().String() != "city budget" || len(d.Blocks) != 2 || d.Blocks[0].Text.String() != "The budget" {
		t.Errorf("%v %v", d.Meta, d.Blocks)
	}
	for _, draft := range []string{
		"Update: the vote was moved.\n\nThe council met.",
		"Title: A budget\nand then a line without a name\n\nBody.",
		"https://example.org/\n\nBody.",
		"Author’s note: none\n\nBody.",
	} {
		if d := parse.Parse("draft.txt", []byte(draft), parse.Options{}); len(d.Meta.Fields) > 0 {
			t.Errorf("%q is no metadata", draft)
		}
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: a\n---\nb", "---\na: |+2\n    x\n\n y\nb: >\n\n a\n  b\n---\n", "---\n? [a]\n: b\n<<: *x\n...\n", "---\na: \"\\x41\\\n  b\\U0001F600\"\n---",
		"+++\na.b = [1, {c = '''x'''}]\n[[d]]\ne=1\n+++\n", "{\"a\": [\"\\ud800\", {\"b\": 1e5}]}\nx", "Title: a\n b\nx:\n\nbody", "\ufeff---\r\na: b\r\n---\r\n",
		"---\na: b\u2028c: d\n---\n", "---\n!!map {a: &b c, d: *b}\n---\n", "---\na: 'b\n\n  c'''\n---\n", "---\n\"a\\n\": - b\n---\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, name := range []string{"a.md", "a.txt"} {
			src := bytes.Clone(content)
			scan.ReplaceInvalid(src)
			doc := &lint.Document{Source: lint.NewSource(name, content)}
			if name == "a.txt" {
				doc.Format = lint.PlainText
			}
			if body := frontmatter.Read(doc, src, nil, quota.Limits{}.OrDefault()); body < 0 || body > len(src) || body < doc.Meta.Span.End {
				t.Errorf("the body begins at %d of %d, metadata ends at %d", body, len(src), doc.Meta.Span.End)
			}
			parsetest.Check(t, doc)
		}
	})
}
