package cmd_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/rules"
)

// TestDrafts compares the output of commands for each draft of testdata/drafts with
// golden files: what is read, what is found, what would be fixed.
func TestDrafts(t *testing.T) {
	list := corpus.Drafts(t)
	t.Chdir(filepath.Join(corpus.Root(t), "testdata", "drafts"))
	for _, d := range list {
		t.Run(d.Name, func(t *testing.T) {
			var all strings.Builder
			for _, args := range [][]string{
				{"inspect", d.Name},
				{"quotes", "--format", "json", d.Name},
				{"--format", "json", d.Name},
				{"--fix=all", "--diff", "--format", "concise", d.Name},
			} {
				all.WriteString(session(t, args...))
			}
			keep(t, filepath.Join("golden", d.Name+".golden"), all.String())
			if now := corpus.Drafts(t); !sameDraft(now, d) {
				t.Errorf("%s was changed", d.Name)
			}
		})
	}
}

// TestDraftsTogether does the same for the drafts as one site, where rules compare them with
// each other.
func TestDraftsTogether(t *testing.T) {
	list := corpus.Drafts(t)
	t.Chdir(filepath.Join(corpus.Root(t), "testdata", "drafts"))
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = d.Name
	}
	keep(t, filepath.Join("golden", "together.golden"),
		session(t, append([]string{"--format", "concise"}, names...)...)+
			session(t, append([]string{"quotes"}, names...)...))
}

// session runs copychief on a fixed day without configuration and cache, and returns the
// command, what it printed on both streams, and its exit code.
func session(t *testing.T, args ...string) string {
	t.Helper()
	shown := "copychief " + strings.Join(args, " ")
	full := []string{"copychief", "--no-config"}
	if args[0][0] != '-' {
		full = []string{"copychief", args[0], "--no-config"}
		args = args[1:]
	}
	var out, problems bytes.Buffer
	app := cmd.App{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Rules: rules.All(),
		Getenv: func(name string) string {
			return map[string]string{"COPYCHIEF_CACHE": "off", "SOURCE_DATE_EPOCH": "1764547200"}[name] // 2025-12-01
		},
	}
	code := app.Run(t.Context(), append(full, args...))
	if code == cmd.ExitTrouble && problems.Len() == 0 {
		t.Errorf("%s: trouble without a word", shown)
	}
	return fmt.Sprintf("$ %s\n%s--- stderr\n%s--- exit code %d\n\n", shown, out.String(), problems.String(), code)
}

func sameDraft(list []corpus.Draft, d corpus.Draft) bool {
	for _, now := range list {
		if now.Name == d.Name {
			return bytes.Equal(now.Content, d.Content)
		}
	}
	return false
}
