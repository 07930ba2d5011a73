package importer_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/importer"
	"github.com/copychief/copychief/rules"
)

var update = flag.Bool("update", false, "rewrite the recorded packs")

func read(t *testing.T, archive *txtar.Archive) *importer.Import {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	im, err := importer.Read(files, ".", append(rules.All(), engine.Rules()...))
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// More than nine in ten of the rules of testdata/styles.txtar are translated, and all packs
// together load as the packs of one repository do.
func TestNineInTenRulesAreTranslated(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/styles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	im := read(t, archive)
	if im.Total < 150 || im.Done*10 < im.Total*9 {
		t.Errorf("%d of %d rules are translated", im.Done, im.Total)
	}
	packs, count, left := fstest.MapFS{}, 0, 0
	for _, p := range im.Packs {
		content, err := p.YAML()
		if err != nil {
			t.Fatal(err)
		}
		packs["style/"+p.Name+".yml"] = &fstest.MapFile{Data: content}
		count += len(p.Rules)
		left += len(p.Left)
	}
	f := config.Parse(".copychief.yml", []byte("packs: [style/*.yml]"), config.Place{Files: packs})
	set, err := house.Load(f, append(rules.All(), engine.Rules()...))
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Rules) != count {
		t.Errorf("%d rules, want %d", len(set.Rules), count)
	}
	if left < im.Total-im.Done {
		t.Errorf("%d rules are not translated, and %d reasons are given", im.Total-im.Done, left)
	}
	t.Logf("%d of %d rules in %d packs", im.Done, im.Total, len(im.Packs))
}

// TestARuleIsTranslatedAsRecorded runs testdata/translations.txtar: each source is followed
// by what it becomes.
func TestARuleIsTranslatedAsRecorded(t *testing.T) {
	const name = "testdata/translations.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]string{}
	for _, f := range archive.Files {
		if source, ok := strings.CutSuffix(f.Name, ".becomes"); ok {
			wanted[source] = string(f.Data)
		}
	}
	out := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".becomes") {
			continue
		}
		im := read(t, &txtar.Archive{Files: []txtar.File{f}})
		var b strings.Builder
		for _, p := range im.Packs {
			content, err := p.YAML()
			if err != nil {
				t.Fatal(err)
			}
			b.Write(content)
		}
		fmt.Fprintf(&b, "# %d of %d\n", im.Done, im.Total)
		out.Files = append(out.Files, f, txtar.File{Name: f.Name + ".becomes", Data: []byte(b.String())})
		if !*update && b.String() != wanted[f.Name] {
			t.Errorf("%s becomes\n%s\nwant\n%s", f.Name, b.String(), wanted[f.Name])
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNothingToImportIsAnError(t *testing.T) {
	for _, files := range []fstest.MapFS{{}, {"a.md": {Data: []byte("text")}}, {"a.yml": {Data: []byte("name: x")}}} {
		if _, err := importer.Read(files, ".", nil); err == nil || !strings.Contains(err.Error(), "nothing to import") {
			t.Errorf("%v: %v", files, err)
		}
	}
}

// Other files in a folder of Vale styles are not lists of words to avoid: what a package says about itself, and
// the words that a spelling dictionary accepts. A style with more tokens than an expression may have
// becomes several rules.
func TestOtherFilesInAFolderOfStylesAreNotLists(t *testing.T) {
	tokens := strings.Repeat("  - somewhat-long-token\n", 100)
	archive := txtar.Parse([]byte("-- a/Passive.yml --\nextends: existence\nmessage: x\nraw:\n  - (?:is|was)\\s\ntokens:\n" + tokens +
		"-- a/Twice.yml --\nextends: substitution\nmessage: x\nignorecase: true\nswap:\n  Angstrom: Ångström\n  angstrom: ångström\n" +
		"-- a/words.txt --\nkubectl\n-- a/meta.json --\n{\"feed\": \"x\", \"vale_version\": \"1\"}\n-- config/accept.txt --\nNode.js\n-- own/avoid.txt --\nblue sky\n"))
	im := read(t, archive)
	var got []string
	for _, p := range im.Packs {
		for _, r := range p.Rules {
			got = append(got, p.Name+"/"+r.Name)
		}
		for _, l := range p.Left {
			got = append(got, l.From+": "+l.Why)
		}
	}
	want := []string{
		"vale-a/a-passive", "vale-a/a-passive-2", "vale-a/a-passive-3", "vale-a/a-twice",
		"a/words.txt: it lists words for a spelling dictionary, and house rules have none",
		"vocabulary-accept/config-accept", "list-avoid/avoid",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func FuzzRead(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/styles.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Name, file.Data)
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		files := fstest.MapFS{}
		for _, ext := range []string{".yml", ".csv", ".txt", ".json"} {
			if strings.HasSuffix(name, ext) {
				files["a"+ext] = &fstest.MapFile{Data: content}
			}
		}
		im, err := importer.Read(files, ".", nil)
		if err != nil {
			return
		}
		if im.Done > im.Total || im.Done < 0 {
			t.Errorf("%d of %d rules", im.Done, im.Total)
		}
		for _, p := range im.Packs {
			if _, err := p.YAML(); err != nil {
				t.Error(err)
			}
		}
	})
}

// Accepted words of a vocabulary keep their capitals, wherever the vocabulary is, and are right for all rules that
// may find it.
func TestAcceptedWordsAreExceptions(t *testing.T) {
	style := "Style/%s.yml"
	im := read(t, txtar.Parse([]byte(
		"-- "+fmt.Sprintf(style, "Headings")+" --\nextends: capitalization\nmessage: x\nscope: heading\nmatch: $sentence\nexceptions: [Node.js]\n"+
			"-- "+fmt.Sprintf(style, "Pier")+" --\nextends: existence\nmessage: x\ntokens: [pier]\n"+
			"-- "+fmt.Sprintf(style, "Boat")+" --\nextends: existence\nmessage: x\ntokens: [boat]\n"+
			"-- "+fmt.Sprintf(style, "Own")+" --\nextends: existence\nmessage: x\nvocab: false\ntokens: [pier]\n"+
			"-- "+fmt.Sprintf(style, "Caps")+" --\nextends: existence\nmessage: x\ntokens: ['[A-Z]\\w+ Pier']\n"+
			"-- config/vocabularies/Harbour/accept.txt --\nNorth Pier\n")))
	want := map[string][]string{"style-headings": {"Node.js", "North Pier"}, "style-pier": {"North Pier"}, "style-boat": nil, "style-own": nil, "style-caps": {"North Pier"}}
	for _, r := range im.Packs[0].Rules {
		var except []string
		for i := 0; i+1 < len(r.Body.Content); i += 2 {
			if r.Body.Content[i].Value == "except" {
				for _, item := range r.Body.Content[i+1].Content {
					except = append(except, item.Value)
				}
			}
		}
		if !slices.Equal(except, want[r.Name]) {
			t.Errorf("%s: %q, want %q", r.Name, except, want[r.Name])
		}
		delete(want, r.Name)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}
