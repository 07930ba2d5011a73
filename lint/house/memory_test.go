package house_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/rules"
)

// memory is a [house.Memory] that counts.
type memory struct {
	facts      map[string][]byte
	hits, puts int
}

func (m *memory) Get(digest string) ([]byte, bool) {
	facts, ok := m.facts[digest]
	if ok {
		m.hits++
	}
	return facts, ok
}

func (m *memory) Put(digest string, facts []byte) {
	m.facts[digest] = facts
	m.puts++
}

// recall reads a configuration with a memory.
func recall(m house.Memory, conf string, files fstest.MapFS) (*config.File, *house.Set, error) {
	f := config.Parse(".copychief.yml", []byte(conf), config.Place{Files: files})
	set, err := house.LoadWith(f, append(rules.All(), engine.Rules()...), m)
	return f, set, err
}

const (
	harbourRules = "house:\n  terms: {glossary: terms.csv}\n  quay: {replace: {wharf: quay}}\n  names: {glossary: names.yml, summary: the names, severity: advice}\n"
	harbourTerms = "right,wrong,note,severity\nferry boat,ferryboat|ferry-boat,one word is wrong,error\nHarbourNet,Harbour Net,,\nboat people,,,\n"
	harbourDraft = "# The ferryboat\n\nThe harbour net has a wharf, boat People and ferry-boats. Ask at pier seven.\n"
)

func harbourFiles() fstest.MapFS {
	return fstest.MapFS{"terms.csv": {Data: []byte(harbourTerms)}, "names.yml": {Data: []byte("- {right: Pier Seven}\n")}}
}

// described lists all that a list or a cache knows of the rules.
func described(set *house.Set) string {
	var b strings.Builder
	for _, r := range set.Declared() {
		fmt.Fprintf(&b, "%s %s %v %v %s %s\n", r.Name, r.Summary, r.Severity, r.Off, r.Digest, r.Kind)
	}
	return b.String()
}

func TestGlossariesThatAreKnownAreReadLater(t *testing.T) {
	m := &memory{facts: map[string][]byte{}}
	f, plain, err := recall(nil, harbourRules, harbourFiles())
	if err != nil {
		t.Fatal(err)
	}
	drafts := []txtar.File{{Name: "a.md", Data: []byte(harbourDraft)}}
	want := findings(t, f, plain, harbourFiles(), drafts)
	if !strings.Contains(want, "ferry boat") || !strings.Contains(want, "HarbourNet") || !strings.Contains(want, "Pier Seven") {
		t.Fatalf("findings: %s", want)
	}
	for round := range 3 {
		f, set, err := recall(m, harbourRules, harbourFiles())
		if err != nil {
			t.Fatal(err)
		}
		if m.puts != 1 || m.hits != round {
			t.Errorf("round %d: %d hits, %d stored", round, m.hits, m.puts)
		}
		if got := described(set); got != described(plain) {
			t.Errorf("round %d: %s, want %s", round, got, described(plain))
		}
		if got := findings(t, f, set, harbourFiles(), drafts); got != want {
			t.Errorf("round %d: %s, want %s", round, got, want)
		}
	}
}

func TestAnotherGlossaryIsReadAtOnce(t *testing.T) {
	m := &memory{facts: map[string][]byte{}}
	if _, _, err := recall(m, harbourRules, harbourFiles()); err != nil {
		t.Fatal(err)
	}
	for name, table := range map[string]string{
		"a wrong column":          "right,worng\nferry boat,ferryboat\n",
		"the opposite of another": "right,wrong\nwharf,quay\n",
	} {
		files := harbourFiles()
		files["terms.csv"] = &fstest.MapFile{Data: []byte(table)}
		_, _, plain := recall(nil, harbourRules, files)
		_, set, err := recall(m, harbourRules, files)
		if plain == nil || err == nil || err.Error() != plain.Error() || len(set.Rules) > 0 {
			t.Errorf("%s: %v, want %v", name, err, plain)
		}
	}
	if m.hits != 0 || m.puts != 1 {
		t.Errorf("%d hits, %d stored", m.hits, m.puts)
	}
}
