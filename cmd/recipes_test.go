package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// repository makes a repository with one draft that has warnings and no errors, changes
// to it, and puts substitutes for other programs into PATH.
func repository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{
		"content/library.md": "---\ntitle: The library moves to the harbour\n---\n\nIt moves in the the month of May.\n",
		"bin/reviewdog":      "#!/bin/sh\ngrep -q '\"diagnostics\":'\n",
		"bin/docker":         "#!/bin/sh\nif [ \"$1\" = run ]; then shift 5; exec copychief \"$@\"; fi\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", filepath.Join(dir, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, name := range []string{"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"} {
		t.Setenv(name, "")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache"))
	shell(t, "git init -q && git config user.name Ada && git config user.email ada@example.org && git add content", nil)
	return dir
}

// shell runs a script and returns what it says and its exit code.
func shell(t *testing.T, script string, env []string) (string, int) {
	t.Helper()
	c := exec.Command("bash", "-euo", "pipefail", "-c", script)
	c.Env = append(os.Environ(), env...)
	out, err := c.CombinedOutput()
	if err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), c.ProcessState.ExitCode()
}

// blocks returns the code blocks of a page in a language.
func blocks(t *testing.T, page, language string) (all []string) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range regexp.MustCompile("(?s)\n```"+language+"\n(.*?)```").FindAllSubmatch(text, -1) {
		all = append(all, string(match[1]))
	}
	return all
}

// files are the files that reports go to in a script.
func files(script string) (all []string) {
	for _, match := range regexp.MustCompile(`--format \w+=(\S+)`).FindAllStringSubmatch(script, -1) {
		all = append(all, match[1])
	}
	return all
}

func TestRecipesOfThePageAboutCIRun(t *testing.T) {
	scripts := blocks(t, "../docs/ci.md", "sh")
	for _, jenkins := range blocks(t, "../docs/ci.md", "groovy") {
		for _, match := range regexp.MustCompile(`sh '(.*)'`).FindAllStringSubmatch(jenkins, -1) {
			scripts = append(scripts, match[1])
			for _, file := range files(match[1]) {
				if strings.Count(jenkins, file) != 2 {
					t.Errorf("what becomes of %s?", file)
				}
			}
		}
	}
	if len(scripts) < 7 {
		t.Fatalf("%d recipes found", len(scripts))
	}
	for _, script := range scripts {
		t.Run(strings.Fields(script)[0], func(t *testing.T) {
			repository(t)
			if out, code := shell(t, script, nil); code != 0 {
				t.Errorf("%s\nexit code %d\n%s", script, code, out)
			}
			for _, file := range files(script) {
				if info, err := os.Stat(file); err != nil || info.Size() < 50 {
					t.Errorf("%s: %v", file, err)
				}
			}
		})
	}
}

func TestGitHookOfThePageRejectsErrors(t *testing.T) {
	var hook string
	for _, script := range blocks(t, "../docs/ci.md", "sh") {
		if strings.Contains(script, ".git/hooks") {
			hook = script
		}
	}
	repository(t)
	if out, code := shell(t, hook, nil); code != 0 {
		t.Fatal(out)
	}
	out, code := shell(t, "echo 'TODO: when?' >>content/library.md; git commit -qam more", nil)
	if code == 0 || !strings.Contains(out, "placeholder") {
		t.Errorf("exit code %d\n%s", code, out)
	}
	if out, code := shell(t, "git stash -q; echo 'At last.' >>content/library.md; git commit -qam end", nil); code != 0 {
		t.Errorf("exit code %d\n%s", code, out)
	}
}
