package config_test

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/rules"
)

// A profile is read leniently, since a loader may be given a few rules only, so
// that a name which no rule bears would go unnoticed.
func TestProfilesNameRulesThatExist(t *testing.T) {
	known := map[string]bool{}
	for _, r := range rules.All() {
		known[r.Name] = true
	}
	for _, name := range config.Profiles {
		var p struct {
			Rules map[string]yaml.Node `yaml:"rules"`
		}
		if err := yaml.Unmarshal([]byte(config.Profile(name)), &p); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if name != config.Profiles[0] && len(p.Rules) == 0 {
			t.Errorf("profile %s says nothing", name)
		}
		for rule := range p.Rules {
			if !known[rule] {
				t.Errorf("profile %s: there is no rule %s", name, rule)
			}
		}
	}
}

// A line that repeats a default reads as a decision and is none.
func TestProfilesListOnlyDifferencesFromTheDefaults(t *testing.T) {
	usual := map[string]string{}
	for _, r := range rules.All() {
		if usual[r.Name] = r.Severity.String(); r.Off {
			usual[r.Name] = "off"
		}
	}
	for _, name := range config.Profiles {
		var p struct {
			Rules map[string]yaml.Node `yaml:"rules"`
		}
		if err := yaml.Unmarshal([]byte(config.Profile(name)), &p); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for rule, value := range p.Rules {
			if value.Value == usual[rule] {
				t.Errorf("profile %s: %s is %s by default", name, rule, value.Value)
			}
		}
	}
}

func TestProfilesAreValidWithAllRules(t *testing.T) {
	count := map[string]int{}
	for _, name := range config.Profiles {
		resolver, err := config.NewResolver(rules.All(), config.Flags{Profile: name})
		if err != nil {
			t.Fatal(err)
		}
		s, err := resolver.For(config.NoFile("."), "a.md")
		if err != nil {
			t.Errorf("profile %s: %v", name, err)
			continue
		}
		count[name] = len(s.Rules)
		for _, r := range s.Rules {
			if r.Explicit {
				t.Errorf("profile %s: %s counts as the writer's own word", name, r.Rule.Name)
			}
		}
	}
	if count["docs"] >= count["blog"] {
		t.Errorf("docs ask for no less than blog: %v", count)
	}
}

func TestConfiguredRulesOverrideTheProfileOfAnOverride(t *testing.T) {
	content := strings.Join([]string{
		"extends: evergreen", "rules: {missing-sources: error}",
		"overrides: [{files: 'docs/**', profile: docs}]",
	}, "\n")
	f := config.Parse(".copychief.yml", []byte(content), config.Place{})
	resolver, err := config.NewResolver(rules.All(), config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"a.md":      "missing-sources error, thin-article warning, short-description warning",
		"docs/a.md": "missing-sources error",
	} {
		s, err := resolver.For(f, file)
		if err != nil {
			t.Fatal(err)
		}
		on := map[string]string{}
		for _, r := range s.Rules {
			on[r.Rule.Name] = r.Rule.Name + " " + r.Severity.String()
		}
		var got []string
		for _, name := range []string{"missing-sources", "thin-article", "short-description"} {
			if on[name] != "" {
				got = append(got, on[name])
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %v, want %s", file, got, want)
		}
	}
}
