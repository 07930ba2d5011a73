package driver

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// folder writes files into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		put(t, dir, name, content)
	}
	return dir
}

func put(t testing.TB, dir, name, content string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func request(t testing.TB, dir string, flags config.Flags, paths ...string) Request {
	t.Helper()
	flags.Dir = dir
	rules := ruletest.Rules()
	loader, err := configfile.NewLoader(append(rules, engine.Rules()...), configfile.Options{Flags: flags})
	if err != nil {
		t.Fatal(err)
	}
	return Request{Rules: rules, Config: loader, Dir: dir, Paths: paths}
}

func run(t testing.TB, r Request) *engine.Result {
	t.Helper()
	res, err := Run(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func wants(t *testing.T, res *engine.Result, lines ...string) {
	t.Helper()
	want := strings.Join(lines, "\n")
	if len(lines) > 0 {
		want += "\n"
	}
	if got := ruletest.Format(res); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
