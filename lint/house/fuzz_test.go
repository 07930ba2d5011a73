package house_test

import (
	"context"
	"encoding/json"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
)

// FuzzPack reads anything as a pack, and as a glossary. A set with an error has no rules;
// one without runs on a draft.
func FuzzPack(f *testing.F) {
	for _, name := range []string{"testdata/mistakes.txtar", "testdata/names.txtar", "testdata/phrases.txtar"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(file.Data)
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		files := fstest.MapFS{"p.yml": {Data: content}, "t.csv": {Data: content}, "t.yml": {Data: content}}
		for _, conf := range []string{"packs: [p.yml]", "house: {a: {glossary: t.csv}}", "house: {a: {glossary: t.yml}}"} {
			runAnything(t, conf, files)
		}
	})
}

// FuzzKinds gives each kind anything to look for, and looks for it in anything.
func FuzzKinds(f *testing.F) {
	f.Add("utilize", "use", "We utilize it.")
	f.Add("C++", "a|b", "In C++, and c++")
	f.Add(`(?P<a>\d+)`, "{a}", "It is 5 o’clock — 6, é")
	f.Add("pass away", "die", "# She passed\naway\n\n> pass away")
	f.Fuzz(func(t *testing.T, what, instead, draft string) {
		for _, form := range []string{
			"{phrases: [%q]}", "{replace: {%q: %q}}", "{spelling: [%q], typos: true}", "{one-of: [%q, %q]}", "{pattern: %q, instead: %q}",
			"{pattern: %q, only-before: %q, in: everywhere}", "{pattern: %q, not-after: %q, only-after: %q, not-before: %q}",
			"{limit: matches, pattern: %q, max: 0}", "{require: {phrase: [%q]}}", "{forbid: {start: %q}}", "{require: {field: %q, pattern: %q}}",
			"{forbid: {link: %q}}", "{require: {headings: [%q, %q]}}",
			"{capitals: sentence, except: [%q], after: [%q], in: everywhere}", "{capitals: ap, except: [%q], prefix: %q, strict: true, least: 80}",
			"{capitals: chicago, except: [%q], in: everywhere}", "{capitals: lower, except: [%q]}",
		} {
			conf := "house: {a: " + fill(form, what, instead) + "}"
			runAnything(t, conf, fstest.MapFS{"a.md": {Data: []byte(draft)}})
		}
	})
}

// fill puts texts as JSON, which YAML reads, in place of the verbs.
func fill(form string, texts ...string) string {
	out := ""
	for i := 0; i < len(form); i++ {
		if form[i] == '%' && i+1 < len(form) && form[i+1] == 'q' {
			quoted, err := json.Marshal(texts[0])
			if err != nil {
				return form
			}
			out += string(quoted)
			texts = append(texts[1:], texts[0])
			i++
			continue
		}
		out += string(form[i])
	}
	return out
}

func runAnything(t *testing.T, conf string, files fstest.MapFS) {
	f, set, err := load(conf, files)
	if err != nil {
		if len(set.Rules) > 0 {
			t.Errorf("an error and %d rules: %v", len(set.Rules), err)
		}
		return
	}
	resolver, err := config.NewResolver(set.Rules, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	settings, err := resolver.For(f, "a.md")
	if err != nil {
		return // a severity that is none, for example
	}
	run, err := engine.New(set.Rules, resolver)
	if err != nil {
		t.Fatal(err)
	}
	draft := []byte("---\ntitle: We utilize C++\n---\n\nWe *utilize* it, é “passed away”.\n\n- a list\n")
	if file := files["a.md"]; file != nil {
		draft = file.Data
	}
	result, err := run.Run(context.Background(), false, engine.Draft{Path: "a.md", Name: "a.md", Content: draft, Settings: settings, Files: files})
	if err != nil {
		t.Fatal(err)
	}
	for x := range result.Findings.All() {
		if x.Rule == engine.InternalError.Name {
			t.Errorf("%s\n%s", conf, x.Message)
		}
	}
}
