package config

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the recorded errors")

// TestMistakesAreReportedWithPlaceAndRemedy runs testdata/errors.txtar: each file
// NAME.yml is followed by NAME.txt, what the resolver says about it.
func TestMistakesAreReportedWithPlaceAndRemedy(t *testing.T) {
	name := filepath.Join("testdata", "errors.txtar")
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]string{}
	var out []txtar.File
	for _, f := range archive.Files {
		if stem, ok := strings.CutSuffix(f.Name, ".txt"); ok {
			wanted[stem] = string(f.Data)
		}
	}
	for _, f := range archive.Files {
		stem, ok := strings.CutSuffix(f.Name, ".yml")
		if !ok {
			continue
		}
		problems := resolver(t, Flags{}).Check(Parse(f.Name, f.Data, Place{Dir: "/site"})).Problems
		got := "no error\n"
		if len(problems) > 0 {
			got = problems.Error() + "\n"
		}
		out = append(out, f, txtar.File{Name: stem + ".txt", Data: []byte(got)})
		if got != wanted[stem] && !*update {
			t.Errorf("%s:\ngot\n%swant\n%s", f.Name, got, wanted[stem])
		}
		if len(problems) == 0 {
			t.Errorf("%s: no problem", f.Name)
		}
	}
	if *update {
		archive.Files = out
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNearestFindsTyposOnly(t *testing.T) {
	names := []string{"long-headline", "missing-alt", "warning", "off"}
	for in, want := range map[string]string{
		"long_headline": "long-headline", "longheadline": "long-headline", "mising-alt": "missing-alt",
		"warn": "", "warnin": "warning", "of": "off", "x": "", "Missing-Alt": "missing-alt",
		strings.Repeat("a", 10_000): "",
	} {
		if got := Nearest(in, names); got != want {
			t.Errorf("%.20q: %q, want %q", in, got, want)
		}
	}
}

func FuzzConfig(f *testing.F) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "errors.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	f.Add([]byte("profile: news\nrules: {long-headline: {max: 3}}\noverrides: [{files: a/*, rules: {missing-alt: off}}]"))
	r := resolver(f, Flags{})
	f.Fuzz(func(t *testing.T, content []byte) {
		c := Parse("a.yml", content, Place{Dir: "/site"})
		problems := c.Problems()
		if len(problems) == 0 {
			problems = r.Check(c).Problems
			for _, s := range []string{"/site/a.md", "/site/x/y/b.html", "/c.md"} {
				c.matching(s)
			}
		}
		c.Rules()
		if !within("/site", c.root) {
			t.Errorf("root %q", c.root)
		}
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 || p.Message == "" || strings.ContainsAny(p.Message, "\n\x1b") {
				t.Errorf("problem %+q", p)
			}
		}
	})
}
