package docs_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/rules"
)

var update = flag.Bool("update", false, "rewrite docs/rules, the schema and the README's table")

const (
	pages  = "../../docs/rules"
	readme = "../../README.md"
	begin  = "<!-- families: made by `go test ./lint/docs -update` -->\n"
	end    = "<!-- families end -->\n"
)

// all returns every rule that a writer can meet, the driver's own among them.
func all() []*lint.Rule { return append(rules.All(), engine.Rules()...) }

func TestPagesOfRulesAreUpToDate(t *testing.T) {
	want := map[string]string{"README.md": docs.Index(all())}
	for _, r := range all() {
		page, err := docs.Read(r)
		if err != nil {
			t.Fatal(err)
		}
		want[r.Name+".md"] = docs.Markdown(page)
	}
	files, err := os.ReadDir(pages)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := want[f.Name()]; !ok {
			stale(t, filepath.Join(pages, f.Name()))
		}
	}
	for name, text := range want {
		keep(t, filepath.Join(pages, name), text)
	}
}

func TestSchemaOfConfigurationsIsUpToDate(t *testing.T) {
	schema, err := config.Schema(all(), house.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "../../docs/copychief.schema.json", string(schema))
	schema, err = config.PackSchema(house.Pack(), house.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "../../docs/copychief.pack.schema.json", string(schema))
}

func TestTableOfFamiliesInTheReadmeIsUpToDate(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("README.md lacks %q or %q", begin, end)
	}
	keep(t, readme, before+begin+docs.Families(all(), "docs/rules/README.md")+end+after)
}

// keep fails where a file differs from what it should be, or rewrites it.
func keep(t *testing.T, file, want string) {
	t.Helper()
	got, err := os.ReadFile(file)
	if err == nil && string(got) == want {
		return
	}
	if !*update {
		t.Errorf("%s is not up to date; run: go test ./lint/docs -update", filepath.Base(file))
		return
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// stale fails where a page has no rule any more, or removes it.
func stale(t *testing.T, file string) {
	t.Helper()
	if !*update {
		t.Errorf("%s: there is no such rule; run: go test ./lint/docs -update", filepath.Base(file))
		return
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
}
