package kind

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

const (
	datedPost  = "---\ntitle: The ferry sails again\ndate: 2026-05-01\n---\n\nIt left at six.\n"
	plainPage  = "---\ntitle: The ferry\n---\n\nIt leaves at six.\n"
	plainDraft = "# The ferry\n\nIt leaves at six.\n"
	htmlPage   = "<!doctype html><html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>It sails.</p></body></html>"
	deckBody   = "\n# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n---\n\n# Four\n\n---\n\n# Five\n"
)

// TestOtherThanArticles checks files that are kept beside articles, and articles that are
// called or look like them.
func TestOtherThanArticles(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          lint.Kind
	}{
		// copies from feeds
		{"data/planet/harbour/ferry.md", "---\ntitle: Ferry\ndate: 2026-05-01\nurl: https://harbour.example/ferry\n---\n\n<p>It sails.</p>\n", lint.KindCopy},
		{"data/planet/about.md", datedPost, lint.KindArticle},
		{"blog/ferry.md", "---\ntitle: Ferry\ndate: 2026-05-01\ncanonical: https://harbour.example/ferry\n---\n\nIt sails.\n", lint.KindArticle},
		// slides
		{"talks/ferry.md", "---\nmarp: true\ntitle: Ferry\ndate: 2026-05-01\n---\n" + deckBody, lint.KindSlides},
		{"ferry.qmd", "---\ntitle: Ferry\nformat:\n  revealjs:\n    theme: dark\n---\n" + deckBody, lint.KindSlides},
		{"ferry.qmd", "---\ntitle: Ferry\nformat:\n  html: default\n  revealjs: default\n---\n\nIt sails.\n", lint.KindArticle},
		{"ferry.Rmd", "---\ntitle: Ferry\noutput: ioslides_presentation\n---\n" + deckBody, lint.KindSlides},
		{"slides.md", "---\ntheme: blue\ntransition: slide-left\n---\n" + deckBody, lint.KindSlides},
		{"talk.html", `<html><body><div class="reveal"><div class="slides"><section>Ferry</section></div></div></body></html>`, lint.KindSlides},
		{"guide/importing-slides.md", "# Importing slides\n" + deckBody, lint.KindArticle},
		{"guide/rules.md", "---\ntitle: Ferry\ntheme: sea\n---\n" + deckBody, lint.KindArticle},
		// e-mails
		{"mail/welcome.html", "<html><body><!--[if mso]><table><![endif]--><p>Welcome aboard.</p></body></html>", lint.KindTemplate},
		{"mail/welcome.html", "<table role=\"presentation\"></table><table role=\"presentation\"></table><table role=\"presentation\"><tr><td>Welcome aboard.</td></tr></table>", lint.KindTemplate},
		// what shows components, and what programs write about code
		{"public/typography/option-a.html", htmlPage, lint.KindSample},
		{"static/style-guide.html", htmlPage, lint.KindSample},
		{"docs/examples/table.html", htmlPage, lint.KindSample},
		{"site/coverage/lcov-report/index.html", htmlPage, lint.KindGenerated},
		{"components/button/button.stories.mdx", plainPage, lint.KindSample},
		{"components/button/test.fixture.html", htmlPage, lint.KindSample},
		{"posts/examples/ferry.md", plainPage, lint.KindArticle},
		{"posts/typography/ferry.md", plainDraft, lint.KindArticle},
		{"examples/ferry.html", "---\ntitle: The ferry\n---\n<p>It sails.</p>", lint.KindArticle},
		{"coverage/ferry.md", plainPage, lint.KindArticle},
		// papers of those who work on a program
		{"docs/plans/2026-05-01-ferry.md", plainDraft, lint.KindProject},
		{"docs/adr/0001-use-ferries.md", plainDraft, lint.KindProject},
		{"THREAT_MODEL.md", plainDraft, lint.KindProject},
		{"harbour/PHASE_2_DONE.md", plainDraft, lint.KindProject},
		{"notes/B52S.md", plainDraft, lint.KindUnknown},
		{"samples/ferry/README-quickstart.md", plainDraft, lint.KindProject},
		{"notes/readme-driven-development.md", plainPage, lint.KindArticle},
		{"docs/MAINTAINERS.md", plainDraft, lint.KindProject},
		{"tools/ferry.prompt.md", plainDraft, lint.KindAsset},
		{"skills/ferry/SKILL.md", "---\nname: ferry\ndescription: Sails.\n---\n\nSail.\n", lint.KindAsset},
		// records and pages that stand for others
		{"_people/ane.md", "---\nname: Ane\ntitle: Ane Hauge, reporter\n---\n\nAne writes on ferries.\n", lint.KindRecord},
		{"_people/ane.md", "---\ntitle: Ane Hauge\n---\n\n" + strings.Repeat("Ane writes on ferries. ", 60), lint.KindArticle},
		{"_people/ane.md", datedPost, lint.KindArticle},
		{"releases/v1.2.0.md", plainPage, lint.KindRecord},
		{"blog/release/v1.2.0.md", datedPost, lint.KindArticle},
		{"releases/ferry-1-2-released.md", datedPost, lint.KindArticle},
		{"db/seeds/ferry.md", plainDraft, lint.KindRecord},
		{"archiv/2019/ferry.md", plainPage, lint.KindArchived},
		{"99-archive/ferry.md", plainPage, lint.KindArchived},
		{"ferry/boats.view/index.html", htmlPage, lint.KindSample},
		{"terms/_TEMPLATE.md", plainPage, lint.KindTemplate},
		{"handbook/press-release-template.md", plainDraft, lint.KindArticle},
		{"assets/data/novel.txt", "The ferry\n\nIt sails at six.\n", lint.KindAsset},
		{"novel.txt", "The ferry\n\nIt sails at six.\n", lint.KindPaste},
		{"posts/plans/ferry.md", plainPage, lint.KindArticle},
		{"posts/POSIX.md", plainDraft, lint.KindArticle},
		{"posts/FERRIES.md", plainPage, lint.KindArticle},
		{"posts/changelog.md", datedPost, lint.KindArticle},
	} {
		doc := parse.Parse(c.name, []byte(c.content), parse.Options{})
		if got := Of(nil, c.name, doc); got != c.want && (!got.IsArticle() || !c.want.IsArticle()) {
			t.Errorf("%s: %s, want %s\n%s", c.name, got, c.want, strings.TrimSpace(c.content))
		}
	}
}
