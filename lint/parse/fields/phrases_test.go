package fields_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

func TestPhrasesBeyondTheBoundsAreLeftOutAndReported(t *testing.T) {
	long := strings.Repeat("harbour ", 40)
	for name, c := range map[string]struct {
		yaml           string
		role           lint.Role
		kept, problems int
	}{
		"long keyphrase":   {"keyphrase: " + long, lint.RoleKeyphrase, 0, 1},
		"usual keyphrase":  {"keyphrase: harbour library", lint.RoleKeyphrase, 1, 0},
		"many synonyms":    {"synonyms: [a" + strings.Repeat(", a", 200) + "]", lint.RoleSynonyms, 100, 1},
		"one long synonym": {"synonyms: [port, " + long + ", quay]", lint.RoleSynonyms, 2, 1},
		"listed synonyms":  {"synonyms: " + strings.Repeat("port, ", 90) + "quay", lint.RoleSynonyms, 91, 0},
	} {
		d := parse.Parse("a.md", []byte("---\n"+c.yaml+"\n---\n\nText.\n"), parse.Options{})
		parsetest.Check(t, d)
		if got := len(d.Meta.Get(c.role).Values); got != c.kept || len(d.Problems) != c.problems {
			t.Errorf("%s: %d values and %d problems, want %d and %d: %v", name, got, len(d.Problems), c.kept, c.problems, d.Problems)
		}
		for _, p := range d.Problems {
			if !p.Unchecked {
				t.Errorf("%s: %q does not count as unchecked", name, p.Message)
			}
		}
	}
}
