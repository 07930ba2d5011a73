package cmd_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/cache"
	lintreport "github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/data"
	"github.com/copychief/copychief/rules"
)

// twins are ways of writing an article whose title, keyphrase or description another one has. Text
// follows them closely, or a paragraph that is longer than what is kept of a draft.
func twins(n int) map[string]string {
	phrase := fmt.Sprintf("Harbour ferry %d", n/2)
	description := fmt.Sprintf("The ferry of the bay sails again, and dogs may come along on all of its %d trips this year.", n/2+2)
	text := body(n)
	return map[string]string{
		fmt.Sprintf("front-%02d.md", n):   "---\ntitle: " + phrase + "\ndescription: " + description + "\n---\n" + text + "\n",
		fmt.Sprintf("heading-%02d.md", n): "# " + phrase + " sails\n" + text + "\n",
		fmt.Sprintf("under-%02d.md", n):   phrase + " stays\n=======\n" + text + "\n",
		fmt.Sprintf("late-%02d.md", n):    strings.Repeat(text, 4) + "\n\n# " + phrase + " waits\n\n" + text + "\n",
		fmt.Sprintf("page-%02d.html", n): "<html><head><title>" + phrase + " at night</title><meta name=description content='" + description + " Bring tea.'></head>\n<body><article><h1>" + phrase +
			" at night</h1>\n<p>" + text + "</p></article></body></html>\n",
		fmt.Sprintf("line-%02d.html", n):  "<html><head><title>" + phrase + " in a line</title></head><body><h1>" + phrase + " in a line</h1><p>" + text + "</p></body></html>",
		fmt.Sprintf("short-%02d.html", n): "<title>" + phrase + " in short</title>\n<h1>" + phrase + " in short</h1>\n<p>It sails.</p>\n",
		fmt.Sprintf("plain-%02d.txt", n):  phrase + " in plain words\n\n" + text + "\n",
	}
}

// export returns an export of WordPress with such articles.
func export(pairs int) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Bay</title>" +
		"<link>https://bay.example</link><wp:wxr_version>1.2</wp:wxr_version>\n")
	for n := range 2 * pairs {
		fmt.Fprintf(&b, "<item><title>Island boat %d</title><link>https://bay.example/boat-%d/</link><content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>%d</wp:post_id>"+
			"<wp:post_name>boat-%d</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n", n/2, n, body(n), n+1, n)
	}
	b.WriteString("</channel></rss>\n")
	return b.String()
}

// TestARunOnManyDraftsFindsTheSame compares a run that keeps little of each draft with one that keeps all
// that is needed, including the fingerprints, by which baselines and other programs recognise a finding.
func TestARunOnManyDraftsFindsTheSame(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{"bay.xml": export(10)}
	for n := range 10 {
		for name, text := range twins(n) {
			files[strings.TrimPrefix(filepath.Ext(name), ".")+"/"+name] = text // pages of HTML beside Markdown may not be articles
		}
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	kept := cache.New(t.TempDir())
	lines := func(path string, many int, c *cache.Cache) string {
		result, err := driver.Run(context.Background(), driver.Request{
			Rules: rules.All(), Paths: []string{path}, Dir: dir, Many: many, Cache: c, Build: "1", Now: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			t.Fatal(err)
		}
		result.Gather()
		var out strings.Builder
		if err := data.JSONL(&out, result, lintreport.Options{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	for path, about := range map[string]string{
		"md": "front-00.md heading-00.md under-00.md late-00.md", "html": "page-00.html line-00.html", "txt": "plain-00.txt", "bay.xml": "bay.xml#boat-0",
	} {
		want := lines(path, 0, nil)
		for _, name := range strings.Fields(about) {
			if !strings.Contains(want, name+`"`) || !strings.Contains(want, `"duplicate-`) {
				t.Errorf("nothing is found in %s", name)
			}
		}
		for _, c := range []*cache.Cache{nil, kept, kept} {
			for _, many := range []int{1, 0} {
				if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(lines(path, many, c), "\n")); diff != "" {
					t.Errorf("%s, many %d, cached %t: %s", path, many, c != nil, diff)
				}
			}
		}
	}
}
