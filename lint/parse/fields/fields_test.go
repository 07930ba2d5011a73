package fields_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

func TestFieldsFindTheirRoles(t *testing.T) {
	for _, c := range []struct {
		name, yaml string
		role       lint.Role
		want       string // "name=value"
	}{
		{"the search title is preferred", "title: a\nseo_title: b", lint.RoleTitle, "seo_title=b"},
		{"and the plain one is the headline", "title: a\nseo_title: b", lint.RoleHeadline, "title=a"},
		{"an empty preferred one yields", "seo_title: ''\ntitle: a", lint.RoleTitle, "title=a"},
		{"one title is no headline besides", "title: a", lint.RoleHeadline, "="},
		{"case, hyphens and camel case fold", "SEO-Title: b\ntitle: a", lint.RoleTitle, "SEO-Title=b"},
		{"camel case", "publishDate: 2024-01-01", lint.RoleDate, "publishDate=2024-01-01"},
		{"nested", "seo:\n  description: d\nsummary: s", lint.RoleDescription, "seo.description=d"},
		{"an empty field is written all the same", "description:", lint.RoleDescription, "description="},
		{"published is a date", "published: 2024-01-01", lint.RoleDate, "published=2024-01-01"},
		{"or a truth value", "published: true\npubDate: 2024-01-02", lint.RoleDate, "pubDate=2024-01-02"},
		{"published: false", "published: false", lint.RoleDraft, "published=false"},
		{"published: true is no draft", "published: true", lint.RoleDraft, "="},
		{"image", "image:\n  src: a.png\n  alt: An otter", lint.RoleImage, "image.src=a.png"},
		{"image alt", "image:\n  src: a.png\n  alt: An otter", lint.RoleImageAlt, "image.alt=An otter"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse.Parse("a.md", []byte("---\n"+c.yaml+"\n---\n"), parse.Options{})
			f := d.Meta.Get(c.role)
			if got := f.Name + "=" + f.Value().String(); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestConfiguredNamesReplaceTheDefaultsOfTheirRole(t *testing.T) {
	o := parse.Options{Fields: fields.Names{lint.RoleTitle: {"google_title"}}}
	d := parse.Parse("a.md", []byte("---\ntitle: a\ngoogle_title: b\n---\n"), o)
	if d.Meta.Title().String() != "b" || d.Meta.Get(lint.RoleHeadline).Value().String() != "a" {
		t.Errorf("%v", d.Meta)
	}
}

func TestUnpublishedIsADraft(t *testing.T) {
	for yaml, want := range map[string]bool{"published: false": true, "published: true": false, "draft: true": true, "draft: false\npublished: false": false, "status: draft": true, "status: final": false} {
		if d := parse.Parse("a.md", []byte("---\n"+yaml+"\n---\n"), parse.Options{}); d.IsDraft() != want {
			t.Errorf("%s: %t", yaml, d.IsDraft())
		}
	}
}

func TestTagsAndSynonymsSplitAtCommas(t *testing.T) {
	for yaml, want := range map[string]int{"tags: a b, c": 2, "tags: [\"a, b\"]": 1, "tags:\n- a, b": 1, "synonyms: a, b, c": 3, "keywords: 'a, b'": 2, "tags: a": 1} {
		d := parse.Parse("a.md", []byte("---\n"+yaml+"\n---\n"), parse.Options{})
		parsetest.Check(t, d)
		if got := len(d.Meta.Get(lint.RoleTags).Values) + len(d.Meta.Get(lint.RoleSynonyms).Values); got != want {
			t.Errorf("%s: %d values", yaml, got)
		}
	}
}
