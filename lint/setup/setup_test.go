package setup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/parse"
)

// look surveys a map of files.
func look(t testing.TB, files map[string]string) *Survey {
	t.Helper()
	tree := fstest.MapFS{}
	var drafts []string
	for name, content := range files {
		tree[name] = &fstest.MapFile{Data: []byte(content)}
		if _, ok := parse.FormatOf(name); ok {
			drafts = append(drafts, name)
		}
	}
	slices.Sort(drafts)
	s, err := Look(t.Context(), tree, drafts)
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, s)
	return s
}

// inOrder fails if the configuration of a survey is invalid.
func inOrder(t testing.TB, s *Survey) {
	t.Helper()
	loader, err := configfile.NewLoader(nil, configfile.Options{None: true})
	if err != nil {
		t.Fatal(err)
	}
	if problems := loader.CheckContent("/site/.copychief.yml", s.Config()); len(problems) > 0 {
		t.Errorf("%v\n%s", problems, s.Config())
	}
}

func TestHosts(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"hugo yaml":        {map[string]string{"hugo.yaml": "baseURL: https://a.example/x\n"}, "a.example (hugo.yaml)"},
		"hugo json":        {map[string]string{"hugo.json": `{"baseURL": "//a.example/"}`}, "a.example (hugo.json)"},
		"hugo folder":      {map[string]string{"config/_default/hugo.toml": "baseURL = 'https://a.example'"}, "a.example (config/_default/hugo.toml)"},
		"any config":       {map[string]string{"config.toml": "host = 'https://a.example'"}, ""},
		"old hugo":         {map[string]string{"config.toml": "BaseURL = 'https://a.example'"}, "a.example (config.toml)"},
		"CNAME":            {map[string]string{"CNAME": "www.a.example\n"}, "a.example (CNAME)"},
		"static CNAME":     {map[string]string{"hugo.toml": "", "static/CNAME": "a.example"}, "a.example (static/CNAME)"},
		"both":             {map[string]string{"hugo.toml": "baseURL='https://a.example'", "CNAME": "www.a.example"}, "a.example (hugo.toml)"},
		"homepage":         {map[string]string{"package.json": `{"homepage": "https://a.example/#readme"}`}, "a.example (package.json)"},
		"homepage on git":  {map[string]string{"package.json": `{"homepage": "https://github.com/a/b#readme"}`}, ""},
		"placeholder":      {map[string]string{"hugo.toml": "baseURL='https://example.org/'"}, ""},
		"local":            {map[string]string{"hugo.toml": "baseURL='http://localhost:1313/'"}, ""},
		"address":          {map[string]string{"hugo.toml": "baseURL='http://127.0.0.1/'"}, ""},
		"relative":         {map[string]string{"hugo.toml": "baseURL='/'"}, ""},
		"astro":            {map[string]string{"astro.config.ts": "export default { site: `https://a.example` }"}, "a.example (astro.config.ts)"},
		"astro, computed":  {map[string]string{"astro.config.ts": "export default { site: `https://${host}` }"}, ""},
		"astro, a comment": {map[string]string{"astro.config.ts": "/*\n * site: 'https://a.example'\n */"}, ""},
		"docusaurus":       {map[string]string{"docusaurus.config.js": "module.exports = {\n  url: \"https://a.example\", // ours\n}"}, "a.example (docusaurus.config.js)"},
		"eleventy data":    {map[string]string{".eleventy.js": "", "src/_data/site.js": "module.exports = { url: 'https://a.example' }"}, "a.example (src/_data/site.js)"},
		"a broken file":    {map[string]string{"hugo.toml": "baseURL = https"}, ""},
		"a host of signs":  {map[string]string{"hugo.toml": "baseURL='https://a\u202eb.example/'"}, ""},
	} {
		var got []string
		for _, h := range look(t, c.files).Hosts {
			got = append(got, fmt.Sprintf("%s (%s)", h.Value, h.Where))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

func TestCustomFieldsAreAddedToTheUsualOnes(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		image, description := "hero_image: a.png", "description: words"
		if i%4 == 0 {
			image = "image: b.png"
		}
		if i == 7 {
			description = "teaser: once only"
		}
		files[fmt.Sprintf("%02d.md", i)] = "---\ntitle: A\n" + image + "\n" + description + "\n---\nText.\n"
	}
	s := look(t, files)
	got := string(s.Config())
	if !strings.Contains(got, "\nfields:\n  image: [image, hero_image]\n") || strings.Contains(got, "teaser") {
		t.Errorf("%s", got)
	}
}

func TestArticlesAndTheRest(t *testing.T) {
	s := look(t, map[string]string{
		"hugo.toml": "contentDir = 'text'", "text/_index.md": "", "text/a/README.md": "", "text/a/one.html": "",
		"layouts/x.html": "", "layouts/y/z.html": "", "themes/t/README.md": "", "README.md": "",
		"notes/plan.md": "no front matter", "notes/page.md": "---\ntitle: a\n---\n", "robots.txt": "",
	})
	if got := strings.Join(s.Articles, " "); got != "notes/page.md text/a/one.html" {
		t.Errorf("articles: %s", got)
	}
	if got := strings.Join(s.Ignore, " "); got != "README.md layouts/** notes/plan.md robots.txt themes/**" && got != "README.md layouts/** plan.md robots.txt themes/**" {
		t.Errorf("ignored: %s", got)
	}
}

func TestStaticFolderIsNamedOnlyWhereImagesAreInIt(t *testing.T) {
	article := "![a](/a.png) ![b](/b.png)"
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"all":      {map[string]string{"hugo.toml": "", "content/a.md": article, "static/a.png": "", "static/b.png": ""}, "static"},
		"half":     {map[string]string{"hugo.toml": "", "content/a.md": article, "static/a.png": ""}, ""},
		"none":     {map[string]string{"hugo.toml": "", "content/a.md": "Text.", "static/a.png": ""}, "static"},
		"no such":  {map[string]string{"hugo.toml": "", "content/a.md": article}, ""},
		"jekyll":   {map[string]string{"_config.yml": "", "_posts/a.md": article, "a.png": "", "b.png": ""}, "."},
		"jekyll 2": {map[string]string{"_config.yml": "", "_posts/a.md": "Text."}, ""},
		"leads":    {map[string]string{"hugo.toml": "staticDir='../x'", "content/a.md": article}, ""},
	} {
		if got := strings.Join(look(t, c.files).Static, " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Names and values in a repository may contain anything; the configuration must be valid
// and contain only plain values.
func TestHostileRepositoriesGiveValidConfigurations(t *testing.T) {
	evil := "a\"\n- x: [}\u202e\x1b[31m"
	for _, files := range []map[string]string{
		{"hugo.toml": "baseURL='https://a.example'\nlanguageCode='en\\n'\n", "content/[x]{a,b}*/a.md": "", "layouts/" + evil + ".html": ""},
		{"_config.yml": "url: &a https://a.example\nlang: *a\ncollections: {\"../../x\": 1, \"" + "a b" + "\": 2}\n", "_posts/a.md": "", evil + "/b.html": "", "c/" + evil + ".md": ""},
		{"astro.config.mjs": "site: 'https://x.example/" + strings.Repeat("a", 5000) + "'", "src/content/a.md": "---\n" + evil + ": 1\nhero_image\x1b: 2\n---\n"},
		{"hugo.toml": strings.Repeat("[a]\n", 10_000), "content/a.md": strings.Repeat("{{< x", 10_000)},
		{"_config.yml": strings.Repeat("[", 10_000), "a.md": ""},
		{"package.json": strings.Repeat(`{"a":`, 10_000), "a.md": ""},
		{"hugo.toml": "", "content/a.md": strings.Repeat("{{< "+strings.Repeat("p", 39)+" src=\"a.png\" off='x' >}} {{< off src='a.png' >}} {{< off src='a.png' >}}", 3)},
		{strings.Repeat("x", 300) + "/README.md": "", "a.md": "", "README.md": "", "docs/a.md": "", "docs/b.md": ""},
		{"drafts\x80/LICENSE.md": "", "a.md": ""},
	} {
		s := look(t, files)
		if text := string(s.Config()); strings.ContainsAny(text, "\x1b\u202e") {
			t.Errorf("%q", text)
		}
	}
}

func TestASearchIsBounded(t *testing.T) {
	files := map[string]string{"hugo.toml": "# " + strings.Repeat("x", 1<<18) + "\nbaseURL='https://a.example'"}
	for i := range 3 * sampleSize {
		files[fmt.Sprintf("content/%04d.md", i)] = "---\ntitle: a\n---\n"
	}
	files["content/0000.md"] = "---\nteaser: x\n---\n" + strings.Repeat("long\n", articleSize/4)
	s := look(t, files)
	if s.Read >= sampleSize+1 || s.Read < sampleSize-1 || len(s.Hosts) > 0 || len(s.Articles) != 3*sampleSize {
		t.Errorf("read %d of %d, hosts %v", s.Read, len(s.Articles), s.Hosts)
	}
}

func TestACancelledSearchEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Look(ctx, fstest.MapFS{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// sealed is a file tree that panics if anything but a regular file or folder is opened.
type sealed struct{ fstest.MapFS }

func (s sealed) Open(name string) (fs.File, error) {
	if info, err := s.Stat(name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		panic("opened " + path.Base(name))
	}
	return s.MapFS.Open(name)
}

func TestOnlyRegularFilesAreOpened(t *testing.T) {
	tree := sealed{fstest.MapFS{
		"hugo.toml": {Mode: fs.ModeNamedPipe}, "CNAME": {Mode: fs.ModeDevice}, "package.json": {Mode: fs.ModeSocket}, "content/a.md": {Mode: fs.ModeNamedPipe},
	}}
	if _, err := Look(t.Context(), tree, []string{"content/a.md"}); err != nil {
		t.Fatal(err)
	}
}
