package export

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	opening = `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"` +
		` xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">` +
		`<channel><language>en-GB</language><wp:base_blog_url>https://island.test/news</wp:base_blog_url>` +
		`<wp:author><wp:author_login>ida</wp:author_login><wp:author_display_name>Ida Moor</wp:author_display_name></wp:author>`
	closing = `</channel></rss>`
)

// wxr makes an item of a type and status.
func wxr(kind, status, name, inside string) string {
	return `<item><wp:post_id>4</wp:post_id><wp:post_name>` + name + `</wp:post_name><wp:status>` + status + `</wp:status><wp:post_type>` + kind + `</wp:post_type>` + inside + `</item>`
}

func open(t testing.TB, name, content string) (*Site, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return Open(file)
}

// pages opens an export and returns its pages by slug.
func pages(t *testing.T, name, content string) (*Site, map[string]string) {
	t.Helper()
	site, err := open(t, name, content)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for i := range site.Posts {
		page, err := site.Posts[i].Read()
		if err != nil {
			page = []byte("error: " + err.Error())
		}
		all[site.Posts[i].Slug] = string(page)
	}
	return site, all
}

func TestWordPress(t *testing.T) {
	site, got := pages(t, "export.xml", opening+
		wxr("post", "publish", "ferry", `<title>Ferries &amp; piers</title><link>https://island.test/news/ferry/</link><dc:creator>ida</dc:creator>`+
			`<content:encoded><![CDATA[The ferry is back.

<h2>Why</h2>

A new engine.]]></content:encoded><excerpt:encoded>When the boats leave</excerpt:encoded>`+
			`<wp:post_date_gmt>2025-01-02 10:00:00</wp:post_date_gmt><category domain="category">Boats</category><category domain="nav_menu">x</category>`+
			`<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>`+
			`<wp:postmeta><wp:meta_key>rank_math_focus_keyword</wp:meta_key><wp:meta_value>ferry,boat</wp:meta_value></wp:postmeta>`+
			`<wp:postmeta><wp:meta_key>_yoast_wpseo_title</wp:meta_key><wp:meta_value>%%title%% %%sep%%</wp:meta_value></wp:postmeta>`)+
		wxr("page", "draft", "", `<title>About</title><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><content:encoded>Us.</content:encoded>`)+
		wxr("post", "trash", "gone", "")+wxr("nav_menu_item", "publish", "menu", "")+
		`<item><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://island.test/pier.jpg</wp:attachment_url>`+
		`<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>The pier</wp:meta_value></wp:postmeta></item>`+closing)
	want := map[string]string{
		"ferry": `<!DOCTYPE html>
<html lang="en-GB">
<head>
<title>Ferries &amp; piers</title>
<meta name="slug" content="ferry">
<meta name="description" content="When the boats leave">
<meta name="focus-keyphrase" content="ferry">
<meta property="article:published_time" content="2025-01-02T10:00:00Z">
<meta name="author" content="Ida Moor">
<meta property="article:tag" content="Boats">
<meta property="og:image" content="https://island.test/pier.jpg">
<meta property="og:image:alt" content="The pier">
<link rel="canonical" href="https://island.test/news/ferry/">
</head>
<body>
<p>The ferry is back.</p>

<h2>Why</h2>

<p>A new engine.</p>
</body>
</html>
`,
		"draft-4": `<!DOCTYPE html>
<html lang="en-GB">
<head>
<title>About</title>
<meta name="slug" content="draft-4">
<meta name="draft" content="true">
</head>
<body>
<p>Us.</p>
</body>
</html>
`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if site.Host != "island.test" {
		t.Errorf("host %q", site.Host)
	}
	if got, want := site.Summary(), "a WordPress export with 2 posts and pages; left out: 1 attachment, 1 deleted post, 1 nav menu item"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestGhost(t *testing.T) {
	_, got := pages(t, "ghost.json", `{"db":[{"meta":{"version":"5.0"},"data":{"posts":[
{"id":1,"title":"Ferries","slug":"ferry","html":"<p>Back. <a href=\"__GHOST_URL__/pier/\">Pier</a></p>","status":"published","published_at":"2025-01-02T10:00:00.000Z","custom_excerpt":null},
{"id":"2","title":"Pier","slug":"pier","html":null,"status":"draft","lexical":"{\"root\":{\"children\":[{\"type\":\"extended-heading\",\"tag\":\"h2\",\"children\":[{\"type\":\"extended-text\",\"text\":\"A <pier>\",\"format\":0}]},{\"type\":\"list\",\"listType\":\"number\",\"children\":[{\"type\":\"listitem\",\"children\":[{\"type\":\"text\",\"text\":\"one\",\"format\":3}]}]},{\"type\":\"image\",\"src\":\"/a.png\",\"alt\":\"\"}]}}"},
{"id":"3","title":"Old","slug":"old","html":null,"mobiledoc":"{\"markups\":[[\"a\",[\"href\",\"/pier/\"]]],\"cards\":[[\"image\",{\"src\":\"/a.png\",\"alt\":\"A pier\"}]],\"atoms\":[[\"soft-return\",\"\",{}]],\"sections\":[[1,\"p\",[[0,[],0,\"To \"],[0,[0],1,\"the pier\"],[1,[],0,0],[0,[],0,\"& on\"]]],[10,0],[3,\"ul\",[[[0,[],0,\"one\"]]]]]}"},
{"id":"4","slug":"email","type":"newsletter"}],
"posts_meta":[{"post_id":1,"meta_description":"When they leave","feature_image_alt":null}],
"tags":[{"id":7,"name":"Boats"},{"id":8,"name":"#internal"}],"posts_tags":[{"post_id":1,"tag_id":7},{"post_id":1,"tag_id":8}],
"users":[{"id":"u","name":"Ida Moor"}],"posts_authors":[{"post_id":1,"author_id":"u"}]}}]}`)
	want := map[string]string{
		"ferry": "<!DOCTYPE html>\n<html>\n<head>\n<title>Ferries</title>\n<meta name=\"slug\" content=\"ferry\">\n<meta name=\"description\" content=\"When they leave\">\n" +
			"<meta property=\"article:published_time\" content=\"2025-01-02T10:00:00.000Z\">\n<meta name=\"author\" content=\"Ida Moor\">\n" +
			"<meta property=\"article:tag\" content=\"Boats\">\n</head>\n<body>\n<p>Back. <a href=\"/pier/\">Pier</a></p>\n</body>\n</html>\n",
		"pier": "<!DOCTYPE html>\n<html>\n<head>\n<title>Pier</title>\n<meta name=\"slug\" content=\"pier\">\n<meta name=\"draft\" content=\"true\">\n</head>\n<body>\n" +
			"<h2>A &lt;pier&gt;</h2>\n<ol>\n<li><strong><em>one</em></strong></li>\n</ol>\n<figure><img src=\"/a.png\" alt=\"\"></figure>\n\n</body>\n</html>\n",
		"old": "<!DOCTYPE html>\n<html>\n<head>\n<title>Old</title>\n<meta name=\"slug\" content=\"old\">\n<meta name=\"draft\" content=\"true\">\n</head>\n<body>\n" +
			"<p>To <a href=\"/pier/\">the pier</a><br>\n&amp; on</p>\n<figure><img src=\"/a.png\" alt=\"A pier\"></figure>\n<ul>\n<li>one</li>\n</ul>\n\n</body>\n</html>\n",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParagraphsOfTheClassicEditor(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb\n\nc":                                    "<p>a\nb</p>\n\n<p>c</p>",
		"<p>a</p>\n\nb":                                "<p>a</p>\n\n<p>b</p>",
		"a\n<p>b</p>\nc\n\nd":                          "<p>a</p>\n<p>b</p>\nc\n\n<p>d</p>",
		"<!-- wp:paragraph -->\na\n\nb":                "<!-- wp:paragraph -->\na\n\nb",
		"<h2>a</h2>\n\n<em>b</em>":                     "<h2>a</h2>\n\n<p><em>b</em></p>",
		"a\n\n<pre>b\n\nc</pre>\n\nd":                  "<p>a</p>\n\n<pre>b\n\nc</pre>\n\n<p>d</p>",
		"[caption id=\"x\"]a[/caption]\n\n<ul>\n</ul>": "[caption id=\"x\"]a[/caption]\n\n<ul>\n</ul>",
		"a\n<ul>\n</ul>":                               "<p>a</p>\n<ul>\n</ul>",
		"":                                             "",
	} {
		if got := paragraphs(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestSlugsAreUnique(t *testing.T) {
	site, err := open(t, "a.xml", opening+strings.Repeat(wxr("post", "publish", "a", ""), 3)+closing)
	if err != nil || site.Posts[0].Slug != "a" || site.Posts[1].Slug != "a-2" || site.Posts[2].Slug != "a-3" {
		t.Errorf("%+v, %v", site, err)
	}
}

func TestOtherFilesAreNotExports(t *testing.T) {
	for name, content := range map[string]string{
		"a.xml": "<feed></feed>", "b.json": `{"name":"x"}`, "c.json": `[1]`, "d.xml": "", "e.json": `{"db":"x"}`, "f.json": `{"db":[{}]}`, "g.json": `{"data":{"rows":[]}}`,
	} {
		if _, err := open(t, name, content); !errors.Is(err, ErrNone) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, content := range map[string]string{
		"cut.xml": opening + `<item><title>a`, "cut.json": `{"db":[{"data":{"posts":[{"slug":"a"`, "shape.json": `{"db":[{"data":{"posts":{"a":1}}}]}`,
	} {
		if _, err := open(t, name, content); err == nil || errors.Is(err, ErrNone) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(opening + wxr("post", "publish", "a", "<content:encoded>b</content:encoded>") + closing)
	f.Add(`{"db":[{"data":{"posts":[{"slug":"a","html":"<p>b</p>"}]}}]}`)
	f.Add(`{"db":[{"data":{"posts":[{"slug":"a","lexical":"{\"root\":{\"children\":[{\"type\":\"text\"}]}}"}]}}]}`)
	f.Fuzz(func(t *testing.T, content string) {
		site, err := open(t, "a.xml", content)
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for i := range site.Posts {
			p := &site.Posts[i]
			if seen[p.Slug] {
				t.Fatalf("two posts are %q", p.Slug)
			}
			seen[p.Slug] = true
			if page, err := p.Read(); err == nil && !strings.HasSuffix(string(page), "</html>\n") {
				t.Fatalf("page %q", page)
			}
		}
	})
}
