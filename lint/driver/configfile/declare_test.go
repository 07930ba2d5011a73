package configfile

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// houseRules declares a rule for each name with “house-” that the root speaks of.
func houseRules(root *config.File) (d Declared, err error) {
	for _, name := range root.Rules() {
		if strings.HasPrefix(name, "house-") {
			d.Rules = append(d.Rules, rule(name, lint.Advice))
		}
	}
	return d, nil
}

func TestTheConfigurationOfTheRootDeclaresRules(t *testing.T) {
	dir := tree(t, map[string]string{
		"repo/.git/": "", "repo/.copychief.yml": "rules: {house-style: error}", "repo/posts/": "",
		"repo/news/.copychief.yml": "rules: {house-style: warning}",
		"repo/old/.copychief.yml":  "rules: {house-rules: off}",
	})
	for _, from := range []string{"repo", "repo/news", "repo/posts"} {
		l := loader(t, Options{Declare: houseRules, Flags: config.Flags{Rules: map[string]string{"missing-alt": "off"}}}, filepath.Join(dir, from))
		if !l.Knows("house-style") || len(l.Rules()) != 3 {
			t.Fatalf("from %s: %d rules", from, len(l.Rules()))
		}
		for file, want := range map[string]string{
			"repo/a.md": "long-headline warning, house-style error!", "repo/posts/a.md": "long-headline warning, house-style error!",
			"repo/news/a.md": "long-headline warning, house-style warning!",
			"other/a.md":     "long-headline warning, house-style advice", // a run has one list of rules
		} {
			if got := summary(holds(t, l, dir, file)); got != want {
				t.Errorf("from %s, %s: %s\nwant %s", from, file, got, want)
			}
		}
		_, err := l.For(filepath.Join(dir, "repo/old/a.md"))
		if err == nil || !strings.Contains(err.Error(), "unknown rule “house-rules”. Allowed: long-headline, missing-alt, house-style") {
			t.Errorf("a name that the root does not declare: %v", err)
		}
	}
	if _, err := loader(t, Options{}, filepath.Join(dir, "repo")).For(filepath.Join(dir, "repo/a.md")); err == nil {
		t.Error("the rule is known although nobody declares it")
	}
}

// Flags are checked against the final list.
func TestFlagsMayNameADeclaredRule(t *testing.T) {
	dir := tree(t, map[string]string{".copychief.yml": "rules: {house-style: error}", "mine.yml": "rules: {house-spelling: off}"})
	for file, flags := range map[string]config.Flags{
		"":         {Only: []string{"house-style"}},
		"mine.yml": {Rules: map[string]string{"house-spelling": "warning"}},
	} {
		l := loader(t, Options{Flags: flags, File: file, Declare: houseRules}, dir)
		if s := holds(t, l, dir, "a.md"); !strings.Contains(summary(s), "house-") {
			t.Errorf("%q: %s", file, summary(s))
		}
	}
}

func TestTheRootIsKnownBeforeAnythingIsResolved(t *testing.T) {
	dir := tree(t, map[string]string{".git/": "", ".copychief.yml": "rules: {house-style: loud}", "posts/": ""})
	calls := 0
	o := Options{Declare: func(root *config.File) (Declared, error) {
		calls++
		if len(root.Problems()) > 0 {
			t.Errorf("nothing is wrong with the structure: %v", root.Problems())
		}
		return houseRules(root)
	}}
	l := loader(t, o, filepath.Join(dir, "posts"))
	if calls != 1 || !strings.Contains(fmt.Sprint(l.Files()), filepath.Join(dir, ".copychief.yml")) {
		t.Errorf("%d calls; reads %v", calls, l.Files())
	}
	if _, err := l.For(filepath.Join(dir, "posts/a.md")); err == nil || !strings.Contains(err.Error(), "“loud” is not a severity") {
		t.Errorf("the severity is resolved under the declared rule: %v", err)
	}
	o.None = true
	if loader(t, o, dir); calls != 1 {
		t.Error("a file is read although none is to be")
	}
}

func TestDeclarationsOfRulesMustBeValid(t *testing.T) {
	for content, want := range map[string]string{
		"rulez: {house-style: off}":    ".copychief.yml:1:1: unknown key “rulez”",
		"rules: {missing-alt: off}":    ".copychief.yml declares a rule “missing-alt”, but there is already one with this name",
		"rules: {house-style: off}":    "the terms are missing",
		"overrides: [{files: [/a/b]}]": ".copychief.yml:1:22: “/a/b”",
	} {
		dir := tree(t, map[string]string{".copychief.yml": content})
		_, err := NewLoader(testRules(), Options{Flags: config.Flags{Dir: dir}, Declare: func(root *config.File) (Declared, error) {
			if root.Rules()[0] == "house-style" {
				return Declared{}, errors.New("the terms are missing")
			}
			return Declared{Rules: testRules()[1:]}, nil
		}})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", content, err)
		}
	}
}
