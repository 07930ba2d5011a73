package links

import (
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
)

// paragraphs returns a document of n paragraphs of one text, each with a link where
// linked says so.
func paragraphs(text string, n int, linked bool) *lint.Document {
	d := &lint.Document{Source: lint.NewSource("a.txt", []byte(strings.Repeat(text+"\n\n", n))), Language: "en"}
	for i := range n {
		at := i * (len(text) + 2)
		d.Blocks = append(d.Blocks, lint.Block{
			Text: lint.Verbatim(text, at), Span: lint.Span{Start: at, End: at + len(text)}, Quote: lint.None,
		})
		if linked && i%2 == 0 {
			d.Links = append(d.Links, lint.Link{Kind: lint.External, Block: i, Image: lint.None})
		}
	}
	d.Index()
	return d
}

func TestUncitedClaimsTakeLittleTime(t *testing.T) {
	const n = 6000
	for name, d := range map[string]*lint.Document{
		"one figure everywhere":       paragraphs("The bridge carried 30,000 people.", n, false),
		"links everywhere":            paragraphs("The bridge carried 30,000 people.", n, true),
		"one long sentence":           paragraphs(strings.Repeat("$41.5 million in one in five times as ", n), 1, false),
		"one paragraph of numbers":    paragraphs(strings.Repeat("30,000 12 percent ", n), 1, false),
		"superlatives and no numbers": paragraphs(strings.Repeat("the lowest in the highest ", n), 1, false),
	} {
		found := 0
		start := time.Now()
		UncitedClaim.New().Check(lint.NewPass(d, nil, func(lint.Finding) { found++ }, func(string) {}))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %d repetitions took %v", name, n, took)
		} else {
			t.Logf("%s: %d findings in %v", name, found, took)
		}
	}
}
