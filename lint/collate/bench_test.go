package collate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/timing"
	"github.com/copychief/copychief/lint/parse"
)

// writing returns some bytes of words as rare and as common as those of a language
// (Zipf), in sentences and paragraphs, and quotations from it: half of them altered.
func writing(size, quotations int) (text string, said []string) {
	random := rand.New(rand.NewPCG(5, 50))
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		fmt.Fprintf(&b, "w%d", int(math.Pow(40_000, random.Float64())))
		switch {
		case n%90 == 0:
			b.WriteString(".\n\n")
		case n%18 == 0:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	text = b.String()
	for i := range quotations {
		at := random.IntN(len(text) - 1000)
		words := strings.Fields(text[at : at+1000])[1:31]
		if i%2 == 0 {
			words[12], words[20] = "changed", words[21]
		}
		said = append(said, strings.Join(words, " "))
	}
	return text, said
}

func compareAll(tb testing.TB, text string, said []string) {
	tb.Helper()
	o := parse.Options{Limits: parse.Limits{File: 16 << 20}}
	lib := NewLibrary([]*lint.Document{parse.As("source.txt", []byte(text), lint.PlainText, o)})
	for _, q := range said {
		if r := lib.Compare(false, q)[0]; r.Verdict == Unchecked {
			tb.Fatal("nothing compared")
		}
	}
}

// BenchmarkFiftyQuotations parses and indexes 5 MB and compares 50 quotations.
func BenchmarkFiftyQuotations(b *testing.B) {
	text, said := writing(5<<20, 50)
	for b.Loop() {
		compareAll(b, text, said)
	}
}

// BenchmarkCompare compares a quotation of 30 words with 5 MB.
func BenchmarkCompare(b *testing.B) {
	text, said := writing(5<<20, 50)
	o := parse.Options{Limits: parse.Limits{File: 16 << 20}}
	lib := NewLibrary([]*lint.Document{parse.As("source.txt", []byte(text), lint.PlainText, o)})
	for i := 0; b.Loop(); i++ {
		lib.Compare(false, said[i%len(said)])
	}
}

func TestBigSourcesAreSearchedAtOnce(t *testing.T) {
	text, said := writing(5<<20, 50)
	if took := timing.CPU(func() { compareAll(t, text, said) }); took > 10*time.Second {
		t.Errorf("50 quotations and 5 MB took %v", took)
	}
}

// TestRepetitionCostsNoTime compares quotations with sources that say the same words
// over and over.
func TestRepetitionCostsNoTime(t *testing.T) {
	const size = 1 << 20
	for name, source := range map[string]string{
		"one word":     strings.Repeat("a ", size/2),
		"two words":    strings.Repeat("a b ", size/4),
		"three of two": strings.Repeat("a a b ", size/6),
		"brackets":     strings.Repeat("[a ", size/3),
		"paragraphs":   strings.Repeat("a b c.\n\n", size/8),
	} {
		t.Run(name, func(t *testing.T) {
			var said []string
			for i := range 25 {
				said = append(said, strings.Repeat("a b a a b b c ", 10*i)+"x", strings.Repeat("b a ", 400)+strings.Repeat("… a", i))
			}
			if took := timing.CPU(func() { compareAll(t, source, said) }); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
