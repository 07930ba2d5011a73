package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest"
	"github.com/copychief/copychief/rules"
)

var update = linttest.Update()

// TestRules runs the examples of every rule, and detects rules that are not listed: a
// txtar file that no listed rule embeds.
func TestRules(t *testing.T) {
	byDocs := map[string]*lint.Rule{}
	for _, r := range rules.All() {
		byDocs[r.Docs] = r
	}
	files, err := filepath.Glob("*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no rules found: %v", err)
	}
	for _, file := range files {
		docs, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rule := byDocs[string(docs)]
		if rule == nil {
			t.Errorf("%s belongs to no rule in rules.All()", file)
			continue
		}
		delete(byDocs, rule.Docs)
		t.Run(rule.Name, func(t *testing.T) {
			if string(rule.Family) != filepath.Dir(file) {
				t.Errorf("family %s stands in folder %s", rule.Family, filepath.Dir(file))
			}
			linttest.Run(t, rule, file, *update)
		})
	}
	for _, r := range byDocs {
		t.Errorf("%s embeds no txtar of its folder", r.Name)
	}
}

// TestRuleFilesHaveExamples detects a rule without a txtar file.
func TestRuleFilesHaveExamples(t *testing.T) {
	declares := regexp.MustCompile(`(?m)^var \w+ = &lint\.Rule\{`)
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !declares.Match(source) {
			continue
		}
		if txtar := file[:len(file)-len(".go")] + ".txtar"; !exists(txtar) {
			t.Errorf("%s declares a rule and has no %s beside it", file, txtar)
		}
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func TestNamesAreUniqueAndFamiliesTogether(t *testing.T) {
	seen := map[string]bool{}
	families := map[lint.Family]bool{}
	var last lint.Family
	for _, r := range rules.All() {
		if seen[r.Name] {
			t.Errorf("%s is listed twice", r.Name)
		}
		seen[r.Name] = true
		if r.Family != last && families[r.Family] {
			t.Errorf("%s stands apart from its family %s", r.Name, r.Family)
		}
		families[r.Family], last = true, r.Family
	}
}
