package house_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/rules"
)

// compiled returns a JSON Schema that is ready for use.
func compiled(t *testing.T, url string, text []byte, err error) *jsonschema.Schema {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// byEditor returns what an editor says of YAML that reads a schema.
func byEditor(t *testing.T, schema *jsonschema.Schema, content []byte) error {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(content, &v); err != nil {
		return err
	}
	return schema.Validate(plain(v))
}

// plain returns decoded YAML as editors see it, in which a date is a text.
func plain(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for key, e := range v {
			v[key] = plain(e)
		}
	case []any:
		for i, e := range v {
			v[i] = plain(e)
		}
	}
	return v
}

func packSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := config.PackSchema(house.Pack(), house.Kinds())
	return compiled(t, config.PackURL, text, err)
}

func TestTheSchemaOfPacksAcceptsWhatTheProgramReads(t *testing.T) {
	schema := packSchema(t)
	seen := 0
	for _, dir := range []string{"packs", "scaffold"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.yml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			seen++
			if err := byEditor(t, schema, bytes.ReplaceAll(content, []byte("NAME"), []byte("a-name"))); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d packs", seen)
	}
}

// What a configuration and a pack declare is the same, so that both schemas accept it.
func TestTheSchemasAcceptEveryDeclarationOfTheTests(t *testing.T) {
	text, err := config.Schema(append(rules.All(), engine.Rules()...), house.Kinds())
	whole, pack := compiled(t, config.SchemaURL, text, err), packSchema(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	accepted := 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tree := fstest.MapFS{}
		for _, f := range archive.Files {
			tree[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		content, err := fs.ReadFile(tree, ".copychief.yml")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if _, _, err := load(string(content), tree); err != nil {
			continue
		}
		accepted++
		if err := byEditor(t, whole, content); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if strings.HasPrefix(string(content), "house:") && !strings.Contains(string(content), "\nrules:") {
			if err := byEditor(t, pack, content); err != nil {
				t.Errorf("%s as a pack: %v", file, err)
			}
		}
	}
	if accepted < 6 {
		t.Errorf("only %d configurations are accepted by the program", accepted)
	}
}

func TestTheSchemaOfPacksMarksMistakes(t *testing.T) {
	schema := packSchema(t)
	for _, mistake := range []string{
		"house: {a: {forbid: {headings: [A, B]}}}",
		"house: {a: {forbid: {field: x, type: date}}}",
		"house: {a: {phrases: [x], severity: bad}}",
		"house: {a: {phrases: [x], mesage: y}}",
		"house: {Not A Name: {phrases: [x]}}",
		"rules: {a: off}",
	} {
		if _, _, err := load("packs: [p.yml]", fstest.MapFS{"p.yml": {Data: []byte(mistake)}}); err == nil {
			t.Errorf("%s: the program accepts it", mistake)
		}
		if byEditor(t, schema, []byte(mistake)) == nil {
			t.Errorf("%s: the schema accepts it", mistake)
		}
	}
}
