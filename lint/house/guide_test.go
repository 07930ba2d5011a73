package house_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint/house/trial"
)

// The YAML in docs/house-rules.md is loaded as it is, and its examples are run.
func TestTheGuideShowsWhatWorks(t *testing.T) {
	content, err := os.ReadFile("../../docs/house-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks, examples := 0, 0
	csv := ""
	parts := strings.Split(string(content), "\n```")
	for _, part := range parts {
		if rest, ok := strings.CutPrefix(part, "csv\n"); ok {
			csv = rest
		}
	}
	for _, part := range parts {
		text, ok := strings.CutPrefix(part, "yaml\n")
		if !ok {
			continue
		}
		blocks++
		files := fstest.MapFS{"style/terms.csv": {Data: []byte(csv)}, "style/a.yml": {Data: []byte("house: {a: {phrases: [x1]}}")}}
		if strings.HasPrefix(text, "about:") {
			files["style/pack.yml"] = &fstest.MapFile{Data: []byte(text)}
			text = "packs: [style/pack.yml]"
		}
		_, set, err := load(text, files)
		if err != nil {
			t.Errorf("%s\n%v", text, err)
			continue
		}
		outcomes, err := trial.Run(t.Context(), set.Declared(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range outcomes {
			if examples++; o.Problem != "" {
				t.Errorf("%s, %s: %s: %q %q", o.Rule.Name, o.Example.Name, o.Problem, o.Found, o.Fixed)
			}
		}
	}
	if blocks < 12 || examples < 20 {
		t.Errorf("%d blocks with %d examples", blocks, examples)
	}
}
