package cmd_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// action is what of action.yml matters here.
type action struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Steps []struct {
			ID, Run, Uses, If string
			Env               map[string]string
		}
	}
}

func read[T any](t *testing.T, name string) (v T) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

// step runs the step of action.yml that checks, with inputs in place of the defaults,
// and returns what it says and what it puts out.
func step(t *testing.T, a action, inputs map[string]string) (said, outputs string) {
	t.Helper()
	temp := t.TempDir()
	if err := os.Symlink(onPath(t), filepath.Join(temp, "copychief")); err != nil {
		t.Fatal(err)
	}
	for _, s := range a.Runs.Steps {
		if s.ID != "run" {
			continue
		}
		env := []string{"GITHUB_OUTPUT=" + filepath.Join(temp, "output")}
		for name, value := range s.Env {
			value = strings.ReplaceAll(value, "${{ runner.temp }}/copychief/copychief", filepath.Join(temp, "copychief"))
			value = strings.ReplaceAll(value, "${{ runner.temp }}", temp)
			for input, described := range a.Inputs {
				given, ok := inputs[input]
				if !ok {
					given = described.Default
				}
				value = strings.ReplaceAll(value, "${{ inputs."+input+" }}", given)
			}
			if strings.Contains(value, "${{") {
				t.Fatalf("%s: what is %s?", name, value)
			}
			env = append(env, name+"="+value)
		}
		out, code := shell(t, s.Run, env)
		if code != 0 {
			t.Errorf("exit code %d: %s", code, out)
		}
		put, err := os.ReadFile(filepath.Join(temp, "output"))
		if err != nil {
			t.Fatal(err)
		}
		return out, string(put)
	}
	t.Fatal("no step checks")
	return "", ""
}

// onPath returns the copychief that the tests run.
func onPath(t *testing.T) string {
	t.Helper()
	out, code := shell(t, "type -P copychief", nil)
	if code != 0 {
		t.Fatal(out)
	}
	return strings.TrimSpace(out)
}

func TestActionChecksAndReportsTheResult(t *testing.T) {
	a := read[action](t, "../action.yml")
	repository(t)
	for _, c := range []struct {
		inputs      map[string]string
		said, wants string
	}{
		{nil, "::warning ", "exit-code=0\n"},
		{map[string]string{"paths": "content"}, "content/library.md", "exit-code=0\n"},
		{map[string]string{"fail-on": "warning"}, "::warning ", "exit-code=1\n"},
		{map[string]string{"args": "--only\nrepeated-word\n\n--quiet", "fail-on": "warning"}, "repeated-word", "exit-code=1\n"},
		{map[string]string{"paths": "no-such-folder"}, "no-such-folder", "exit-code=2\n"},
		{map[string]string{"sarif": "true"}, "::warning ", "/copychief.sarif\n"},
		{map[string]string{"paths": "$(touch made)\n`touch made`\n'; touch made; '\n* "}, "$(touch made): no such file or folder", "exit-code=2\n"},
		{map[string]string{"args": "--keyphrase=$(touch made)\"; touch made"}, "::warning ", "exit-code=0\n"},
		{map[string]string{"fail-on": "error; touch made"}, "unknown value", "exit-code=2\n"},
	} {
		said, outputs := step(t, a, c.inputs)
		if !strings.Contains(said, c.said) || !strings.Contains(outputs, c.wants) {
			t.Errorf("%v:\n%s\n%s", c.inputs, said, outputs)
		}
		if _, err := os.Stat("made"); err == nil {
			t.Errorf("%v ran as a script", c.inputs)
		}
	}
}

func TestActionPutsNoInputIntoAScript(t *testing.T) {
	a := read[action](t, "../action.yml")
	scripts := 0
	for _, s := range a.Runs.Steps {
		if s.Run != "" {
			scripts++
		}
		if strings.Contains(s.Run, "${{") {
			t.Errorf("a script has an expression in it: %s", s.Run)
		}
	}
	if scripts < 4 {
		t.Errorf("%d scripts", scripts)
	}
}

func TestActionsOfOthersArePinned(t *testing.T) {
	pages := []string{"../action.yml", "../docs/ci.md"}
	workflows, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil {
		t.Fatal(err)
	}
	pinned := regexp.MustCompile(`uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	own := regexp.MustCompile(`uses: (\./|copychief/copychief@main # better: .*)$`)
	versions, seen := map[string]string{}, 0
	for _, name := range append(pages, workflows...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if !strings.Contains(line, "uses: ") || own.MatchString(line) {
				continue
			}
			seen++
			_, uses, _ := strings.Cut(line, "uses: ")
			who, pin, _ := strings.Cut(uses, "@")
			if !pinned.MatchString(line) || versions[who] != "" && versions[who] != pin {
				t.Errorf("%s: not pinned, or not as elsewhere: %s", name, line)
			}
			versions[who] = pin
		}
	}
	if seen < 8 {
		t.Errorf("%d actions of others", seen)
	}
}

func TestInputsOfTheActionAreOnThePage(t *testing.T) {
	page, err := os.ReadFile("../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	inputs := read[action](t, "../action.yml").Inputs
	for name, in := range inputs {
		def := ""
		if in.Default != "" {
			def = "`" + in.Default + "` "
		}
		if row := fmt.Sprintf("| `%s` | %s| %s |\n", name, def, in.Description); !bytes.Contains(page, []byte(row)) {
			t.Errorf("the page lacks %s", row)
		}
	}
	if len(inputs) < 5 {
		t.Errorf("%d inputs", len(inputs))
	}
}

// hook is an entry of .pre-commit-hooks.yaml.
type hook struct {
	ID, Entry, Language, Files string
	Serial                     bool `yaml:"require_serial"`
}

func TestHooksTakeDraftsAndNothingElse(t *testing.T) {
	hooks, pages := read[[]hook](t, "../.pre-commit-hooks.yaml"), blocks(t, "../docs/ci.md", "yaml")
	for _, h := range hooks {
		takes := regexp.MustCompile(h.Files)
		for _, name := range []string{"a.md", "a.markdown", "a.mdx", "a.html", "a.htm", "a.txt", "a.docx", "a.Rmd", "a.odt", "md", "a.md.bak", "a.yml", "a.go"} {
			if f, draft := parse.FormatOf(name); (draft && !f.Can(lint.Packed)) != takes.MatchString(name) {
				t.Errorf("%s: %s", h.ID, name)
			}
		}
		repository(t)
		if out, code := shell(t, h.Entry+" --fail-on error content/library.md", nil); code != 0 || !h.Serial || h.Language != "golang" {
			t.Errorf("%+v: %s", h, out)
		}
	}
	type repos struct {
		Repos []struct {
			Hooks []struct {
				ID   string
				Args []string
			}
		}
	}
	used := 0
	for _, block := range pages {
		var r repos
		if err := yaml.Unmarshal([]byte(block), &r); err != nil {
			t.Fatal(err)
		}
		for _, repo := range r.Repos {
			for _, h := range repo.Hooks {
				used++
				if !slices.ContainsFunc(hooks, func(known hook) bool { return known.ID == h.ID }) {
					t.Errorf("there is no hook %s", h.ID)
				}
			}
		}
	}
	if len(hooks) != 2 || used == 0 {
		t.Errorf("%d hooks, %d on the page", len(hooks), used)
	}
}

func TestTemplateForGitLabWritesItsReport(t *testing.T) {
	template := read[map[string]struct {
		Variables map[string]string
		Script    []string
		Artifacts struct {
			When    string
			Reports struct{ CodeQuality string }
		}
	}](t, "../gitlab/copychief.yml")
	job, pages := template["copychief"], blocks(t, "../docs/ci.md", "yaml")
	repository(t)
	var env []string
	for name, value := range job.Variables {
		env = append(env, name+"="+value)
	}
	env = append(env, "GOBIN="+filepath.Dir(onPath(t)))
	check := job.Script[len(job.Script)-1]
	if out, code := shell(t, check, env); code != 0 {
		t.Errorf("exit code %d: %s", code, out)
	}
	text, err := os.ReadFile(job.Artifacts.Reports.CodeQuality)
	var issues []map[string]any
	if err != nil || json.Unmarshal(text, &issues) != nil || len(issues) == 0 || job.Artifacts.When != "always" {
		t.Errorf("%v: %s", err, text)
	}
	if out, code := shell(t, check, append(env, "COPYCHIEF_FLAGS=--fail-on warning --only repeated-word", "COPYCHIEF_PATHS=content content/library.md")); code != 1 {
		t.Errorf("exit code %d: %s", code, out)
	}
	for _, block := range pages {
		for _, match := range regexp.MustCompile(`COPYCHIEF_\w+`).FindAllString(block, -1) {
			if _, known := job.Variables[match]; !known {
				t.Errorf("the template has no %s", match)
			}
		}
	}
}
