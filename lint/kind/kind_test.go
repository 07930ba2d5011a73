package kind

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

func TestKinds(t *testing.T) {
	const (
		article = "---\ntitle: The ferry sails again\ndate: 2026-05-01\n---\n\nIt left at six.\n"
		page    = "---\ntitle: The ferry\n---\n\nIt leaves at six.\n"
		head    = "---\nname: Ane Hauge\nrole: reporter\n---\n"
	)
	for _, c := range []struct {
		name, content string
		want          lint.Kind
	}{
		{"posts/ferry.md", article, lint.KindArticle},
		{"posts/ferry.md", page, lint.KindArticle},
		{"README.md", "# Ferry\n\nHow to build.\n", lint.KindProject},
		{"docs/README.nb.md", "# Ferry\n\nHow to build.\n", lint.KindProject},
		{"posts/readme-first.md", article, lint.KindArticle},
		{"posts/history-of-the-ferry.md", article, lint.KindArticle},
		{"posts/support.md", article, lint.KindArticle},
		{"README_zh-CN.md", "# Ferry\n\nHow to build.\n", lint.KindProject},
		{"HISTORY.md", "# History\n\n- one\n", lint.KindProject},
		{"ferry/history.md", "# History\n\nIt first sailed in May.\n", lint.KindArticle},
		{"changes-to-the-ferry.md", "# Changes to the ferry\n\nIt sails in May.\n", lint.KindArticle},
		{"CHANGELOG.md", "# Changes\n\n- one\n", lint.KindProject},
		{".github/ISSUE_TEMPLATE/bug.md", page, lint.KindProject},
		{"layouts/index.html", "<p>{{ .Title }}</p>", lint.KindFragment},
		{"_includes/nav.md", "Text here.\n", lint.KindFragment},
		{"themes/blue/exampleSite/content/posts/a.md", article, lint.KindFragment},
		{"archetypes/default.md", article, lint.KindTemplate},
		{"_templates/Ferry page.md", article, lint.KindTemplate},
		{"ferry-template.md", "# Name of the ferry\n\nXXX people.\n", lint.KindTemplate},
		{"_drafts/YYYY-MM-DD-your-title.md", article, lint.KindTemplate},
		{"_drafts/2026-01-01-Ferry-Notes-Template.md", article, lint.KindTemplate},
		{"blog/_archive/2024/ferry.md", article, lint.KindArchived},
		{"packages/x/__e2e__/fixtures/a.md", page, lint.KindSample},
		{"static/thread.html", "<!DOCTYPE html><html><!--\n Page saved with SingleFile\n--><body><p>Text.</p></body></html>", lint.KindCopy},
		{"base.html", "{% extends 'a' %}{% block b %}<p>Text</p>{% endblock %}", lint.KindFragment},
		{"content/posts/_index.md", page, lint.KindSection},
		{"public/503.html", "<title>Not here</title><p>Later.</p>", lint.KindSection},
		{"news/ferry.md", "---\ntitle: The ferry\ndate: 2026-05-01\nurl: https://elsewhere.example/ferry\nscraped_at: 2026-06-01\n---\n\nIt left at six.\n", lint.KindCopy},
		{"docs/cypress/box.html", "<p>A box.</p>", lint.KindSample},
		{"pier.plan.md", "# Pier\n\nTODO: build it\n", lint.KindProject},
		{"404.html", "<title>Not here</title><p>Not here.</p>", lint.KindSection},
		{"content/authors/ane.md", head, lint.KindRecord},
		{"posts/planned.md", "---\ntitle: Soon\ndate: 2026-05-01\n---\n", lint.KindArticle},
		{"old.md", "---\ntitle: Old\nredirect_to: /new\n---\n\nMoved.\n", lint.KindStub},
		{"requirements-dev.txt", "pytest==8.0\n", lint.KindAsset},
		{"static/robots.txt", "User-agent: *\n", lint.KindAsset},
		{"ferry.txt", "Ferry sails again\n\nIt left at six.\n", lint.KindPaste},
		{"ferry.txt", "Title: Ferry sails again\nAuthor: Ane Hauge\n\nIt left at six.\n", lint.KindArticle},
		{"ferry.html", "<p>It left at six.</p>", lint.KindArticle},
		{"samples/ferry.html", "<p>It left at six.</p>", lint.KindArticle},
		{"api/mocks/timetable.html", "<p>It left at six.</p>", lint.KindSample},
		{"cache/notes/1.2.html", "<p>It left at six.</p>", lint.KindGenerated},
		{"cache/notes.md", "# Notes\n\nIt left at six.\n", lint.KindArticle},
		{"notes/1.2.html", "<h2>News</h2>\n<div class=\"paragraph\">\n<p>It left at six.</p>\n</div>", lint.KindGenerated},
		{"lesson-data/novel.txt", "The ferry\n\nIt left at six.\n", lint.KindAsset},
		{"novel.txt", "The Project Gutenberg eBook of The Ferry\n\nIt left at six.\n", lint.KindVerbatim},
		{"manual.txt", "The ferry\n\n[[code]]\nsail(6)\n[[/code]]\n\nIt left at six.\n", lint.KindAsset},
		{"lol/ferry.md", "# crwdns1:0crwdne1:0\n\ncrwdns2:0crwdne2:0\n", lint.KindGenerated},
		{"manual.txt", "== The ferry ==\n\nIt left at six.\n\n=== Back ===\n\nAt nine.\n", lint.KindAsset},
		{"themes/town/fonts/OFL.txt", "Copyright Ann Bell\n\nSIL OPEN FONT LICENSE Version 1.1\n", lint.KindVerbatim},
		{"ferry/pages/thanks.html", "{% load static %}\n<h1>The ferry</h1>\n<p>It is back, and so are its forty passengers.</p>\n", lint.KindTemplate},
		{"static/f/_README.md", "# Notes\n\nKeep this in order.\n", lint.KindProject},
		{"texts/artistic.txt", "---\ntitle: A licence\n---\n\n   The Artistic License 2.0\n\nEveryone may copy it.\n", lint.KindVerbatim},
		{"texts/terms-of-the-ferry.txt", "MIT\n\nPermission is hereby granted, free of charge, to any person.\n", lint.KindVerbatim},
		{"LICENSE.md", "# The licence\n\nPermission is hereby granted, free of charge, to any person.\n", lint.KindVerbatim},
		{"posts/permission.md", page + "Permission is hereby granted, free of charge, to any person.\n", lint.KindArticle},
		{"statement.txt", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe ferry is ours.\n", lint.KindVerbatim},
		{"data/html/http%3A%2F%2Fharbour.example%2Fferry.html", "<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>It left at six.</p></body></html>", lint.KindCopy},
		{"notes/saved.html", "<!DOCTYPE html> <html><!--\n Page saved with SingleFile\n--><p>It left at six.</p>", lint.KindCopy},
		{"_redirects.txt", strings.Repeat("/ferry/old /ferry/new 301\n", 9), lint.KindAsset},
		{"reference/errors.md", "---\n# This file is auto-generated from errors.json; do not edit it\ntitle: Errors\n---\n\nNone.\n", lint.KindGenerated},
		{"reference/errors.md", "---\ntitle: Errors\n---\n\n# Do not edit a draft twice\n\nNever.\n", lint.KindArticle},
		{"archive/2019/ferry.md", page, lint.KindArchived},
		{"archive/2019/ferry.md", article, lint.KindArticle},
		{"archive/index.md", page, lint.KindSection},
		{"posts/ferry.md", "---\ntitle: The ferry\ndate: 2026-05-01\narchived: true\n---\n\nIt left at six.\n", lint.KindArchived},
		{"posts/part.md", "---\ntitle: Timetable\ndate: 2026-05-01\nheadless: true\n---\n\nIt leaves at six.\n", lint.KindFragment},
		{"lint/rules/tests/bad-link.md", "[here](#)\n", lint.KindSample},
		{"modules/blue/exampleSite/content/posts/a.md", article, lint.KindSample},
		{"packages/ui/__tests__/post.md", article, lint.KindSample},
		{"articles/borders/demos/1.html", "<title>Borders</title><p>A box.</p>", lint.KindSample},
		{"articles/demos/borders.md", page, lint.KindArticle},
		{"da/ferry.md", "---\ntitle: The ferry\nuntranslated: 1\n---\n", lint.KindStub},
		{"ferry.md", "---\ntitle: The ferry\nuntranslated: true\n---\n\nIt leaves at six.\n", lint.KindArticle},
		{"links/timetable.md", "---\ntitle: The timetable\nsource_url: https://example.org/t.pdf\n---\n", lint.KindStub},
		{"links/timetable.md", "---\ntitle: The timetable\ndate: 2026-05-01\nsource_url: https://example.org/t.pdf\n---\n", lint.KindArticle},
		{"posts/empty.md", "", lint.KindStub},
		{"examples/greeter.md", "---\nlayout: null\n---\n\nPrint hello.\n", lint.KindFragment},
	} {
		doc := parse.Parse(c.name, []byte(c.content), parse.Options{})
		if got := Of(nil, c.name, doc); got != c.want && (!got.IsArticle() || !c.want.IsArticle()) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestPlainHTMLNextToMarkdown(t *testing.T) {
	dead := strings.Repeat(`<a href="#">Timetable</a> `, 5)
	for _, c := range []struct {
		name, content string
		want          lint.Kind
	}{
		{"ferry/index.html", "<body><h1>The ferry</h1><p>It sails.</p></body>", lint.KindMarkup},
		{"ferry/index.html", "<body><div id=\"root\"></div><script src=\"/ferry.js\"></script></body>", lint.KindSample},
		{"ferry/index.html", "<body><h2>Ferries</h2><script type=\"module\" src=\"/ferry.js\"></script></body>", lint.KindSample},
		{"ferry/index.html", "<body><div class=\"reveal\"><div class=\"slides\"><h2>Ferries</h2></div></div></body>", lint.KindSlides},
		{"ferry.txt", "The ferry\n\nIt sails at six.\n", lint.KindPaste},
		{"ferry.txt", strings.Repeat("It sails at six.\n\n", 30), lint.KindAsset},
		{"ferry/index.html", "<h1>The ferry</h1><p>It sails {{ when }}.</p>", lint.KindMarkup},
		{"ferry/index.html", "<h1>The ferry</h1><p>It sails.</p>", lint.KindArticle},
		{"ferry/index.html", `<head><title>The ferry</title><meta property="article:published_time" content="2026-05-01"></head><body><h1>The ferry</h1><p>It sails.</p></body>`, lint.KindArticle},
		{"ferry/index.html", `<head><meta name="Generator" content="pandoc"></head><h1>The ferry</h1><p>It sails.</p>`, lint.KindGenerated},
		{"ferry/index.html", "<body><h1>The ferry</h1><p>" + dead + "</p>", lint.KindSample},
		{"ferry/index.html", "<body><h1>The ferry</h1><p>" + dead + strings.Repeat(`<a href="/t">Timetable</a> `, 5) + "</p>", lint.KindMarkup},
		{"ferry/index.html", "---\ntitle: The ferry\n---\n<p>It sails.</p>", lint.KindArticle},
		{"_includes/ferry.html", "<h1>The ferry</h1>", lint.KindFragment},
		{"ferry/index.md", "# The ferry\n\nIt sails.\n", lint.KindArticle},
	} {
		doc := parse.Parse(c.name, []byte(c.content), parse.Options{})
		if got := Of(&lint.Site{Markdown: true}, c.name, doc); got != c.want && (!got.IsArticle() || !c.want.IsArticle()) {
			t.Errorf("%s %q: %s, want %s", c.name, c.content, got, c.want)
		}
	}
}

// TestRecordsAmongArticles checks folders without articles although the generator makes pages of
// everything.
func TestRecordsAmongArticles(t *testing.T) {
	s := &lint.Site{Places: []lint.Place{{Kind: lint.KindArticle, Folder: "docs"}}}
	const dated = "---\ntitle: The spring meeting\ndate: 2026-05-01\n---\n\nIt begins at six.\n"
	for _, c := range []struct {
		name, content string
		want          lint.Kind
	}{
		{"docs/meetings/2026-05-01.md", "# May\n\n- TODO: ask the captain\n", lint.KindRecord},
		{"docs/meetings/2026-05-01.md", dated, lint.KindArticle},
		{"docs/tests/page.html", "<p>Lorem ipsum.</p>", lint.KindSample},
		{"docs/tests/ferry.md", "# The ferry\n\nIt sails.\n", lint.KindArticle},
	} {
		if got := Of(s, c.name, parse.Parse(c.name, []byte(c.content), parse.Options{})); got != c.want && (!got.IsArticle() || !c.want.IsArticle()) {
			t.Errorf("%s %q: %s, want %s", c.name, c.content, got, c.want)
		}
	}
}

func TestAPageNextToItsSourceIsGenerated(t *testing.T) {
	files := fstest.MapFS{"site/boat.html": {}, "content/blog/ferry.md": {}, "content/about/index.md": {}}
	for name, want := range map[string]bool{
		"docs/blog/ferry/index.html":    true,
		"docs/blog/ferry.html":          true,
		"public/about/index.html":       true,
		"docs/blog/pier/index.html":     false,
		"site/boat/index.html":          true,
		"site/boat.html":                false,
		"ferry.html":                    false,
		"docs/index.html":               false,
		"content/blog/ferry.html":       true,
		"content/blog/ferry/index.html": true,
	} {
		page := parse.Parse(name, []byte("<h1>The ferry</h1><p>It sails.</p>"), parse.Options{})
		if got := Built(files, name, page); got != want {
			t.Errorf("%s: %v", name, got)
		}
		draft := parse.Parse(name, []byte("---\ntitle: The ferry\n---\n<p>It sails.</p>"), parse.Options{})
		if Built(files, name, draft) {
			t.Errorf("%s: a draft with front matter is not built", name)
		}
	}
}

// TestKindsFromTheRepository checks drafts that a list of the repository names.
func TestKindsFromTheRepository(t *testing.T) {
	const article = "---\ntitle: The ferry sails again\ndate: 2026-05-01\n---\n\nIt left at six.\n"
	for _, c := range []struct {
		is      lint.Kind
		name    string
		content string
		want    lint.Kind
	}{
		{lint.KindGenerated, "ferry.md", article, lint.KindGenerated},
		{lint.KindUnpublished, "parts/index.html", "<h1>Ferry</h1><p>It sails.</p>", lint.KindUnpublished},
		{lint.KindUnpublished, "parts/steps.md", article, lint.KindFragment},
		{lint.KindUnpublished, "README.md", "# Ferry\n\nHow to build.\n", lint.KindProject},
		{lint.KindExcluded, "ferry.md", "# Ferry\n\nIt sails.\n", lint.KindExcluded},
		{lint.KindExcluded, "ferry.md", article, lint.KindArticle},
	} {
		s := &lint.Site{Exclusions: []lint.Exclusion{{Kind: c.is, By: "list", Globs: []string{"**/" + c.name}}}}
		if got := Of(s, c.name, parse.Parse(c.name, []byte(c.content), parse.Options{})); got != c.want {
			t.Errorf("%s as %s: %s, want %s", c.name, c.is, got, c.want)
		}
	}
}
