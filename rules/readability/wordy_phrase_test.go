package readability

import (
	"os"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
	"github.com/copychief/copychief/lint/parse"
)

// TestEveryReplacementLeavesASentence applies the first replacement of every phrase in three
// sentences, in which articles, prepositions and plurals are around it.
func TestEveryReplacementLeavesASentence(t *testing.T) {
	const frames = 3
	data, err := os.ReadFile("testdata/wordy_frames.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for line := range strings.Lines(string(data)) {
		sentence, want, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok {
			continue
		}
		phrase, got := reworded(sentence)
		if got != want {
			t.Errorf("%s becomes %s, want %s", sentence, got, want)
		}
		seen[phrase]++
	}
	for phrase, with := range wordpack.Of("en").Table(wordy) {
		if with != "" && seen[phrase] < frames {
			t.Errorf("%s has %d sentences, want %d", phrase, seen[phrase], frames)
		}
	}
}

// reworded returns the wordy phrase of a sentence and the sentence after its first fix, or "-".
func reworded(sentence string) (phrase, fixed string) {
	d := parse.Parse("a.md", []byte(sentence+"\n"), parse.Options{})
	for i := range phraseHits.Of(d) {
		phrase = phraseHits.Of(d)[i].Entry.Phrase
	}
	fixed = "-"
	pass := lint.NewPass(d, nil, func(f lint.Finding) {
		if len(f.Fixes) > 0 {
			e := f.Fixes[0].Edits[0]
			fixed = sentence[:e.Span.Start] + e.New + sentence[e.Span.End:]
		}
	}, nil)
	(&wordyPhrase{}).Check(pass)
	return phrase, fixed
}
