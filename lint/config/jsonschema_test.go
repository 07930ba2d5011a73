package config_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/rules"
)

func allRules() []*lint.Rule { return append(rules.All(), engine.Rules()...) }

// judges are the two that judge a configuration: the program and the schema.
type judges struct {
	loader *configfile.Loader
	schema *jsonschema.Schema
}

func newJudges(t *testing.T) *judges {
	t.Helper()
	loader, err := configfile.NewLoader(allRules(), configfile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := config.Schema(allRules(), nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(config.SchemaURL, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(config.SchemaURL)
	if err != nil {
		t.Fatalf("the schema itself is not valid: %v", err)
	}
	return &judges{loader, schema}
}

// program returns what the program says against a configuration in a folder.
func (j *judges) program(t *testing.T, dir, content string) error {
	t.Helper()
	name := filepath.Join(dir, ".copychief.yml")
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	checked, err := j.loader.Check(name)
	if err == nil && len(checked.Problems) > 0 {
		err = checked.Problems
	}
	return err
}

// editor returns what an editor says that reads the schema.
func (j *judges) editor(t *testing.T, content string) error {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(content), &v); err != nil {
		return err
	}
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return j.schema.Validate(value)
}

func TestSchemaAndProgramAgree(t *testing.T) {
	j := newJudges(t)
	for _, c := range []struct {
		ok      bool
		content string
	}{
		{true, ""},
		{true, "rules:"},
		{true, "profile: news"},
		{true, "extends: docs"},
		{false, "profile: newz"},
		{false, "profile: [news]"},
		{false, "profile:"},
		{false, "profile: news\nextends: news"},
		{false, "profil: news"},
		{false, "just words"},
		{false, "[profile, news]"},
		{true, "rules: {long-headline: off, thin-article: \"off\"}"},
		{true, "rules: {long-headline: {severity: error, max_width: 500}}"},
		{true, "rules: {long-headline: {}}"},
		{false, "rules: {long-headline: warn}"},
		{false, "rules: {long-headline: }"},
		{false, "rules: {long-headline: [error]}"},
		{false, "rules: {long-headline: {severity: fatal}}"},
		{false, "rules: {long-headlin: off}"},
		{false, "rules: {long-headline: {maximum: 3}}"},
		{false, "rules: {long-headline: {max_width: wide}}"},
		{false, "rules: {thin-article: {min: 3.5}}"},
		{false, "rules: {long-headline: {max_width: }}"},
		{false, "rules: [long-headline]"},
		{true, "rules: {headline-case: {style: ap}}"},
		{false, "rules: {headline-case: {style: apa}}"},
		{true, "rules: {unknown-tag: {allowed: [city, 2026]}}"},
		{true, "rules: {unknown-tag: {allowed: city}}"},
		{false, "rules: {unknown-tag: {allowed: {city: true}}}"},
		{false, "rules: {unknown-tag: {allowed: [[city]]}}"},
		{true, "rules: {unused-suppression: off}"},
		{false, "rules: {unused-suppression: {max: 1}}"},
		{true, "overrides: [{files: 'news/**', profile: news, language: en-GB, ignore: false, rules: {long-headline: off}, fields: {title: t}}]"},
		{true, "overrides: [{files: [a/*, './b/**']}]"},
		{true, "overrides:"},
		{false, "overrides: {files: a}"},
		{false, "overrides: [{profile: news}]"},
		{false, "overrides: [{files: }]"},
		{false, "overrides: [{files: []}]"},
		{false, "overrides: [{files: ''}]"},
		{false, "overrides: [{files: /a}]"},
		{false, "overrides: [{files: [../a]}]"},
		{false, "overrides: [{files: './../a'}]"},
		{false, "overrides: [{files: 'a\\b'}]"},
		{false, "overrides: [{files: a, ignore: 'no'}]"},
		{false, "overrides: [{files: a, site: {hosts: [a.org]}}]"},
		{false, "overrides: [news]"},
		{false, "overrides: [null]"},
		{true, "fields: {title: [seo_title, title], image_alt: alt, tags: }"},
		{false, "fields: {titel: title}"},
		{false, "fields: {title: {a: b}}"},
		{false, "fields: [title]"},
		{true, "site: {hosts: [example.org, localhost], root: ., static: [static, public]}"},
		{true, "site: {hosts: example.org}"},
		{true, "site:"},
		{false, "site: {hosts: ['https://example.org/']}"},
		{false, "site: {hosts: ['']}"},
		{false, "site: {host: example.org}"},
		{false, "site: example.org"},
		{true, "ignore: [drafts, README.md]"},
		{true, "ignore: drafts"},
		{false, "ignore: {drafts: true}"},
		{true, "language: pt-BR"},
		{false, "language: English language"},
		{false, "language: english-"},
		{true, "shortcodes: {photo: {kind: image, source: src, caption: 2}, ad: {kind: ignore}}"},
		{false, "shortcodes: {photo: {source: src}}"},
		{false, "shortcodes: {photo: {kind: images}}"},
		{false, "shortcodes: {photo: image}"},
		{false, "shortcodes: {photo: }"},
		{true, "limits: {file: 1, nesting: 1000}"},
		{false, "limits: {file: 0}"},
		{false, "limits: {nesting: 1001}"},
		{false, "limits: {nesting: deep}"},
		{false, "limits: {rows: 3}"},
		{true, "require-reason: true"},
		{false, "require-reason: 1"},
		{false, "require-reason: []"},
		{false, "keyphrases: phrases.txt"},
		{true, "keyphrases: phrases.csv"},
		{true, "sources: [notes, talks]\ntolerance: cleaned"},
		{true, "sources: notes"},
		{false, "sources: {folder: notes}"},
		{false, "tolerance: clean"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "phrases.csv"), []byte("path,primary\na.md,budget\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		program, editor := j.program(t, dir, c.content), j.editor(t, c.content)
		if (program == nil) != c.ok || (editor == nil) != c.ok {
			t.Errorf("%s\nvalid: %t\nprogram: %v\neditor: %v", c.content, c.ok, program, editor)
		}
	}
}

// What the schema cannot see: the spelling of numbers and truth values, whether a
// glob is well formed, what is on the disk, what a rule thinks of a value. It never
// refuses what the program accepts.
func TestSchemaLeavesSomeChecksToTheProgram(t *testing.T) {
	j := newJudges(t)
	for _, content := range []string{
		"rules: {long-headline: {max_width: 0x10}}", "require-reason: True", "ignore: ['[a']",
		"site: {root: ../..}", "keyphrases: none.csv", "rules: {repeated-word: {allow: *a}}", "profile: &a news\nextends: *a",
	} {
		if j.program(t, t.TempDir(), content) == nil {
			t.Errorf("%s: the program accepts it; it belongs into the table above", content)
		}
	}
}

func TestSchemaHasEveryOptionOfEveryRule(t *testing.T) {
	j := newJudges(t)
	options := 0
	for _, r := range allRules() {
		both := func(content string, ok bool) {
			t.Helper()
			program, editor := j.program(t, t.TempDir(), content), j.editor(t, content)
			if (program == nil) != ok || (editor == nil) != ok {
				t.Errorf("%s\nvalid: %t\nprogram: %v\neditor: %v", content, ok, program, editor)
			}
		}
		both(fmt.Sprintf("rules: {%s: {no-such-option: 1}}", r.Name), false)
		both(fmt.Sprintf("rules: {%s: advice}", r.Name), !r.Locked)
		for _, o := range optionsOf(r) {
			options++
			wrong := "{a: b}"
			if reflect.ValueOf(o.value).Kind() == reflect.Map {
				wrong = "[a]"
			}
			both(fmt.Sprintf("rules: {%s: {%s: %s}}", r.Name, o.name, wrong), false)
			value, err := json.Marshal(o.value)
			if err != nil {
				t.Fatal(err)
			}
			both(fmt.Sprintf("rules: {%s: {%s: %s}}", r.Name, o.name, value), true)
			for _, choice := range o.choices {
				both(fmt.Sprintf("rules: {%s: {%s: %q}}", r.Name, o.name, choice), true)
			}
			if o.choices != nil {
				both(fmt.Sprintf("rules: {%s: {%s: no such choice}}", r.Name, o.name), false)
			}
		}
	}
	if options < 80 {
		t.Errorf("only %d options were looked at", options)
	}
}

type option struct {
	name    string
	value   any
	choices []string
}

// optionsOf returns the options of a rule with their defaults.
func optionsOf(r *lint.Rule) (all []option) {
	var v reflect.Value
	switch {
	case r.New != nil:
		v = reflect.Indirect(reflect.ValueOf(r.New()))
	case r.NewSite != nil:
		v = reflect.Indirect(reflect.ValueOf(r.NewSite()))
	}
	if v.Kind() != reflect.Struct {
		return nil
	}
	for _, f := range reflect.VisibleFields(v.Type()) {
		if name := f.Tag.Get("yaml"); name != "" && f.IsExported() {
			o := option{name: name, value: v.FieldByIndex(f.Index).Interface()}
			if choice := f.Tag.Get("choice"); choice != "" {
				o.choices = strings.Split(choice, "|")
			}
			all = append(all, o)
		}
	}
	return all
}

// TestSchemaAcceptsEveryConfigurationOfTheRepository looks at the profiles, at the
// configurations in the scripts and in the examples of the rules, and at those in the
// documentation.
func TestSchemaAcceptsEveryConfigurationOfTheRepository(t *testing.T) {
	j := newJudges(t)
	looked := 0
	judge := func(where, content string, files []txtar.File) {
		dir := t.TempDir()
		beside, err := txtar.FS(&txtar.Archive{Files: files})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(dir, beside); err != nil {
			t.Fatal(err)
		}
		if err := j.program(t, dir, content); err != nil {
			return // one that is to show a mistake
		}
		looked++
		if err := j.editor(t, content); err != nil {
			t.Errorf("%s: %v\n%s", where, err, content)
		}
	}
	for _, name := range config.Profiles {
		judge("profile "+name, config.Profile(name), nil)
	}
	for _, root := range []string{"../../testdata", "../../rules", "../../docs", ".."} {
		err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || e.IsDir():
				return err
			case strings.HasSuffix(name, ".txtar"):
				archive, err := txtar.ParseFile(name)
				if err != nil {
					return err
				}
				for _, f := range archive.Files {
					if configfile.IsFileName(filepath.Base(f.Name)) || strings.HasPrefix(f.Name, "config/") {
						judge(name+": "+f.Name, string(f.Data), archive.Files)
					}
				}
			case strings.HasSuffix(name, ".md"):
				text, err := os.ReadFile(name)
				if err != nil {
					return err
				}
				for _, m := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
					judge(name, m[1], []txtar.File{{Name: "seo/keyphrases.csv", Data: []byte("path,primary\na.md,budget\n")}})
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if looked < 30 {
		t.Errorf("only %d configurations were looked at", looked)
	}
}

func TestEveryKeyOfTheSchemaIsDescribed(t *testing.T) {
	text, err := config.Schema(allRules(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	var look func(at string, v any)
	look = func(at string, v any) {
		switch v := v.(type) {
		case []any:
			for i, e := range v {
				look(fmt.Sprint(at, "/", i), e)
			}
		case map[string]any:
			for k, e := range v {
				look(at+"/"+k, e)
			}
			properties, _ := v["properties"].(map[string]any)
			for name, p := range properties {
				p := p.(map[string]any)
				if p["description"] == nil && p["$ref"] != "#/definitions/severity" {
					t.Errorf("%s/%s has no description", at, name)
				}
			}
		}
	}
	look("", schema)
}
