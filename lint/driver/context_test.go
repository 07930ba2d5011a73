package driver

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/config"
)

func TestTheRestOfASiteIsReadButNotReportedOn(t *testing.T) {
	dir := folder(t, map[string]string{
		"site/a.md": "---\ntitle: One\n---\n\nBad, bad PANIC. <!-- copychief-ignore no-such-rule -->\n",
		"site/b.md": "---\ntitle: One\n---\n\nSee [it](dead).\n",
		"site/c.md": "---\ntitle: One\n---\n\nSee [it](dead).\n",
		"site/d.md": "\xff\xfe\x00",
	})
	r := request(t, dir, config.Flags{Only: []string{"same-title", "bad-word", "panics"}}, "site/b.md")
	r.Site = "site"
	res := run(t, r)
	wants(t, res,
		"site/b.md:2:8 warning same-title: Same title [site/a.md:2:8 the other]",
		"site/b.md:5:5 warning same-title: Dead, partial false")
	if res.Files != 1 || len(res.NotChecked) != 0 || len(res.Skipped) != 0 {
		t.Errorf("%d files, not checked %v, skipped %v", res.Files, res.NotChecked, res.Skipped)
	}
}

func TestStandardInputReplacesItsFileInTheSite(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "---\ntitle: One\n---\n\nText\n"})
	r := request(t, dir, config.Flags{Only: []string{"same-title"}}, "-")
	r.Site, r.Stdin, r.StdinName = ".", strings.NewReader("---\ntitle: One\n---\n\nNew text\n"), "a.md"
	wants(t, run(t, r))
}
