package cmd_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

// TestWordFilesHaveTheFindingsOfTheirMarkdown compares the findings of articles, as pandoc and LibreOffice
// write them, with those of their Markdown. What a page has and a file of Word need not have,
// such as a date, is left aside, and an image without an alternative is worse in HTML.
func TestWordFilesHaveTheFindingsOfTheirMarkdown(t *testing.T) {
	files, err := filepath.Glob("../testdata/word/*.docx")
	if err != nil || len(files) < 4 {
		t.Fatal("no Word files", err)
	}
	for _, name := range files {
		article, _, _ := strings.Cut(filepath.Base(name), ".")
		want := judged(t, "../testdata/word/"+article+".md")
		if diff := cmp.Diff(want, judged(t, name)); diff != "" {
			t.Errorf("%s (- Markdown, + Word):\n%s", name, diff)
		}
	}
}

func judged(t *testing.T, name string) (all []string) {
	t.Helper()
	var out bytes.Buffer
	app := &cmd.App{Stdout: &out, Stderr: &out, Rules: rules.All()}
	app.Run(context.Background(), []string{"copychief", "--no-config", "--no-cache", "--format", "json", name})
	var report struct {
		Findings []struct {
			Rule, Message, Place string
		}
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatalf("%v: %s", err, out.String())
	}
	aside := []string{"missing-date", "missing-author", "missing-tags", "missing-description"}
	for _, f := range report.Findings {
		switch {
		case slices.Contains(aside, f.Rule):
			continue
		case f.Rule == "missing-alt":
			f.Message = "" // it names the file
		case f.Rule == "skipped-heading":
			f.Message = ""
		}
		if strings.HasSuffix(name, ".docx") != strings.HasPrefix(f.Place, "paragraph ") {
			t.Errorf("%s: %s is at %q", name, f.Rule, f.Place)
		}
		all = append(all, f.Rule+" "+f.Message)
	}
	slices.Sort(all)
	return all
}
