package config

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/parse"
)

// assigned writes the keyphrases that the settings give a draft.
func assigned(s *Settings, file, slug string) string {
	o := s.ParseOf(file)
	if o.Assigned == nil {
		return "no map"
	}
	k := o.Assigned(slug)
	return k.Primary + fmt.Sprintf(" %q", k.Secondary)
}

const csvMap = "\ufeffPath,slug,Primary,secondary,secondary\r\n" +
	"posts/budget.md,,city budget,council spending; library cuts,tax\r\n" +
	"\r\n" +
	",night-buses,\"night buses, free\"\r\n" +
	"./guides/trams.md,trams,tram tickets,,\r\n"

const yamlMap = `
posts/budget.md: {primary: city budget, secondary: [council spending, library cuts, tax]}
night-buses: {primary: "night buses, free"}
./guides/trams.md: tram tickets
/trams/: tram tickets
`

func TestTheMapOfKeyphrasesIsFoundByPathOrSlug(t *testing.T) {
	for name, content := range map[string]string{"map.csv": csvMap, "map.yml": yamlMap} {
		f := parsed(map[string]string{"content/.copychief.yml": "keyphrases: ../seo/" + name, "seo/" + name: content})
		s := holds(t, resolver(t, Flags{}), f, "content/posts/budget.md")
		for _, c := range []struct{ file, slug, want string }{
			{"posts/budget.md", "", `city budget ["council spending" "library cuts" "tax"]`},
			{"posts/budget.md", "night-buses", `city budget ["council spending" "library cuts" "tax"]`},
			{"posts/2024-01-02-night-buses.md", "", `night buses, free []`},
			{"posts/a.md", "night-buses", `night buses, free []`},
			{"posts/a.md", "/2024/night-buses/", `night buses, free []`},
			{"night-buses/index.md", "", `night buses, free []`},
			{"guides/trams.md", "", `tram tickets []`},
			{"trams.html", "", `tram tickets []`},
			{"other.md", "", ` []`},
		} {
			if got := assigned(s, path.Join("/site/content", c.file), c.slug); got != c.want {
				t.Errorf("%s: %s with slug %q has %s, want %s", name, c.file, c.slug, got, c.want)
			}
		}
	}
	if got := assigned(holds(t, resolver(t, Flags{}), NoFile("/site"), "a.md"), "a.md", ""); got != "no map" {
		t.Error(got)
	}
}

func TestMistakesInTheMapOfKeyphrasesHaveTheirPlace(t *testing.T) {
	const header = "path,primary,secondary\n"
	for _, c := range []struct{ name, content, want string }{
		{"m.csv", "path,primry\na,b\n", "m.csv:1:6: unknown column “primry”; did you mean “primary”? Allowed: path, slug, primary, secondary"},
		{"m.csv", "path;primary\na;b\n", "m.csv:1:1: columns must be separated by commas"},
		{"m.csv", "path,secondary\na,b\n", "m.csv:1:1: the first line names the columns: path or slug, primary, and secondary where there are any"},
		{"m.csv", "path,slug,path,primary\n", "m.csv:1:11: column “path” is repeated"},
		{"m.csv", header + "é.md,x\né.md,y\n", "m.csv:3:1: “é.md” is already on line 2"},
		{"m.csv", header + "é.md,x,y,z\n", "m.csv:2:10: this row has 4 columns, the header 3; put text with commas between quotation marks"},
		{"m.csv", header + "a.md,\n", "m.csv:2:1: “a.md” has no primary keyphrase"},
		{"m.csv", header + ",x\n", "m.csv:2:1: this row names no article, neither by path nor by slug"},
		{"m.csv", header + "a,\"x\ny\n", "m.csv:3:2: not valid CSV: extraneous or missing \" in quoted-field"},
		{"m.csv", header + "a,x\x1by\n", "m.csv:2:3: “x\\x1by” contains characters that cannot be printed"},
		{"m.csv", "\xff", "m.csv:1:1: the file is not UTF-8; save it in UTF-8"},
		{"m.yml", "a: x\nb: {primry: x}\n", "m.yml:2:5: unknown key “primry” in “b”; did you mean “primary”? Allowed: primary, secondary"},
		{"m.yml", "a: x\na: y\n", "m.yml:2:1: key “a” is already on line 1"},
		{"m.yml", "a: x\n./a: y\n", "m.yml:2:1: “./a” is already on line 1"},
		{"m.yml", "a: {secondary: [x]}\n", "m.yml:1:1: “a” has no primary keyphrase"},
		{"m.yml", "a: [x]\n", "m.yml:1:4: “a” must be keys and values, not a list"},
		{"m.yml", "a:\n", "m.yml:1:3: “a” must be text, not nothing"},
		{"m.yml", "a: " + strings.Repeat("x", 201), "m.yml:1:4: “" + strings.Repeat("x", 60) + "…” is too long for a keyphrase; use at most 200 bytes"},
	} {
		f := parsed(map[string]string{".copychief.yml": "keyphrases: " + c.name, c.name: c.content})
		if got := f.Problems().Error(); got != c.want {
			t.Errorf("%q:\ngot  %v\nwant %s", c.content, got, c.want)
		}
	}
}

func TestAMapOfKeyphrasesIsAFileOfTheRepository(t *testing.T) {
	for value, want := range map[string]string{
		"../map.csv": "leads out of the repository", "/map.csv": "leads out of the repository",
		"gone.csv": "file does not exist", "map.txt": "must be a .csv, .yml or .yaml file", "folder.csv": "not a regular file", "big.csv": "at most",
	} {
		f := parsed(map[string]string{".copychief.yml": "keyphrases: " + value, "folder.csv/x": "", "big.csv": strings.Repeat("x", mapSize+1)})
		if got := f.Problems().Error(); !strings.Contains(got, want) || !strings.HasPrefix(got, ".copychief.yml:1:13: keyphrases “") {
			t.Errorf("%s: %s", value, got)
		}
	}
	if got := Parse("c.yml", []byte("keyphrases: a.csv"), Place{}).Problems().Error(); !strings.HasSuffix(got, "file does not exist") {
		t.Errorf("without files: %s", got)
	}
}

func FuzzKeyphraseMap(f *testing.F) {
	for _, s := range []string{csvMap, yamlMap, "path,primary\n\"a\nb\",c\n", "a: &x [*x]", "slug,primary\né,\"", "\xff", "slug,primary,secondary\na,b,;;c\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, read := range []func(*mapReader, []byte){(*mapReader).csv, (*mapReader).yaml} {
			d := &decoder{File: "a.yml"}
			m := readKeyphrases(d, "map", "/site", content, read)
			for _, p := range d.Problems {
				if p.Line < 1 || p.Column < 1 || p.Line > len(content)+1 || p.Message == "" || strings.ContainsAny(p.Message, "\n\x1b") {
					t.Errorf("problem %+q", p)
				}
			}
			if len(d.Problems) > mapProblems {
				t.Errorf("%d problems", len(d.Problems))
			}
			for key, k := range m.of {
				phrases := append([]string{k.Primary}, k.Secondary...)
				for _, p := range phrases {
					if p == "" || len(p) > mapPhrase || strings.ContainsAny(p, "\n\r\x1b") {
						t.Errorf("%q: %q", key, phrases)
					}
				}
				if got := m.lookup("/site/"+key, ""); key == filepath.ToSlash(filepath.Clean(key)) && got.Primary == "" {
					t.Errorf("%q is not found", key)
				}
			}
			_ = parse.Options{Assigned: func(slug string) parse.Keyphrases { return m.lookup("/site/x.md", slug) }}
		}
	})
}
