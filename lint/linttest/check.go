package linttest

import (
	"context"
	"io/fs"
	"path"
	"testing"
	"testing/fstest"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
)

// check runs the rule on the example, as a site in memory.
func (e *example) check(t *testing.T, rule *lint.Rule) *engine.Result {
	t.Helper()
	files := e.tree()
	conf := config.NoFile("")
	if e.Config != "" {
		conf = config.Parse(".copychief.yml", []byte(e.Config), config.Place{Files: files})
		if problems := conf.Problems(); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	resolver, err := config.NewResolver([]*lint.Rule{rule}, config.Flags{Only: []string{rule.Name}})
	if err != nil {
		t.Fatal(err)
	}
	checker, err := engine.New([]*lint.Rule{rule}, resolver)
	if err != nil {
		t.Fatal(err)
	}
	var drafts []engine.Draft
	for _, f := range e.Files {
		settings, err := resolver.For(conf, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, reads := parse.FormatOf(f.Name); reads && !settings.Ignore {
			drafts = append(drafts, e.draft(f.Name, f.Data, settings, files))
		}
	}
	result, err := checker.Run(context.Background(), false, drafts...)
	if err != nil {
		t.Fatal(err)
	}
	for _, missed := range result.NotChecked {
		t.Errorf("not checked: %s: %s", missed.Path, missed.Reason)
	}
	if len(result.Skipped) > 0 {
		t.Errorf("the rule was skipped: %v", result.Skipped)
	}
	return result
}

// tree returns the files of the example, including its sources.
func (e *example) tree() fs.FS {
	tree := fstest.MapFS{}
	for _, f := range e.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, f := range e.Sources {
		tree[path.Join("sources", f.Name)] = &fstest.MapFile{Data: f.Data}
	}
	return tree
}

// draft returns a draft of the example. The date is 1 January 2030, so that results do not
// depend on the current date.
func (e *example) draft(name string, content []byte, settings *config.Settings, files fs.FS) engine.Draft {
	doc, _ := engine.Parse(name, content, settings.ParseOf(name))
	return engine.Draft{
		Path: name, Content: content, Doc: doc, Settings: settings, Files: files, Name: name,
		Sources: e.sourcesOf(doc, settings), Now: time.Date(2030, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
}

// sourcesOf returns the sources that a draft names, otherwise all those of the example.
func (e *example) sourcesOf(doc *lint.Document, settings *config.Settings) *lint.Sources {
	if len(e.Sources) == 0 || doc == nil {
		return nil
	}
	all := map[string]*lint.Document{}
	for _, f := range e.Sources {
		all[f.Name], _ = engine.Parse(path.Join("sources", f.Name), f.Data, parse.Options{})
	}
	set := &lint.Sources{Cleaned: settings.Sources.Cleaned}
	for _, named := range doc.Meta.Get(lint.RoleSources).Values {
		name := named.Plain()
		if source := all[name]; source != nil {
			set.Docs = append(set.Docs, source)
		} else if _, reads := parse.FormatOf(name); reads {
			set.Missing = append(set.Missing, name)
		}
	}
	if len(set.Docs) > 0 {
		return set
	}
	for _, f := range e.Sources {
		set.Docs = append(set.Docs, all[f.Name])
	}
	return set
}
