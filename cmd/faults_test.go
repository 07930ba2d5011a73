package cmd_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
)

// fault is a draft that was once read wrongly.
type fault struct {
	file   string
	never  string // rules that are wrong about it
	always string // rules that are right about it, once for each finding
	fixed  bool   // whether a fix may change it
}

// faults are the drafts of a collection outside the repository, one for each kind of fault.
// COPYCHIEF_FAULTS names another folder with it.
var faults = []fault{
	{file: "F00-crash-duplicate-alt.md", never: "internal-error duplicate-alt"},
	{file: "F01-template-code.md", never: "multiple-h1 empty-heading placeholder repeated-word unresolved-reference bare-url unbalanced-quote"},
	{file: "F02-math.md", never: "repeated-word unresolved-reference placeholder unbalanced-quote"},
	{file: "F03-admonition.md", never: "mixed-quote-marks"},
	{file: "F03-attributes.md", never: "mixed-quote-marks empty-section placeholder"},
	{file: "F04-heading-emoji.md", never: "heading-punctuation"},
	{file: "F06-anchors-accents.md", never: "broken-link"},
	{file: "F06-anchors-ial.md", never: "broken-link"},
	{file: "F07-quotes-de-guillemets.md", never: "unbalanced-quote mixed-quote-marks"},
	{file: "F07-quotes-fi.md", never: "unbalanced-quote mixed-quote-marks"},
	{file: "F07-quotes-sv.md", never: "unbalanced-quote mixed-quote-marks"},
	{file: "F08-alt-jsx.mdx", never: "missing-alt"},
	{file: "F10-keyphrase-cs.md", never: "headline-without-keyphrase intro-without-keyphrase scarce-keyphrase"},
	{file: "F10-keyphrase-ko.md", never: "headline-without-keyphrase intro-without-keyphrase scarce-keyphrase"},
	{file: "F11-speech-image.md", never: "unbalanced-quote"},
	{file: "F12-task-box-link.md", never: "bare-url"},
	{file: "F14-sentence-notes.md", never: "long-sentence"},
	{file: "F15-glued-identifier.md", never: "glued-text"},
	{file: "F16-brackets.md", never: "unresolved-reference"},
	{file: "F17-date-eleventy.md", never: "impossible-date"},
	{file: "F18-next-metadata.mdx", never: "missing-headline"},
	{file: "F18-pelican-header.md", never: "missing-headline missing-date"},
	{file: "F19-duplicate-bare-url.md", always: "bare-url"},
	{file: "F20-missed-links.md", always: "unresolved-reference broken-link broken-link broken-link broken-link broken-link unspaced-heading", fixed: true},
	{file: "F22-inches.md", never: "unbalanced-quote"},
	{file: "F23-obsidian-comment.md", never: "placeholder"},
	{file: "F24-internal-links.md", never: "missing-internal-links"},
	{file: "F25-attribution.md", never: "unattributed-quote"},
	{file: "F26-object-replacement.md", never: "unresolved-reference"},
	{file: "F27-reference-liquid.md", never: "empty-link broken-link"},
	{file: "N-curls.md", never: "mixed-quote-marks unbalanced-quote"},
	{file: "N-emoji.md", never: "heading-punctuation"},
	{file: "N-fix-curls-syntax.md", never: "mixed-quote-marks"},
	{file: "N-fr-no-lang.md", never: "repeated-word"},
	{file: "N-pasted.txt", never: "missing-date missing-author missing-tags missing-image missing-internal-links missing-description emphasis-as-heading", fixed: true},
	{file: "N-todo.md", always: "placeholder placeholder placeholder placeholder placeholder placeholder placeholder"},
	{file: "N-we.md", always: "uncited-claim"},
	{file: "N-balcony-compost.md", always: "emphasis-as-heading placeholder", fixed: true},
}

// TestKnownFaultsStayFixed checks the drafts one by one, as their authors would.
func TestKnownFaultsStayFixed(t *testing.T) {
	dir := os.Getenv("COPYCHIEF_FAULTS")
	if dir == "" {
		dir = corpus.Shared(t, "faults")
	}
	ruleAtEnd := regexp.MustCompile(`(?m)^[^ ]+:\d+:\d+: .* \[([a-z-]+)\]$`)
	for _, f := range faults {
		t.Run(f.file, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join(dir, f.file))
			if err != nil {
				t.Skip(err)
			}
			t.Chdir(t.TempDir())
			if err := os.WriteFile(f.file, content, 0o644); err != nil {
				t.Fatal(err)
			}
			report := session(t, "--format", "concise", "--no-cache", "--exit-zero", f.file)
			var found []string
			for _, m := range ruleAtEnd.FindAllStringSubmatch(report, -1) {
				found = append(found, m[1])
			}
			for _, rule := range strings.Fields(f.never) {
				if slices.Contains(found, rule) {
					t.Errorf("%s again:\n%s", rule, report)
				}
			}
			for _, rule := range strings.Fields(f.always) {
				k := slices.Index(found, rule)
				if k < 0 {
					t.Errorf("%s no longer, or too few times:\n%s", rule, report)
					break
				}
				found = slices.Delete(found, k, k+1)
			}
			session(t, "--fix=all", "--no-cache", "--exit-zero", "--quiet", f.file)
			now, err := os.ReadFile(f.file)
			if err != nil {
				t.Fatal(err)
			}
			if !f.fixed && string(now) != string(content) {
				t.Errorf("a fix changes it:\n%s", now)
			}
			if problems := differences(f.file, content, now); len(problems) > 0 {
				t.Errorf("a fix damages it:\n%s", strings.Join(problems, "\n"))
			}
		})
	}
}
