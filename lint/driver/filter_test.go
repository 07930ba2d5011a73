package driver

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
)

// prepared records the drafts that it was prepared for.
type prepared struct {
	paths []string
	err   error
}

func (p *prepared) Marker() func([]*engine.Finding) { return func([]*engine.Finding) {} }

func (p *prepared) Prepare(drafts []discover.Draft) error {
	for _, d := range drafts {
		p.paths = append(p.paths, d.Path)
	}
	return p.err
}

func TestFiltersGetTheDraftsBeforeAnyIsChecked(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "bad\n", "deep/b.md": "bad\n", "site/c.md": "bad\n"})
	r := request(t, dir, config.Flags{}, "a.md", "deep")
	p := &prepared{}
	r.Site, r.Filters = "site", []Filter{p}
	res := run(t, r)
	if want := []string{"a.md", "deep/b.md"}; !slices.Equal(p.paths, want) {
		t.Errorf("prepared for %v, want %v", p.paths, want)
	}
	if want := []string{filepath.Join(dir, "deep")}; !slices.Equal(res.Folders, want) || len(res.Coverage) != 2 {
		t.Errorf("searched %v, want %v; %d drafts", res.Folders, want, len(res.Coverage))
	}
	p.err = errors.New("no")
	if _, err := Run(context.Background(), r); !errors.Is(err, p.err) {
		t.Errorf("the run goes on: %v", err)
	}
	if _, err := Fix(context.Background(), r, FixOptions{}); !errors.Is(err, p.err) {
		t.Errorf("fixing goes on: %v", err)
	}
}

func TestADraftSaysWhichRulesSawAllOfIt(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "bad\n", "b.md": "bad\n", "broken.md": "bad \x00\x01\x02\x03\xff\xfe\n"})
	ran := func(paths ...string) map[string]bool {
		out := map[string]bool{}
		for _, d := range run(t, request(t, dir, config.Flags{Rules: map[string]string{"sad-word": "off"}}, paths...)).Coverage {
			for _, rule := range []string{"bad-word", "sad-word", "same-title", "missing-phrase", "unused-suppression", "nonsense"} {
				out[d.Path+" "+rule] = d.Ran(rule)
			}
		}
		return out
	}
	whole, part := ran("."), ran("a.md")
	for what, want := range map[string]bool{
		"a.md bad-word": true, "a.md same-title": true, "a.md unused-suppression": true,
		"a.md sad-word": false, "a.md missing-phrase": false, "a.md nonsense": false, "broken.md bad-word": false,
	} {
		if whole[what] != want {
			t.Errorf("%s: %v, want %v", what, whole[what], want)
		}
	}
	if !part["a.md bad-word"] || part["a.md same-title"] || part["a.md unused-suppression"] {
		t.Errorf("a part of the site: %v", part)
	}
}

func TestNoDraftsAreAnErrorUnlessAllowed(t *testing.T) {
	r := request(t, folder(t, map[string]string{"a.pdf": ""}), config.Flags{}, ".")
	if _, err := Run(context.Background(), r); !errors.Is(err, discover.ErrNone) {
		t.Errorf("%v", err)
	}
	r.Empty = true
	if res := run(t, r); res.Files != 0 || len(res.NotChecked) != 0 {
		t.Errorf("%+v", res)
	}
}
