package kind_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/kind"
	"github.com/copychief/copychief/lint/parse"
)

func kindOf(s *lint.Site, name, content string) lint.Kind {
	return kind.Of(s, name, parse.Parse(name, []byte(content), parse.Options{}))
}

func TestDraftsThatShowWhatTextLooksLike(t *testing.T) {
	const body = "The ferry left at six, with forty people.\n\n"
	for title, want := range map[string]lint.Kind{
		"Test page": lint.KindDummy, "An example post": lint.KindDummy, "Markdown test": lint.KindDummy, "Typography and formatting test": lint.KindDummy,
		"This post demonstrates all text styles": lint.KindDummy, "The kitchen sink": lint.KindDummy, "Lorem ipsum dolor sit amet": lint.KindDummy,
		"Beispielseite": lint.KindDummy, "Page d'exemple": lint.KindDummy, "Página de prueba": lint.KindDummy, "测试文章": lint.KindDummy, "Article de démonstration": lint.KindDummy, "Artículo de ejemplo": lint.KindDummy, "Pagina di prova": lint.KindDummy, "Artigo de teste": lint.KindDummy, "サンプル記事": lint.KindDummy,
		"How to test a page": lint.KindUnknown, "Typography": lint.KindUnknown, "A test for the harbour": lint.KindUnknown,
		"The test page that nobody saw": lint.KindUnknown, "This post is about styles of bridges": lint.KindUnknown, "Example of a good ferry": lint.KindUnknown,
	} {
		if got := kindOf(&lint.Site{}, "posts/a.md", "# "+title+"\n\n"+body); (got == lint.KindDummy) != (want == lint.KindDummy) {
			t.Errorf("%q: %v", title, got)
		}
	}
	dummy := "Lorem ipsum dolor sit amet, consectetur.\n\n"
	for _, c := range []struct {
		what, content string
		want          bool
	}{
		{"dummy text only", strings.Repeat(dummy, 6), true},
		{"a quarter", strings.Repeat(dummy, 6) + strings.Repeat(body, 18), true},
		{"a few", strings.Repeat(dummy, 5), false},
		{"an article with samples", strings.Repeat(dummy, 6) + strings.Repeat(body, 30), false},
		{"code", strings.Repeat("```html\n<p>Lorem ipsum dolor sit amet</p>\n```\n\n"+body, 9), false},
	} {
		if got := kindOf(&lint.Site{}, "posts/a.md", "# The ferry\n\n"+c.content); (got == lint.KindDummy) != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestPostsOfAThemeAreDemonstrations(t *testing.T) {
	s := &lint.Site{Base: ".", Generator: "jekyll", Demonstrates: true}
	const body = "The ferry left at six, with forty people.\n"
	for _, c := range []struct {
		name, content string
		want          bool
	}{
		{"_posts/2026-01-02-long-title.md", "---\ntitle: A title\n---\n\n" + body, true},
		{"posts/2026-01-02-ferry/index.md", "---\ntitle: A title\n---\n\n" + body, true},
		{"posts/ferry.md", "---\ntitle: A title\ndate: 2026-01-02\n---\n\n" + body, true},
		{"docs/install.md", "---\ntitle: How to install the theme\n---\n\n" + body, false},
		{"README.md", "# Theme\n\n" + body, false},
	} {
		if got := kindOf(s, c.name, c.content); (got == lint.KindDemo) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	s.Base, s.Places = "exampleSite", []lint.Place{{Kind: lint.KindArticle, Folder: "exampleSite/content"}}
	if got := kindOf(s, "exampleSite/content/about.md", "---\ntitle: About\n---\n\n"+body); got != lint.KindDemo {
		t.Errorf("a page of the site that a theme brings along: %s", got)
	}
}
