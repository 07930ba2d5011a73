package frontmatter_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

// TestDialectsOfFrontMatter reads metadata as generators write it that name its
// language or use no fences.
func TestDialectsOfFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, path, draft, want string }{
		{"json", "a.md", "---json\n{\"title\": \"Frost\", \"tags\": [\"a\", \"b\"]}\n---\nBody", "title <\"title\"> \"Frost\"\ntags <\"tags\"> \"a\" \"b\"\n"},
		{"toml", "a.md", "---toml\ntitle = \"Frost\"\n---\nBody", "title <title> \"Frost\"\n"},
		{"yaml", "a.md", "---yaml\ntitle: Frost\n---\nBody", "title <title> \"Frost\"\n"},
		{"js", "a.md", "---js\n{\n  // the head\n  title: 'Frost on the tarn',\n  \"date\": new Date(\"2024-01-02\"),\n  made: build(1, {a: 2}),\n  seo: {title: `Frost`, n: 3,},\n  tags: ['a', \"b\",],\n  full: `${x} and`,\n  sum: 'a' + b,\n  last: true\n}\n---\nBody", "title <title> \"Frost on the tarn\"\ndate <\"date\"> \"2024-01-02\"\nseo.title <title> \"Frost\"\nseo.n <n> \"3\"\ntags <tags> \"a\" \"b\"\nlast <last> \"true\"\n"},
		{"declarations", "a.md", "---js\nconst title = \"Frost\";\nfunction now() { return 1 }\nconst tags = ['a'];\n---\nBody", "title <title> \"Frost\"\ntags <tags> \"a\"\n"},
		{"mdx", "page.mdx", "import x from 'y'\n\nexport const metadata = {\n  title: 'Frost',\n  authors: [{ name: 'Ann Bell' }, { name: 'Tom Vik' }],\n}\n\n# Frost\n", "title <title> \"Frost\"\nauthors.name <name> \"Ann Bell\" \"Tom Vik\"\n"},
		{"typed mdx", "page.mdx", "export const frontmatter: Meta = { title: \"Frost\" };\n\n# Frost\n", "title <title> \"Frost\"\n"},
		{"header lines", "a.md", "Title: Frost\nDate: 2024-01-02\nCategory: Lakes\nSummary: Ice\n  and snow\n\nBody", "Title <Title> \"Frost\"\nDate <Date> \"2024-01-02\"\nCategory <Category> \"Lakes\"\nSummary <Summary> \"Ice and snow\" from \"Ice\\n  and snow\"\n"},
		{"no header lines", "a.md", "Title: Frost is a word\n\nBody", ""},
		{"a list of speakers", "a.md", "Ann: What is it?\nTom: A tarn.\n\nBody", ""},
		{"a line of prose in it", "a.md", "Title: Frost\nDate: 2024\nand then some\n\nBody", ""},
		{"dots", "a.md", "<!--\n.. title: Frost\n.. slug: frost\n.. tags: a, b\n.. link:\n-->\n\nBody", "title <title> \"Frost\"\nslug <slug> \"frost\"\ntags <tags> \"a\" \"b\"\nlink <link>\n"},
		{"bare dots", "a.md", ".. title: Frost\n.. date: 2024-01-02\n\nBody", "title <title> \"Frost\"\ndate <date> \"2024-01-02\"\n"},
		{"a program", "a.md", "+++\ntitle = \"Frost\"\nlevel = 2\nmeta = [\n (\"a\", \"b=1\"),\n  (\"c\", \"d\")]\nfeed = Date(2024, 1, 2)\nsummary = \"\"\"Ice\nand snow\"\"\"\n+++\nBody", "title <title> \"Frost\"\nlevel <level> \"2\"\nsummary <summary> \"Ice\\nand snow\"\n"},
		{"definitions", "a.md", "@def feed = Date(2024, 1, 2)\n@def summary = \"\"\" Ice \"and\" snow \"\"\"\n\n@def title = \"Frost\"\n@def hasmath = true\n\nBody", "summary <summary> \"Ice \\\"and\\\" snow\"\ntitle <title> \"Frost\"\nhasmath <hasmath> \"true\"\n"},
		{"definitions in CRLF", "a.md", "@def title = \"Frost\"\r\n@def n = f(\r\n 1)\r\n\r\nBody", "title <title> \"Frost\"\n"},
		{"a map of Elixir", "a.md", "%{\n  title: \"Frost\", # the head\n  date: ~D[2024-01-02],\n  tags: ~w(ice snow),\n  authors: [\"Ann Bell\", \"Tom Vik\"],\n  excerpt: \"\"\"\n  Ice\n  and snow\n  \"\"\"\n}\n---\nBody", "title <title> \"Frost\"\ndate <date> \"2024-01-02\"\ntags <tags> \"ice\" \"snow\"\nauthors <authors> \"Ann Bell\" \"Tom Vik\"\nexcerpt <excerpt> \"Ice and snow\" from \"Ice\\n  and snow\"\n"},
		{"a map in Elixir without a fence", "a.md", "%{a: 1}\n\nBody", ""},
		{"a comment", "a.md", "<!-- .. and so on -->\n\nBody", ""},
		{"hexo, without an opening fence", "a.md", "title: Frost\ndate: 2024-01-02\ntags:\n- a\n- b\n---\nBody", "title <title> \"Frost\"\ndate <date> \"2024-01-02\"\ntags <tags> \"a\" \"b\"\n"},
		{"hexo, a title alone", "a.md", "title: Frost\n---\nBody", "title <title> \"Frost\"\n"},
		{"a heading with a colon", "a.md", "Update: Frost\n---\nBody", ""},
		{"headings with colons", "a.md", "Ann: Frost\nTom: Snow\n---\nBody", ""},
		{"hexo, json", "a.md", "\"title\": \"Frost\",\n\"tags\": [\"a\"]\n;;;\nBody", "title <\"title\"> \"Frost\"\ntags <\"tags\"> \"a\"\n"},
		{"hexo, json opened", "a.md", ";;;\n\"title\": \"Frost\"\n;;;\nBody", "title <\"title\"> \"Frost\"\n"},
		{"a draft that begins with speech", "a.md", "\"Frost,\" she said.\n\nBody", ""},
		{"pandoc", "a.md", "% Frost on\n  the tarn\n% Ann Bell\n% 2 January 2024\n\nBody", "title <%> \"Frost on the tarn\" from \"Frost on\\n  the tarn\"\nauthor <%> \"Ann Bell\"\ndate <%> \"2 January 2024\"\n"},
		{"pandoc, a title alone", "a.md", "% Frost\n\nBody", "title <%> \"Frost\"\n"},
		{"a comment above the heading", "a.md", "% to be continued\n\n# Frost\n\nBody", ""},
		{"mdx, another name", "page.mdx", "export const post = {\n  author: 'Ann',\n  title: 'Frost',\n}\n\nBody", "author <author> \"Ann\"\ntitle <title> \"Frost\"\n"},
		{"mdx, data of a chart", "page.mdx", "export const chart = {title: 'Frost', width: 3}\n\nBody", ""},
		{"a template tag as the value", "a.md", "---\ntitle: {{ page.x }}\n---\nBody", "title <title> \"{{ page.x }}\"\n"},
		{"meta elements", "a.md", "---\nmeta:\n  - name: keywords\n    content: a\n  - name: description\n    content: Ice and snow\n---\nBody", "meta.name <name> \"keywords\" \"description\"\nmeta.content <content> \"a\" \"Ice and snow\"\nmeta.description <content> \"Ice and snow\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse.Parse(c.path, []byte(c.draft), parse.Options{})
			parsetest.Check(t, d)
			for _, p := range d.Problems {
				t.Errorf("problem: %s", p.Message)
			}
			if got := shown(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if words := d.Blocks; len(words) == 0 {
				t.Error("the body is gone")
			}
		})
	}
	d := parse.Parse("a.md", []byte("---\nhead:\n  - - meta\n    - name: description\n      content: Ice and snow\n---\nBody"), parse.Options{})
	if got := d.Meta.Description().Plain(); got != "Ice and snow" {
		t.Errorf("the description in the head of VitePress is %q", got)
	}
	if d = parse.Parse("a.md", []byte("+++\ntitle = \"Frost\"\nplace = tarn\n+++\nBody"), parse.Options{}); len(d.Problems) != 1 {
		t.Errorf("a word without quotation marks in TOML: %v", d.Problems)
	}
	if d = parse.Parse("a.md", []byte("---json\n{\"title\": Frost\n---\nBody"), parse.Options{}); len(d.Problems) != 1 || d.Meta.Format != lint.JSON {
		t.Errorf("broken JSON: %v", d.Problems)
	}
}

// FuzzDialects reads hostile metadata.
func FuzzDialects(f *testing.F) {
	for _, s := range []string{"---js\n{a: [1, {b: `x${", "---json\n{", "---js\nconst a = ", ".. a: b", "<!--\n.. a: b", "---js\n{a: 'x\\", "---js\n{/*", "---js\nlet ", "---js\n{a: )}\n---", "---js\n{a: [)]}\n---", "---js\n{)\n---", "---js\n{a: 1 ;]\n---", "@def a", "@def a = \"\"\"b", "@def a = (\n@def b = \"", "+++\na = f(\n+++", "+++\na = f()\nb = \"\"\n+++"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"a.md", "a.mdx"} {
			parsetest.Check(t, parse.Parse(name, []byte(s), parse.Options{}))
			parsetest.Check(t, parse.Parse(name, []byte("export const metadata = {"+s), parse.Options{}))
		}
	})
}
