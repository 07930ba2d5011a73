// Package langtest makes documents for the tests of the packages below language.
package langtest

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// Document returns a document whose paragraphs are the lines of text; a line that
// begins with # is a heading.
func Document(text string) *lint.Document {
	d := &lint.Document{Source: lint.NewSource("a.txt", []byte(text)), Format: lint.PlainText, Language: "en"}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimRight(line, "\n")
		b := lint.Block{Kind: lint.Paragraph, Quote: lint.None, Span: lint.Span{Start: at, End: at + len(body)}}
		start := at
		if rest, ok := strings.CutPrefix(body, "# "); ok {
			b.Kind, b.Level, body, start = lint.Heading, 1, rest, at+2
		}
		if body != "" {
			b.Text = lint.Verbatim(body, start)
			d.Blocks = append(d.Blocks, b)
		}
		at += len(line)
	}
	d.Index()
	return d
}

// Speech returns drafts with different lengths, quotation marks and speakers.
func Speech() []string {
	return []string{
		"“We open at noon,” said Ann Lee, who runs the bar. “It’s a long day.”\n\nBo Day called it “a farce\".\n\n> It never rains here.\n\n— Cy Orr",
		"Nobody speaks.",
		"The ‘old’ mill, Di Fox said, is “out of money” and “out of time.”\n\n\"Never,\" she said. “And a stray one.",
	}
}

// Draft returns a document with a keyphrase and its synonyms, if any, and with paragraphs, which are
// read as plain text.
func Draft(keyphrase string, synonyms []string, paragraphs ...string) *lint.Document {
	d := &lint.Document{Source: lint.NewSource("a.md", nil), Language: "en"}
	at := 0
	for _, s := range paragraphs {
		d.Blocks = append(d.Blocks, lint.Block{Text: lint.Verbatim(s, at), Span: lint.Span{Start: at, End: at + len(s)}, Quote: lint.None})
		at += len(s) + 2
	}
	field := func(role lint.Role, name string, values ...string) {
		f := lint.Field{Name: name}
		for _, v := range values {
			f.Values = append(f.Values, lint.NewText(v, nil))
		}
		d.Meta.Fields = append(d.Meta.Fields, f)
		d.Meta.Assign(role, len(d.Meta.Fields)-1)
	}
	if keyphrase != "" {
		field(lint.RoleKeyphrase, "keyphrase", keyphrase)
	}
	if synonyms != nil {
		field(lint.RoleSynonyms, "synonyms", synonyms...)
	}
	d.Index()
	return d
}
