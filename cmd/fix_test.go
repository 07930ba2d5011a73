package cmd_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/lint"
)

// proposes is a rule for tests: it proposes to replace a word, and may do something
// else while it looks.
type proposes struct {
	word, with string
	meanwhile  func()
}

func (p proposes) Check(pass *lint.Pass) {
	i := bytes.Index(pass.Doc.Source.Bytes, []byte(p.word))
	if i < 0 {
		return
	}
	if p.meanwhile != nil {
		p.meanwhile()
	}
	span := lint.Span{Start: i, End: i + len(p.word)}
	pass.Report(lint.Finding{Span: span, Message: "Word found", Fixes: []lint.Fix{lint.Replace("Replace it", true, span, p.with)}})
}

// fixWith runs --fix with rules of the test on a draft and returns its content
// afterwards.
func fixWith(t *testing.T, ctx context.Context, draft string, rules ...proposes) (code int, after, problems string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.md", []byte(draft), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, stderr bytes.Buffer
	app := cmd.App{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &stderr}
	for i, p := range rules {
		app.Rules = append(app.Rules, &lint.Rule{
			Name: fmt.Sprintf("rule-%d", i+1), Family: lint.DraftingFamily, Severity: lint.Warning,
			New: func() lint.Checker { return p },
		})
	}
	code = app.Run(ctx, []string{"copychief", "--no-config", "--fix", "a.md"})
	content, err := os.ReadFile("a.md")
	if err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(".copychief-*"); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	return code, string(content), stderr.String()
}

func TestADraftThatIsEditedMeanwhileKeepsTheEdit(t *testing.T) {
	const edited = "A bad day, and a new line.\n"
	edit := func() { _ = os.WriteFile("a.md", []byte(edited), 0o644) }
	code, after, problems := fixWith(t, t.Context(), "A bad day.\n", proposes{"bad", "good", edit})
	if after != edited || code != cmd.ExitTrouble || !strings.Contains(problems, "a.md: not fixed: changed while it was being fixed; run again\n") {
		t.Errorf("%q, %d, %s", after, code, problems)
	}
}

func TestADraftThatIsDeletedMeanwhileIsNotBroughtBack(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.md", []byte("A bad day.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	app := cmd.App{Stdout: &stderr, Stderr: &stderr, Rules: []*lint.Rule{{
		Name: "rule", Family: lint.DraftingFamily, Severity: lint.Warning,
		New: func() lint.Checker { return proposes{"bad", "good", func() { _ = os.Remove("a.md") }} },
	}}}
	code := app.Run(t.Context(), []string{"copychief", "--no-config", "--fix", "a.md"})
	if _, err := os.Lstat("a.md"); err == nil {
		t.Errorf("it is back: %s", stderr.String())
	}
	if code != cmd.ExitTrouble || !strings.Contains(stderr.String(), "a.md: not fixed: ") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

func TestRulesThatUndoEachOtherAreNamed(t *testing.T) {
	code, after, problems := fixWith(t, t.Context(), "A bad day.\n", proposes{word: "bad", with: "good"}, proposes{word: "good", with: "bad"})
	if after != "A bad day.\n" || code != cmd.ExitClean || !strings.Contains(problems, "a.md: fixes of rule-1 and rule-2 left out: they undo each other\n") {
		t.Errorf("%q, %d, %s", after, code, problems)
	}
}

func TestAFixThatChangesTheRestIsReported(t *testing.T) {
	code, after, problems := fixWith(t, t.Context(), "---\ntitle: A bad day\ndate: 2024-05-06\n---\n\nText.\n", proposes{word: "A bad", with: "\"A"})
	if !strings.Contains(after, "A bad") || code != cmd.ExitClean || !strings.Contains(problems, "a.md:2:8: fix of rule-1 left out: it would change more of the draft than intended\n") {
		t.Errorf("%q, %d, %s", after, code, problems)
	}
}

func TestAFixWithoutAnEndIsNamed(t *testing.T) {
	code, after, problems := fixWith(t, t.Context(), "A bad day.\n", proposes{word: "bad", with: "bbad"})
	if code != cmd.ExitClean || after != "A bbbbbbbbbbbad day.\n" || !strings.Contains(problems, "a.md: fixes of rule-1 are not finished after 10 rounds; run again\n") {
		t.Errorf("%d, %q, %s", code, after, problems)
	}
}

func TestAnInterruptedFixWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	code, after, problems := fixWith(t, ctx, "A bad day.\n", proposes{"bad", "good", cancel})
	if after != "A bad day.\n" || code != cmd.ExitInterrupted || problems != "copychief: interrupted\n" {
		t.Errorf("%q, %d, %s", after, code, problems)
	}
}
