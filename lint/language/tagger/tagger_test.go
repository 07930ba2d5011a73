package tagger

import (
	"bytes"
	"encoding/gob"
	"flag"
	"hash/crc32"
	"iter"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

var update = flag.Bool("update", false, "write the model from the data of the library")

// TestModelIsThatOfTheLibrary encodes the library's model and compares it with the file.
func TestModelIsThatOfTheLibrary(t *testing.T) {
	var tags []string
	var certain map[string]string
	var weights map[string]map[string]float64
	decode(t, "classes", &tags)
	decode(t, "tags", &certain)
	decode(t, "weights", &weights)
	index := map[string]uint8{}
	for i, tag := range tags {
		index[tag] = uint8(i)
	}
	words := map[string][]pair{}
	for word, tag := range certain {
		words[word] = []pair{{index[tag], 0}}
	}
	features := map[string][]pair{}
	for feature, all := range weights {
		for _, tag := range tags {
			if w, ok := all[tag]; ok {
				n := int(math.Round(1000 * w))
				if float64(n)/1000 != w {
					t.Fatalf("%s of %q has the weight %v, which is not in thousandths", tag, feature, w)
				}
				features[feature] = append(features[feature], pair{index[tag], n})
			}
		}
	}
	data := []byte(strings.Join(tags, " ") + "\n")
	data = append(data, newDictionary(inOrder(words), len(words))...)
	data = append(data, newDictionary(inOrder(features), len(features))...)
	if *update {
		if err := os.WriteFile("model.bin", data, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if string(data) != model {
		t.Error("the file differs; run go test -update")
	}
	if sum := crc32.ChecksumIEEE(data); sum != checksum {
		t.Errorf("the checksum is %#08x; correct it in tagger.go", sum)
	}
	p := readModel(string(data))
	for feature, want := range features {
		if got := pairs(p.weights.of([]byte(feature))); !slices.Equal(got, want) {
			t.Fatalf("%s has %v, want %v", feature, got, want)
		}
	}
	if got := pairs(p.weights.of([]byte("i word no such word"))); got != nil {
		t.Errorf("an unknown feature has %v", got)
	}
}

func decode(t *testing.T, name string, value any) {
	t.Helper()
	data, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(data)).Decode(value)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func inOrder(m map[string][]pair) iter.Seq2[string, []pair] {
	return func(yield func(string, []pair) bool) {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}

func pairs(all iter.Seq2[int, int]) (list []pair) {
	for tag, weight := range all {
		list = append(list, pair{uint8(tag), weight})
	}
	return list
}

// TestTokensAndTagsAreThoseOfTheLibrary reads the paragraphs of real drafts with the library as
// well. It tags all occurrences of a word alike, so tags of texts with repeated words are not
// compared.
func TestTokensAndTagsAreThoseOfTheLibrary(t *testing.T) {
	library, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"see example.org or write to ann@example.org , @ann - in 1984 , 2nd", "* 0 *T*-12 -LRB- well-known -", "( so ) he's n't \"there\" .",
		"They'll don't Ann's we're I'm O'Neil's 's 'tis (\"[$5]\".) U.S. Mr. Mrs. e.g. a.b Ph.D. No.", "example.com/a. ANN@EXAMPLE.ORG x.y 3.5 end... v1.2 node.js",
	}
	for _, d := range corpus.Drafts(t) {
		doc := parse.Parse(d.Name, d.Content, parse.Options{})
		for i := range doc.Blocks {
			words := strings.FieldsFunc(doc.Blocks[i].Text.String(), func(r rune) bool { return r <= ' ' || r >= 0x7f })
			for ; len(words) > 5; words = words[5:] {
				texts = append(texts, strings.Join(words[:5], " "))
			}
		}
	}
	compared := 0
	for _, text := range texts {
		d, err := prose.NewDocument(text, prose.UsingModel(library.Model), prose.WithSegmentation(false), prose.WithExtraction(false))
		if err != nil {
			t.Fatal(err)
		}
		var tokens, want, wantTags []string
		for _, word := range strings.Fields(text) {
			tokens = appendTokens(tokens, word)
		}
		for _, token := range d.Tokens() {
			want, wantTags = append(want, token.Text), append(wantTags, token.Tag)
		}
		if !slices.Equal(tokens, want) {
			t.Errorf("%q has the tokens %q, want %q", text, tokens, want)
			continue
		}
		if repeated(tokens) {
			continue
		}
		for i, tag := range loaded().tag(tokens) {
			if compared++; tag != wantTags[i] {
				t.Errorf("%q: %s is tagged %s, want %s", text, tokens[i], tag, wantTags[i])
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d tags compared", compared)
	}
	t.Logf("%d tags compared", compared)
}

func repeated(tokens []string) bool {
	seen := map[string]bool{}
	for _, t := range tokens {
		if seen[t] {
			return true
		}
		seen[t] = true
	}
	return false
}

// BenchmarkFirst tags a sentence with a model that is not loaded yet, as most runs do.
func BenchmarkFirst(b *testing.B) {
	words := strings.Fields("Buckets stand between the shelves of the old library .")
	b.ReportAllocs()
	for b.Loop() {
		readModel(model).tag(words)
	}
}

func TestTheUsualClassesOfWords(t *testing.T) {
	for word, want := range map[string]Classes{"buy": Verb, "say": Verb | Other, "person": Noun, "use": Noun | Verb, "quick": Adjective, "zzyzx": 0, "under": Other} {
		if got := ClassesOf(word); got != want {
			t.Errorf("%s: %b, want %b", word, got, want)
		}
	}
}

func TestAModelIsReadFromItsFile(t *testing.T) {
	words := strings.Fields("Buckets stand between the shelves of the old library .")
	m, err := Read(model)
	if err != nil || !slices.Equal(m.Tags(words), Tags(words)) {
		t.Errorf("the tags are %q, %v", m.Tags(words), err)
	}
	for name, file := range map[string]string{"nothing": "", "a part": model[:len(model)/2], "something else": "<!DOCTYPE html>"} {
		if m, err := Read(file); m != nil || err == nil {
			t.Errorf("%s is read as a model", name)
		}
	}
}

func TestWithoutAModelNothingIsKnown(t *testing.T) {
	var m *Model
	if tags, classes := m.Tags([]string{"Buckets"}), m.classes("say", 1); tags != nil || classes != 0 {
		t.Errorf("the tags are %q, the classes %b", tags, classes)
	}
}
