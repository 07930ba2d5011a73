package cmd_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

// formats are all of them: a result from the cache must serve each.
var formats = strings.Fields("text concise json jsonl sarif github gitlab junit checkstyle rdjson markdown")

// tree is a folder of the articles of this repository, with a configuration, a map of
// keyphrases, images and suppressions.
func tree(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "articles"), os.DirFS(filepath.Join("..", "testdata", "articles"))); err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		change(t, dir, fmt.Sprintf("posts/%d.md", i), fmt.Sprintf(
			"---\ntitle: The council closes three libraries in the north\ndate: 2026-05-0%d\n---\n\n"+
				"<!-- copychief-ignore long-paragraph: none here -->\n\nIt was was decided on Monday.\n\n"+
				"![](img/map.png) See [the plan](plan-%d.md) and [the map](/img/map.png).\n\n"+
				"“We are very sorry,” she said. The the end.\n", i+1, i))
	}
	change(t, dir, ".copychief.yml", "keyphrases: keys.csv\nsite: {hosts: [example.org]}\nrules: {broken-image: error}\n")
	change(t, dir, "keys.csv", "path,primary\nposts/1.md,library closures\n")
	t.Chdir(dir)
	return dir
}

func change(t *testing.T, dir, name, content string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// reports returns what a run writes in every format.
func reports(t *testing.T, env map[string]string, from string, args ...string) map[string]string {
	t.Helper()
	args = append([]string{"copychief", "--quiet", "."}, args...)
	out := map[string]string{}
	for _, f := range formats {
		args = append(args, "--format", f+"=../"+f+".out")
	}
	var problems bytes.Buffer
	app := cmd.App{
		Stdin: strings.NewReader(""), Stdout: &problems, Stderr: &problems, Rules: rules.All(), RulesFrom: from,
		Getenv: func(name string) string { return env[name] },
	}
	if code := app.Run(t.Context(), args); code != cmd.ExitFindings || problems.Len() > 0 {
		t.Fatalf("exit code %d: %s", code, &problems)
	}
	for _, f := range formats {
		content, err := os.ReadFile("../" + f + ".out")
		if err != nil {
			t.Fatal(err)
		}
		out[f] = string(content)
	}
	return out
}

func TestEveryFormatIsTheSameWithTheCacheAndWithout(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tree")
	if err := os.Rename(tree(t), dir); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	env := map[string]string{"COPYCHIEF_CACHE": filepath.Join(t.TempDir(), "cache"), "SOURCE_DATE_EPOCH": "1777593600"} // 2026-05-01
	last := reports(t, env, "", "--no-cache")
	if _, err := os.Stat(env["COPYCHIEF_CACHE"]); err == nil {
		t.Error("--no-cache makes a cache")
	}
	from := ""
	for _, step := range []struct {
		what    string
		do      func()
		changes bool // what is found
	}{
		{"nothing", func() {}, false},
		{"a draft", func() { change(t, dir, "posts/2.md", "---\ntitle: Short\n---\n\nIt is is short.\n") }, true},
		{"an image", func() { change(t, dir, "posts/img/map.png", "x") }, true},
		{"the map", func() { change(t, dir, "keys.csv", "path,primary\nposts/1.md,evening classes\n") }, true},
		{"the configuration", func() { change(t, dir, ".copychief.yml", "rules: {repeated-word: off}\n") }, true},
		{"the day", func() { env["SOURCE_DATE_EPOCH"] = "1735689600" }, true}, // 2025-01-01
		{"the rules", func() { from = "other lists" }, false},
		{"a new draft", func() { change(t, dir, "posts/9.md", "See [this](nowhere.md).\n") }, true},
		{"a draft less", func() { _ = os.Remove(filepath.Join(dir, "posts", "0.md")) }, true},
	} {
		step.do()
		none := reports(t, env, from, "--no-cache")
		cold := reports(t, env, from)
		warm := reports(t, env, from)
		for _, f := range formats {
			if none[f] != cold[f] || none[f] != warm[f] {
				t.Errorf("%s changed: %s differs\nwithout:\n%.3000s\nafter the change:\n%.3000s\nagain:\n%.3000s", step.what, f, none[f], cold[f], warm[f])
			}
		}
		if (none["json"] != last["json"]) != step.changes {
			t.Errorf("%s changed: the report changes: %t", step.what, !step.changes)
		}
		last = none
	}
	if n, err := filepath.Glob(filepath.Join(env["COPYCHIEF_CACHE"], "*", "*.pack")); err != nil || len(n) < 8 {
		t.Errorf("%d files of the cache, %v", len(n), err)
	}
}
