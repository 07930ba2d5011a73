package resolve_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/route"
	"github.com/copychief/copychief/lint/site/generator"
)

// indexed is a file tree with an index of its pages.
type indexed struct {
	fstest.MapFS
	routes *route.Index
}

func (t indexed) Routes() *route.Index                 { return t.routes }
func (t indexed) PagesNamed(name string) []*route.Page { return t.routes.Named(name) }

func TestUnknownBuildsMayGenerateAFile(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"src/2026/ferry.md":            "# Ferry\n",
		"src/2026/toll.md":             "---\nredirect_from:\n  - harbour/old-toll.html\n---\n",
		"src/index.html":               "<p>Ferries</p>\n",
		"src/guide/cost.md":            "# Cost\n",
		"assets/2026/ferry/plan.png":   "x",
		"drafts/2026/ferry/plan.jpg":   "x",
		"drafts/2026/ferry/notes.md":   "# Notes\n",
		"locale/ko/LC_MESSAGES/all.po": "x",
		"config/redirects.yml":         "/2026/pier.html: /2026/ferry.html\n",
		"fares/index.md":               "# Fares\n",
		"_static/index.html":           "<p>Choose a language</p>\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, c := range []struct {
		generator, draft, name string
		want                   resolve.Answer
	}{
		{"hugo", "src/2026/notes.html", "ferry/plan.png", resolve.Unknown},   // copied from assets
		{"hugo", "src/2026/notes.html", "ferry/Plan.png", resolve.Missing},   // another name where case counts
		{"hugo", "src/2026/notes.html", "ferry/plan.jpg", resolve.Missing},   // only beside drafts
		{"hugo", "src/2026/notes.html", "plan.png", resolve.Missing},         // in another folder
		{"jekyll", "src/2026/ferry.md", "pier.html", resolve.Unknown},        // redirected
		{"jekyll", "src/2026/ferry.md", "piers.html", resolve.Missing},       //
		{"jekyll", "harbour/ferry.md", "old-toll.html", resolve.Unknown},     // an old address of a page
		{"", "_static/index.html", "ko/index.html", resolve.Unknown},         // built for each language
		{"", "_static/index.html", "en/index.html", resolve.Unknown},         // also for the one of the source
		{"", "_static/index.html", "kos/index.html", resolve.Missing},        //
		{"", "src/2026/ferry.md", "../cost.html", resolve.Unknown},           // in which folder is for the program to say
		{"", "src/2026/ferry.md", "tolls.html", resolve.Missing},             //
		{"", "src/2026/ferry.md", "4.14/manual/index.html", resolve.Unknown}, // in no folder of the repository
		{"", "src/2026/notes.html", "./cost.md", resolve.Unknown},            // made of drafts with such links
		{"", "src/2026/notes.html", "./costs.md", resolve.Missing},           //
	} {
		p := &lint.Pass{Files: indexed{files, route.Build(files)}, Name: c.draft}
		if c.generator != "" {
			p.Site = generator.Named(c.generator, ".")
		}
		if got := resolve.File(p, c.name); got != c.want {
			t.Errorf("%s: %s in %s: %v, want %v", c.generator, c.name, c.draft, got, c.want)
		}
	}
}

func TestAnEmptyFolderIsFilledByABuild(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "img", "2026"), 0o755); err != nil {
		t.Fatal(err)
	}
	p := &lint.Pass{Files: rootfs.Open(dir, nil), Name: "ferry.md"}
	for name, want := range map[string]resolve.Answer{"img/2026/pier.png": resolve.Unknown, "img/pier.png": resolve.Missing} {
		if got := resolve.File(p, name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
