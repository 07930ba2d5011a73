package resolve_test

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/site/generator"
)

// harbour has the drafts to which the addresses of the tests resolve, for each generator.
func harbour(name string) (files fstest.MapFS, draft string) {
	switch name {
	case "vitepress":
		return tree("guide/bridge.md", "guide/cost.md", "guide/pay/index.md", "public/old.html"), "guide/bridge.md"
	case "starlight":
		files = tree("src/content/docs/guide/bridge.md", "src/content/docs/guide/cost.md", "src/content/docs/guide/pay/index.mdx")
		files["astro.config.mjs"] = &fstest.MapFile{Data: []byte("export default { redirects: { '/guide/toll': '/guide/pay' } }")}
		return files, "src/content/docs/guide/bridge.md"
	case "docusaurus":
		files = tree("docs/guide/bridge.md", "docs/guide/01-cost.md", "docs/guide/pay.md", "blog/2026-05-01-ferry.md", "blog/2026-05-02-pier.md", "docs/town/toll.md")
		files["docs/guide/pay.md"] = &fstest.MapFile{Data: []byte("---\nslug: paying\n---\n")}
		return files, "docs/guide/bridge.md"
	case "hugo":
		files = tree("content/posts/bridge.md", "content/posts/cost/index.md", "content/posts/Pay-The-Toll.md", "content/town/toll.md", "content/town/pier.md")
		files["content/posts/ferry.md"] = &fstest.MapFile{Data: []byte("+++\naliases = [\"/posts/boat/\"]\n+++\n")}
		return files, "content/posts/bridge.md"
	}
	files = tree("_posts/2026-05-01-bridge.md", "_posts/2026-05-02-cost.md", "_posts/2026-05-03-ferry.md", "guide/pay.md", "guide/toll.md")
	files["_posts/2026-05-03-ferry.md"] = &fstest.MapFile{Data: []byte("---\ntitle: The new boat\nredirect_from:\n  - /2026/05/03/boats/\n---\n")}
	files["_data/nav.yml"] = &fstest.MapFile{Data: []byte("- name: Crane hire\n  url: /guide/cranes/\n")}
	return files, "_posts/2026-05-01-bridge.md"
}

func TestPagesAreFoundByTheirAddresses(t *testing.T) {
	type answers map[string]resolve.Answer
	for name, want := range map[string]answers{
		"vitepress": {
			"/guide/cost": resolve.Found, "/guide/cost.html": resolve.Found, "./cost": resolve.Found, "cost#toll": resolve.Found, "/guide/pay/": resolve.Found, "/old": resolve.Found,
			"/guide/costs": resolve.Missing, "./costs": resolve.Missing, "/costs": resolve.Missing, "../cost": resolve.Missing, "/guide/costs.html": resolve.Missing,
			"/files/plan.pdf": resolve.Unknown, "{{ base }}/costs": resolve.Unknown, "~/costs": resolve.Unknown, "../../other/costs": resolve.Unknown,
		},
		"starlight": {
			"/guide/cost/": resolve.Found, "../cost/": resolve.Found, "/guide/pay/": resolve.Found, "/guide/toll/": resolve.Unknown,
			"/guide/costs/": resolve.Missing, "../costs/": resolve.Missing, "/shop/costs/": resolve.Unknown,
		},
		"docusaurus": {
			"/docs/guide/cost": resolve.Found, "./cost": resolve.Found, "/blog/2026/05/01/ferry": resolve.Found, "/docs/guide/paying": resolve.Unknown, "/docs/next/guide/cost": resolve.Unknown,
			"/docs/guide/costs": resolve.Missing, "/docs/guide/toll": resolve.Unknown, "/blog/2026/05/01/ferries": resolve.Missing, "/docs/tags/toll": resolve.Unknown, "/costs": resolve.Unknown,
		},
		"hugo": {
			"/posts/cost/": resolve.Unknown, "/posts/pay-the-toll/": resolve.Unknown, "/posts/boat/": resolve.Unknown, "/posts/costs/": resolve.Missing, "../boats/": resolve.Missing, "/shop/boats/": resolve.Unknown,
		},
		"jekyll": {
			"/2026/05/02/cost/": resolve.Unknown, "/2026/05/02/cost.html": resolve.Unknown, "/2026/05/03/boats/": resolve.Unknown, "/2026/05/03/the-new-boat/": resolve.Unknown,
			"/2026/05/02/costs/": resolve.Missing, "/2026/05/02/costs.html": resolve.Missing, "/2025/05/02/costs/": resolve.Unknown, "/2026/05/": resolve.Unknown,
			"/guide/pay": resolve.Unknown, "/guide/cranes/": resolve.Unknown, "/guide/sloops/": resolve.Missing, "https://town.example/guide/sloops/": resolve.Missing, "/2026/05/02/cost/pier/": resolve.Unknown,
		},
		"obsidian": {"/costs": resolve.Unknown},
	} {
		files, draft := harbour(name)
		p := &lint.Pass{Files: files, Name: draft, Site: generator.Named(name, ".")}
		for address, answer := range want {
			if got := resolve.Page(p, address); got != answer {
				t.Errorf("%s, %s: %d, want %d", name, address, got, answer)
			}
		}
	}
}

func TestShortcodesOfHugoResolveToPages(t *testing.T) {
	files, draft := harbour("hugo")
	p := &lint.Pass{Files: files, Name: draft, Site: generator.Named("hugo", ".")}
	for tag, want := range map[string]resolve.Answer{
		`{{< ref "cost" >}}`: resolve.Found, `{{% relref "/posts/cost/index.md" %}}`: resolve.Found, `{{<relref "posts/pay-the-toll.md#who">}}`: resolve.Found, `{{< ref "/town" >}}`: resolve.Found,
		`{{< ref path="toll.md" >}}`: resolve.Found, `{{< ref "costs" >}}`: resolve.Missing, `{{< relref "/posts/toll.md" >}}`: resolve.Missing, `{{< ref "/shop/costs" >}}`: resolve.Unknown,
		`{{< ref "#pay" >}}`: resolve.Unknown, `{{< ref "/" >}}`: resolve.Unknown, `{{< ref .Page >}}`: resolve.Unknown, `{{</* ref "costs" */>}}`: resolve.Unknown, `{{< figure "costs" >}}`: resolve.Unknown,
	} {
		if _, got := resolve.Tag(p, []byte(tag)); got != want {
			t.Errorf("%s: %d, want %d", tag, got, want)
		}
	}
}
