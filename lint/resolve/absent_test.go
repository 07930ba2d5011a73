package resolve_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/site/generator"
)

// tracked is a file tree of which files are not on disk.
type tracked struct {
	fstest.MapFS
	absent *resolve.Absent
}

func (t tracked) Absent() *resolve.Absent { return t.absent }

func TestAFileThatGitHasIsNotMissing(t *testing.T) {
	var many []string
	for i := range 60 {
		many = append(many, fmt.Sprintf("img/%d.png", i))
	}
	for _, c := range []struct {
		skipped, deleted []string
		name             string
		want             resolve.Answer
	}{
		{nil, nil, "img/5.png", resolve.Missing},
		{[]string{"img/5.png"}, nil, "img/5.png", resolve.Found},
		{[]string{"img/5.png"}, nil, "img/6.png", resolve.Missing},
		{nil, []string{"img/5.png"}, "img/5.png", resolve.Deleted},
		{nil, many, "img/5.png", resolve.Found}, // nobody deletes so many by hand
		{[]string{"guide/cost.md"}, nil, "guide/cost.html", resolve.Found},
	} {
		p := &lint.Pass{Files: tracked{tree("bridge.md", "img/pier.png"), resolve.NewAbsent(c.skipped, c.deleted)}, Name: "bridge.md"}
		if got := resolve.File(p, c.name); got != c.want {
			t.Errorf("%s with %v left out and %d deleted: %v, want %v", c.name, c.skipped, len(c.deleted), got, c.want)
		}
	}
}

func TestAPageThatGitHasIsNotMissing(t *testing.T) {
	site := generator.Named("vitepress", ".")
	for name, want := range map[string]resolve.Answer{"/guide/cost": resolve.Unknown, "/guide/price": resolve.Missing} {
		p := &lint.Pass{
			Files: tracked{tree("bridge.md", "guide/a.md", "guide/b.md"), resolve.NewAbsent([]string{"guide/cost.md"}, nil)},
			Name:  "bridge.md", Site: site,
		}
		if got := resolve.Page(p, name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
