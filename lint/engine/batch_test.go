package engine_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/rules"
)

func TestDraftsCheckedTogetherHaveTheOutcomesOfEachAlone(t *testing.T) {
	resolver := func(flags config.Flags) (*engine.Engine, *config.Settings) {
		conf, err := config.NewResolver(append(rules.All(), engine.Rules()...), flags)
		if err != nil {
			t.Fatal(err)
		}
		e, err := engine.New(rules.All(), conf)
		if err != nil {
			t.Fatal(err)
		}
		settings, err := conf.For(config.NoFile(""), "post.md")
		if err != nil {
			t.Fatal(err)
		}
		return e, settings
	}
	e, usual := resolver(config.Flags{})
	_, few := resolver(config.Flags{Only: []string{"placeholder", "long-sentence", "duplicate-headline"}})
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "drafts", "*.md"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d drafts, %v", len(files), err)
	}
	var alone, together []*engine.Draft
	for i, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := engine.Draft{Path: filepath.Base(file), Settings: usual, Context: i%7 == 3}
		if i%3 == 1 {
			d.Settings = few
		}
		for _, list := range []*[]*engine.Draft{&alone, &together} {
			copied := d
			copied.Doc, _ = engine.Parse(d.Path, content, d.Settings.Parse)
			*list = append(*list, &copied)
		}
	}
	declaring, _ := engine.Parse("first.md", []byte("---\nkeyphrase: night ferry\n---\n"), usual.Parse)
	e.Check(context.Background(), &engine.Draft{Path: "first.md", Doc: declaring, Settings: usual}) // from here on, pages have keys
	findings := 0
	for i, got := range e.CheckAll(context.Background(), together...) {
		want := e.Check(context.Background(), alone[i])
		if !reflect.DeepEqual(got.Record(), want.Record()) {
			t.Errorf("%s: %+v, alone %+v", want.Path(), got.Record(), want.Record())
		}
		findings += len(want.Findings)
	}
	if findings == 0 {
		t.Error("nothing was found")
	}
}
