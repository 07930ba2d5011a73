package cmd

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/completion"
	"github.com/copychief/copychief/rules"
)

// answer returns the answer for completion scripts: the first line, and the words.
func answer(t *testing.T, words ...string) (first string, fits []string) {
	t.Helper()
	var out, problems bytes.Buffer
	app := &App{Stdout: &out, Stderr: &problems, Rules: rules.All()}
	if code := app.Run(t.Context(), append([]string{"copychief", completion.Command}, words...)); code != 0 || problems.Len() > 0 {
		t.Fatalf("%q: exit code %d, %s", words, code, &problems)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for _, line := range lines[1:] {
		word, _, _ := strings.Cut(line, "\t")
		fits = append(fits, word)
	}
	return lines[0], fits
}

func TestCompletionsAreWhatIsAllowedThere(t *testing.T) {
	for typed, want := range map[string]struct{ first, has, lacks string }{
		":":                          {"drafts\tspace\t", "check explain completion", "--format news long-headline"},
		"help :":                     {"drafts\tspace\t", "check explain", ""},
		":--":                        {"none\tspace\t", "--format --fix --fix=all --version --help", "check"},
		"inspect :--":                {"none\tspace\t", "--format --keyphrase", "--fix --version"},
		"-- :--":                     {"drafts\tspace\t", "", "--format"},
		"a.md :":                     {"drafts\tspace\t", "", "check"},
		"check :":                    {"drafts\tspace\t", "", "check"},
		"rules :":                    {"none\tspace\t", "", "check long-headline"},
		"explain :long-":             {"none\tspace\t", "long-headline", "thin-article headline"},
		"completion :":               {"none\tspace\t", "bash zsh fish powershell", ""},
		"--quiet :":                  {"drafts\tspace\t", "check", ""},
		"--fix :":                    {"drafts\tspace\t", "check", "all"},
		"--format :":                 {"none\tspace\t", "text sarif markdown", "check"},
		":--format=j":                {"none\tspace\t--format=", "--format=json --format=junit", "--format=text json"},
		"--format :sarif=o":          {"files\tspace\tsarif=", "", "sarif"},
		":--format=sarif=o":          {"files\tspace\t--format=sarif=", "", "sarif"},
		"rules --format :":           {"none\tspace\t", "text json", "sarif"},
		"--fail-on :":                {"none\tspace\t", "error never", ""},
		"--profile :":                {"none\tspace\t", "news blog evergreen docs", ""},
		":--fix=":                    {"none\tspace\t--fix=", "--fix=all", ""},
		"-o :":                       {"files\tspace\t", "", ""},
		"--site :":                   {"folders\tspace\t", "", ""},
		"--keyphrase :":              {"none\tspace\t", "", ""},
		"--only :":                   {"none\tspace\t", "headline links long-headline", ""},
		"--only :links,li":           {"none\tspace\tlinks,", "", "links,links"},
		"--only :a,long-":            {"none\tspace\ta,", "a,long-headline", "long-headline"},
		"--rule :long-":              {"none\tnospace\t", "long-headline=", "long-headline"},
		"--rule :long-headline=":     {"none\tspace\tlong-headline=", "long-headline=off long-headline=warning", ""},
		":--rule=a=off,long-alt=w":   {"none\tspace\t--rule=a=off,long-alt=", "--rule=a=off,long-alt=warning", ""},
		"--nonsense :":               {"drafts\tspace\t", "check", ""},
		":--nonsense=":               {"none\tspace\t", "", ""},
		"check a.md --keyphrase b :": {"drafts\tspace\t", "", "check"},
	} {
		first, fits := answer(t, strings.Fields(typed)...)
		if first != want.first {
			t.Errorf("%s: %q, want %q", typed, first, want.first)
		}
		for _, word := range strings.Fields(want.has) {
			if !slices.Contains(fits, word) {
				t.Errorf("%s: lacks %s: %s", typed, word, fits)
			}
		}
		for _, word := range strings.Fields(want.lacks) {
			if slices.Contains(fits, word) {
				t.Errorf("%s: has %s", typed, word)
			}
		}
	}
	if first, _ := answer(t); first != "none\tspace\t" {
		t.Errorf("nothing asked: %q", first)
	}
}

// The words come from what help says of a flag. They must be those that the command
// allows, which its error about another one lists.
func TestCompletionsOfValuesAreThoseThatAreAllowed(t *testing.T) {
	t.Chdir(t.TempDir())
	checked := 0
	everyCommand((&session{App: &App{}, rules: newRuleset(nil)}).commands().Subcommands, nil, func(c *cli.Command, words []string) {
		for _, f := range c.Flags {
			name := "--" + f.Names()[0]
			_, fits := answer(t, slices.Concat(words, []string{name, ":"})...)
			_, placeholder, _ := commandline.Described(f)
			if commandline.StandsAlone(f) || len(fits) == 0 || strings.HasPrefix(placeholder, " RULES") || strings.Contains(placeholder, "=") {
				continue
			}
			checked++
			var problems bytes.Buffer
			app := &App{Stdout: &problems, Stderr: &problems, Rules: rules.All()}
			args := slices.Concat([]string{"copychief"}, words, []string{name, "no-such-value"})
			for placeholder, argument := range map[string]string{"PATH": ".", "RULE": "missing-alt"} {
				if strings.Contains(c.UsageText, placeholder) {
					args = append(args, argument)
				}
			}
			if code := app.Run(t.Context(), args); code != ExitTrouble {
				t.Errorf("%v %s: exit code %d", words, name, code)
			}
			_, allowed, _ := strings.Cut(strings.TrimRight(problems.String(), ")\n"), "llowed: ")
			got, want := slices.Sorted(slices.Values(fits)), slices.Sorted(slices.Values(strings.Split(allowed, ", ")))
			if !slices.Equal(got, want) {
				t.Errorf("%v %s: completed are %s, but it says: %s", words, name, got, &problems)
			}
		}
	})
	if checked < 8 {
		t.Errorf("%d flags with words found", checked)
	}
}

func TestEveryValueCanBeCompletedOrIsFree(t *testing.T) {
	free := []string{"N", "PHRASE", "NAME", "REV", "BRANCH", "DAYS", "DURATION", "URL", "HOST", "HOUSE-RULE"} // no house rule is declared here
	everyCommand((&session{App: &App{}, rules: newRuleset(nil)}).commands().Subcommands, nil, func(c *cli.Command, words []string) {
		for _, f := range c.Flags {
			name := "--" + f.Names()[0]
			_, placeholder, _ := commandline.Described(f)
			first, fits := answer(t, slices.Concat(words, []string{name, ":"})...)
			if !commandline.StandsAlone(f) && strings.HasPrefix(first, "none") && len(fits) == 0 && !slices.Contains(free, strings.TrimSpace(placeholder)) {
				t.Errorf("%v %s %s: nothing is completed", words, name, placeholder)
			}
		}
	})
}
