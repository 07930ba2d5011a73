package house_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/rules"
)

var update = flag.Bool("update", false, "rewrite the recorded findings and errors")

// load reads the rules that a configuration declares, with the other files of the
// repository.
func load(content string, files fstest.MapFS) (*config.File, *house.Set, error) {
	f := config.Parse(".copychief.yml", []byte(content), config.Place{Files: files})
	if problems := f.Problems(); len(problems) > 0 {
		return f, &house.Set{}, problems
	}
	set, err := house.Load(f, append(rules.All(), engine.Rules()...))
	return f, set, err
}

// check runs the declared rules on drafts and returns the findings as lines, and the
// drafts after the first fixes.
func check(t testing.TB, content string, files fstest.MapFS, drafts []txtar.File) string {
	t.Helper()
	f, set, err := load(content, files)
	if err != nil {
		t.Fatal(err)
	}
	return findings(t, f, set, files, drafts)
}

// findings runs the rules of a set on drafts.
func findings(t testing.TB, f *config.File, set *house.Set, files fstest.MapFS, drafts []txtar.File) string {
	t.Helper()
	resolver, err := config.NewResolver(set.Rules, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	runner, err := engine.New(set.Rules, resolver)
	if err != nil {
		t.Fatal(err)
	}
	var list []engine.Draft
	for _, d := range drafts {
		settings, err := resolver.For(f, d.Name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, engine.Draft{Path: d.Name, Name: d.Name, Files: files, Content: d.Data, Settings: settings})
	}
	result, err := runner.Run(context.Background(), false, list...)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for f := range result.Findings.All() {
		fmt.Fprintf(&b, "%s:%d:%d %s %s: %s\n", f.Path, f.From.Line, f.From.Column, f.Severity, f.Rule, f.Message)
		for _, x := range f.Fixes {
			safe := "unsafe"
			if x.Safe {
				safe = "safe"
			}
			fmt.Fprintf(&b, "\tfix (%s): %s", safe, x.Title)
			if x.Doubt != "" {
				fmt.Fprintf(&b, "; %s", x.Doubt)
			}
			b.WriteByte('\n')
		}
		if f.Unfixed != "" {
			fmt.Fprintf(&b, "\tno fix: %s\n", f.Unfixed)
		}
	}
	for _, s := range result.Skipped {
		fmt.Fprintf(&b, "skipped: %s: %s\n", s.Rule, s.Reason)
	}
	return b.String()
}

// TestTheKindsFindWhatIsDocumented runs testdata/*.txtar: a .copychief.yml, other files under
// house/, drafts, and the recorded findings. All is written by hand but the findings.
func TestTheKindsFindWhatIsDocumented(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		if filepath.Base(name) == "mistakes.txtar" {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var content, want string
			var drafts []txtar.File
			files := fstest.MapFS{}
			for _, f := range archive.Files {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
				switch {
				case f.Name == ".copychief.yml":
					content = string(f.Data)
				case f.Name == "findings":
					want = string(f.Data)
				case strings.HasSuffix(f.Name, ".md"):
					drafts = append(drafts, f)
				}
			}
			got := check(t, content, files, drafts)
			if *update {
				for i := range archive.Files {
					if archive.Files[i].Name == "findings" {
						archive.Files[i].Data = []byte(got)
					}
				}
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestMistakesAreReportedWithPlaceAndRemedy runs testdata/mistakes.txtar: each NAME.yml is a
// configuration, and NAME.txt what is said about it. Files under style/ are there for all.
func TestMistakesAreReportedWithPlaceAndRemedy(t *testing.T) {
	const name = "testdata/mistakes.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files, wanted := fstest.MapFS{"style/latin.yml": {Data: []byte("house: {caf\xe9: {phrases: [a]}}")}}, map[string]string{}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "style/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		if stem, ok := strings.CutSuffix(f.Name, ".txt"); ok {
			wanted[stem] = string(f.Data)
		}
	}
	var out []txtar.File
	for _, f := range archive.Files {
		stem, ok := strings.CutSuffix(f.Name, ".yml")
		if !ok || strings.HasPrefix(f.Name, "style/") {
			if !strings.HasSuffix(f.Name, ".txt") {
				out = append(out, f)
			}
			continue
		}
		_, set, err := load(string(f.Data), files)
		got := "no error\n"
		if err != nil {
			got = err.Error() + "\n"
		}
		if err != nil && len(set.Rules) > 0 {
			t.Errorf("%s: there is an error, and %d rules", stem, len(set.Rules))
		}
		out = append(out, f, txtar.File{Name: stem + ".txt", Data: []byte(got)})
		if !*update && got != wanted[stem] {
			t.Errorf("%s\ngot  %s\nwant %s", stem, got, wanted[stem])
		}
	}
	if *update {
		archive.Files = out
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAPackMustBeInTheRepository(t *testing.T) {
	for _, path := range []string{"../secret.yml", "/etc/passwd.yml", `..\secret.yml`, "style/../../secret.yml"} {
		_, _, err := load("packs: ['"+path+"']", fstest.MapFS{})
		if err == nil || !strings.Contains(err.Error(), "lies outside the repository") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestTheLimitsHold(t *testing.T) {
	many := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, line, i)
		}
		return b.String()
	}
	files := fstest.MapFS{"big.yml": {Data: []byte("about: " + strings.Repeat("x", 3<<20))}}
	for i := range 210 {
		files[fmt.Sprintf("style/%03d.yml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "house: {r-%d: {phrases: [word%d]}}", i, i)}
	}
	for content, want := range map[string]string{
		"packs: [big.yml]":     "has 3145735 bytes; at most 2097152 are read",
		"packs: [style/*.yml]": "more than 200 packs and glossaries",
		"house:\n" + many(2001, "  r-%d: {phrases: [a]}\n"):           "more than 2000 rules",
		"house:\n  r:\n    phrases:\n" + many(60_000, "    - w%d\n"):  "more than 400000 forms",
		"house: {r: {pattern: '(a{900}){900}'}}":                      "the pattern cannot be read",
		"house: {r: {pattern: '(abcdefghijklmn){500}'}}":              "too large once its repetitions",
		"house: {r: {pattern: '" + strings.Repeat("a", 1001) + "'}}":  "1001 bytes, and 1000 are the most",
		"house: {r: {phrases: ['" + strings.Repeat("a", 201) + "']}}": "is too long; 200 bytes",
	} {
		_, set, err := load(content, files)
		if err == nil || !strings.Contains(err.Error(), want) || len(set.Rules) > 0 {
			t.Errorf("%.40s: %.300v\nwant %s", content, err, want)
		}
	}
}

func TestTheDigestIsOfAllThatARuleIsMadeFrom(t *testing.T) {
	digest := func(content string, files fstest.MapFS) string {
		_, set, err := load(content, files)
		if err != nil {
			t.Fatal(err)
		}
		return set.Rules[0].Digest
	}
	const rule = "house: {a: {glossary: t.csv}}"
	one := digest(rule, fstest.MapFS{"t.csv": {Data: []byte("right\nGitHub\n")}})
	if one == digest(rule, fstest.MapFS{"t.csv": {Data: []byte("right\nGitLab\n")}}) {
		t.Error("another glossary, the same digest")
	}
	if one != digest("# a comment\n"+rule+"\n", fstest.MapFS{"t.csv": {Data: []byte("right\nGitHub\n")}}) {
		t.Error("a comment changes the digest")
	}
	pack := func(text string) fstest.MapFS { return fstest.MapFS{"p.yml": {Data: []byte(text)}} }
	if digest("packs: [p.yml]", pack("house: {a: {phrases: [x]}}")) == digest("packs: [p.yml]", pack("severity: error\nhouse: {a: {phrases: [x]}}")) {
		t.Error("another default of the pack, the same digest")
	}
}

func TestAConfigurationWithoutHouseRulesDeclaresNone(t *testing.T) {
	_, set, err := load("rules: {missing-alt: off}", nil)
	if err != nil || len(set.Rules) != 0 {
		t.Errorf("%v, %v", set.Rules, err)
	}
	var problems config.Problems
	if _, _, err := load("house: {x: {}}", nil); !errors.As(err, &problems) {
		t.Errorf("%v", err)
	}
}
