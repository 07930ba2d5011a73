package services

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/copychief/copychief/lint/report"

	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// asHTML renders Markdown as GitHub does, raw HTML let through.
func asHTML(t testing.TB, markdown string) string {
	t.Helper()
	var b bytes.Buffer
	gfm := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))
	if err := gfm.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkInert reports where text in a cell of a table is not shown as it is, by
// nothing but text.
func checkInert(t testing.TB, text string) {
	t.Helper()
	const head = "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x "
	const tail = " z</td>\n<td>y</td>\n</tr>\n</tbody>\n</table>\n"
	out := asHTML(t, "| a | b |\n|---|---|\n| x "+inert(text)+" z | y |\n")
	cell, begins := strings.CutPrefix(out, head)
	cell, ends := strings.CutSuffix(cell, tail)
	if !begins || !ends {
		t.Fatalf("%q breaks the table:\n%s", text, out)
	}
	for _, found := range tag.FindAllString(cell, -1) {
		if found != "<!-- -->" {
			t.Fatalf("%q gives %s:\n%s", text, found, cell)
		}
	}
	want := clip(report.Escape(text), 500)
	if got := html.UnescapeString(tag.ReplaceAllString(cell, "")); got != want {
		t.Fatalf("%q is shown as %q", want, got)
	}
}

func TestTextStaysTextInMarkdown(t *testing.T) {
	for _, text := range evil {
		checkInert(t, text)
	}
}

func FuzzInert(f *testing.F) {
	for _, text := range evil {
		if len(text) < 1000 {
			f.Add(text)
		}
	}
	f.Add("see www.example.org, https://x.org, a@b.org and ~~this~~ `that` <http://y.org> &copy; \\|")
	f.Fuzz(func(t *testing.T, text string) { checkInert(t, text) })
}
