package docs_test

import (
	"os"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/driver/configfile"
)

const (
	profilesPage  = "../../docs/profiles.md"
	profilesBegin = "<!-- profiles: made by `go test ./lint/docs -update` -->\n"
	profilesEnd   = "<!-- profiles end -->\n"
)

// underProfile returns the setting of a rule in a profile, as in a run.
func underProfile(t *testing.T) func(string, *lint.Rule) docs.Standing {
	t.Helper()
	all := all()
	stands := map[string]map[string]docs.Standing{}
	for _, name := range config.Profiles {
		loader, err := configfile.NewLoader(all, configfile.Options{Flags: config.Flags{Profile: name}, None: true})
		if err != nil {
			t.Fatal(err)
		}
		s, err := loader.For("/nowhere/a.md")
		if err != nil {
			t.Fatal(err)
		}
		stands[name] = map[string]docs.Standing{}
		for _, set := range s.Rules {
			options := docs.OptionsOf(set.Checker)
			if set.Site != nil {
				options = docs.OptionsOf(set.Site)
			}
			stands[name][set.Rule.Name] = docs.Standing{Severity: set.Severity, Options: options}
		}
	}
	return func(profile string, r *lint.Rule) docs.Standing {
		if s, runs := stands[profile][r.Name]; runs {
			return s
		}
		return docs.Standing{Severity: lint.Off}
	}
}

func TestTableOfProfilesIsUpToDate(t *testing.T) {
	text, err := os.ReadFile(profilesPage)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), profilesBegin)
	_, after, closed := strings.Cut(rest, profilesEnd)
	if !ok || !closed {
		t.Fatalf("docs/profiles.md lacks %q or %q", profilesBegin, profilesEnd)
	}
	table := docs.Profiles(all(), config.Profiles, underProfile(t))
	keep(t, profilesPage, before+profilesBegin+table+"\n"+profilesEnd+after)
}

func TestTableOfProfilesShowsWhatDiffers(t *testing.T) {
	table := docs.Profiles(all(), config.Profiles, underProfile(t))
	for _, want := range []string{
		"| [thin-article](rules/thin-article.md) | off | **warning** | **warning** | off |\n",
		"| [long-paragraph](rules/long-paragraph.md) | advice | advice, **`max: 100`** | advice | advice |\n",
		"| [relative-date](rules/relative-date.md) | off | off | **warning** | **warning** |\n",
		"| [missing-headline](rules/missing-headline.md) | warning | warning | warning | warning |\n",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("lacks %q", want)
		}
	}
}
