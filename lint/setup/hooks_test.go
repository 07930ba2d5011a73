package setup

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/site/settings"
)

const hook = "- repo: https://github.com/copychief/copychief\n  rev: main\n  hooks:\n    - id: copychief\n"

// indented indents text with n spaces.
func indented(n int, s string) string {
	lead := strings.Repeat(" ", n)
	return lead + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+lead) + "\n"
}

func TestHookIsAddedAndTheRestStays(t *testing.T) {
	two := indented(2, hook)
	for name, c := range map[string]struct{ before, after string }{
		"nothing":           {"", "repos:\n" + two},
		"comments":          {"# ours\n", "# ours\n\nrepos:\n" + two},
		"document start":    {"---\n", "---\nrepos:\n" + two},
		"no list":           {"fail_fast: true\n", "fail_fast: true\n\nrepos:\n" + two},
		"empty list":        {"repos: []  # none yet\n", "repos:  # none yet\n" + two},
		"null":              {"repos:\nfail_fast: true\n", "repos:\n" + two + "fail_fast: true\n"},
		"indented":          {"repos:\n  - repo: local\n    hooks: []\n", "repos:\n  - repo: local\n    hooks: []\n" + two},
		"not indented":      {"repos:\n- repo: local\n  hooks:\n  - id: a\nfail_fast: true\n", "repos:\n- repo: local\n  hooks:\n  - id: a\n" + hook + "fail_fast: true\n"},
		"no final newline":  {"repos:\n  - repo: local", "repos:\n  - repo: local\n" + two},
		"set apart":         {"repos:\n- repo: a\n\n- repo: b\n", "repos:\n- repo: a\n\n- repo: b\n\n" + hook},
		"comment after":     {"repos:\n- repo: a\n\n# the end\nfail_fast: true\n", "repos:\n- repo: a\n" + hook + "\n# the end\nfail_fast: true\n"},
		"comment within":    {"repos:\n- repo: a\n# between\n  rev: b\n", "repos:\n- repo: a\n# between\n  rev: b\n" + hook},
		"block scalar":      {"repos:\n- repo: a\n  files: |\n    x\n\n    # y\nci: {}\n", "repos:\n- repo: a\n  files: |\n    x\n\n    # y\n" + hook + "ci: {}\n"},
		"carriage returns":  {"repos:\r\n- repo: a\r\n", "repos:\r\n- repo: a\r\n" + strings.ReplaceAll(hook, "\n", "\r\n")},
		"byte order mark":   {"\ufeffrepos:\n- repo: a\n", "\ufeffrepos:\n- repo: a\n" + hook},
		"anchor":            {"x: &a 1\nrepos:\n- repo: a\n  rev: *a\n", "x: &a 1\nrepos:\n- repo: a\n  rev: *a\n" + hook},
		"dash on its own":   {"repos:\n-\n  repo: a\n", ""},
		"flow":              {"repos: [{repo: a}]\n", ""},
		"flow of lines":     {"repos: [\n  {repo: a}\n]\n", ""},
		"flow mapping":      {"{repos: []}\n", ""},
		"two documents":     {"a: 1\n---\nrepos:\n- repo: a\n", ""},
		"no mapping":        {"- repo: a\n", ""},
		"no YAML":           {"repos: [\n", ""},
		"a text":            {"repos: none\n", ""},
		"key twice":         {"repos:\n- repo: a\nrepos:\n- repo: b\n", ""},
		"end of a document": {"fail_fast: true\n...\n", ""},
	} {
		out, err := PreCommit([]byte(c.before), "main")
		switch {
		case c.after == "" && (err == nil || !strings.Contains(err.Error(), "by hand:\nrepos:\n  - repo: https://github.com/copychief/copychief\n    rev: main\n")):
			t.Errorf("%s: %v\n%s", name, err, out)
		case c.after != "" && (err != nil || string(out) != c.after):
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, out, c.after)
		}
		if err == nil {
			if _, err := PreCommit(out, "v2.0.0"); !errors.Is(err, ErrPresent) {
				t.Errorf("%s: added again: %v", name, err)
			}
		}
	}
}

// For any file, the edit is either refused, or preserves all lines in order and adds the
// new ones in one place.
func FuzzHook(f *testing.F) {
	for _, seed := range []string{
		"repos:\n- repo: a\n", "repos: []\n", "# x\r\nrepos:\r\n  - repo: a\r\n\r\n# y\r\n", "a: |\n  repos:\n  - b\nrepos:\n", "repos:\n- [a,\n- b]\n", "? repos\n: - a\n", "repos: !!seq\n- a\n",
		"repos: &a\n- a\nb: *a\n", "\"repos\":\n- 'a\n\n  b'\n", "repos:\n  # none\n", "--- {repos: }\n", "%YAML 1.2\n---\nrepos:\n- a\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, before []byte) {
		after, err := PreCommit(before, "v1.0.0")
		if err != nil {
			return
		}
		if strings.Contains(string(before), "[]") {
			return // the only text that is removed
		}
		lines := strings.Split(strings.TrimSuffix(string(before), "\n"), "\n")
		for line := range strings.SplitSeq(string(after), "\n") {
			if len(lines) > 0 && strings.TrimSuffix(line, "\r") == strings.TrimSuffix(lines[0], "\r") {
				lines = lines[1:]
			}
		}
		if len(lines) > 0 && len(before) > 0 {
			t.Errorf("%q is gone: %q became %q", lines[0], before, after)
		}
	})
}

func TestTemplateIsIncluded(t *testing.T) {
	out, err := GitLab([]byte("include:\n  - local: a.yml\n\nstages: [test]\n"), "v1.2.3")
	want := "include:\n  - local: a.yml\n  - remote: https://raw.githubusercontent.com/copychief/copychief/v1.2.3/gitlab/copychief.yml\n\nstages: [test]\n"
	if err != nil || string(out) != want {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err := GitLab([]byte("include: a.yml\n"), "main"); err == nil || !strings.Contains(err.Error(), "its “include” is not a list") {
		t.Errorf("%v", err)
	}
}

// The workflow that init writes must be the same as in the documentation.
func TestWorkflowIsTheOneOfTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	workflow := string(GitHub("main"))
	for _, line := range []string{"uses: actions/checkout@", "uses: copychief/copychief@"} {
		_, rest, _ := strings.Cut(workflow, line)
		pin, _, _ := strings.Cut(rest, "\n")
		if pin == "" || !strings.Contains(string(page), line+pin) {
			t.Errorf("docs/ci.md has no %s%s", line, pin)
		}
	}
	if n := settings.YAML([]byte(workflow)); n == nil {
		t.Error("it is no YAML")
	}
	if out, err := GitLab(nil, "main"); err != nil || !strings.Contains(string(page), strings.TrimSpace(string(out))) {
		t.Errorf("docs/ci.md has not\n%s%v", out, err)
	}
	if out, err := PreCommit(nil, "main"); err != nil || !strings.Contains(string(page), strings.Split(string(out), "\n")[1]) {
		t.Errorf("docs/ci.md has not\n%s%v", out, err)
	}
}
