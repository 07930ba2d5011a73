package collate

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// TestAlterationsOfRealQuotationsAreFound alters the quotations of articles and compares
// them with these: those of testdata/drafts, and those of a file, a JSON object a line with
// a text and the quotations in it, which COPYCHIEF_QUOTES names. Where it names none, some
// of one beside the repository are taken.
func TestAlterationsOfRealQuotationsAreFound(t *testing.T) {
	t.Run("drafts", func(t *testing.T) {
		var articles []*lint.Document
		var said []string
		for _, d := range corpus.Drafts(t) {
			doc := parse.Parse(d.Name, d.Content, parse.Options{})
			articles = append(articles, doc)
			for _, q := range quotes.Of(doc) {
				said = append(said, q.Text)
			}
		}
		if n := alter(t, articles, said); n < 300 {
			t.Errorf("only %d alterations were tried", n)
		}
	})
	t.Run("file", func(t *testing.T) {
		if file := os.Getenv("COPYCHIEF_QUOTES"); file != "" {
			articles, said := articlesOf(t, file)
			alter(t, articles, said)
			return
		}
		articles, said := articlesOf(t, corpus.Shared(t, "quotes", "polnear.dev.jsonl"))
		alter(t, articles, said[:min(300, len(said))]) // which is enough for every day
	})
}

// alter compares alterations and variations of what is said with the articles, and
// returns how many alterations there were.
func alter(t *testing.T, articles []*lint.Document, said []string) int {
	t.Helper()
	lib := NewLibrary(articles)
	random := rand.New(rand.NewPCG(4, 1969))
	vocabulary := vocabularyOf(said)

	detected, alarms := tally{}, tally{}
	short, shortened := 0, 0
	for _, text := range said {
		q := read([]string{text})
		if len(q.words) < leastWords || !q.paired() {
			short++
			continue
		}
		for _, kind := range slices.Sorted(maps.Keys(alterations)) {
			if altered, ok := alterations[kind](random, q, vocabulary); ok {
				r := lib.Compare(false, altered)[0]
				if r.Verdict == TooShort {
					shortened++
					continue
				}
				if detected.add(kind, r.Verdict.Suspect()); !r.Verdict.Suspect() && testing.Verbose() {
					t.Logf("%s not seen: %s\n   from %s", kind, altered, text)
				}
			}
		}
		for _, kind := range slices.Sorted(maps.Keys(variations)) {
			if pieces, ok := variations[kind](random, q); ok {
				for _, r := range lib.Compare(false, pieces...) {
					if alarms.add(kind, r.Verdict.Suspect()); r.Verdict.Suspect() && testing.Verbose() {
						t.Logf("%s: false alarm %v %v: %q", kind, r.Verdict, r.Differences, pieces)
					}
				}
			}
		}
	}
	t.Logf("%d quotations, %d of them too short to judge", len(said), short)
	t.Logf("%d alterations leave too few words to judge, which is said", shortened)
	t.Logf("alterations detected:\n%s", detected)
	t.Logf("false alarms:\n%s", alarms)
	if share := detected.share(); share < 0.99 {
		t.Errorf("%.2f %% of alterations are detected, want 99 %%", 100*share)
	}
	if share := alarms.share(); share > 0.005 {
		t.Errorf("%.2f %% of verbatim quotations are flagged, want 0.5 %% at most", 100*share)
	}
	return detected.all()
}

func articlesOf(t testing.TB, file string) (articles []*lint.Document, said []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var a struct {
			ID, Text string
			Quotes   []struct{ Text string }
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		articles = append(articles, parse.As(a.ID+".txt", []byte(a.Text), lint.PlainText, parse.Options{}))
		for _, q := range a.Quotes {
			said = append(said, strings.Trim(q.Text, "“”\"'‘’`"))
		}
	}
	return articles, said
}

func vocabularyOf(said []string) []string {
	seen := map[string]bool{}
	for _, s := range said {
		for w := range strings.FieldsSeq(s) {
			if w = strings.Trim(w, ".,?!:;"); strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" && w != "" {
				seen[w] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// tally counts hits of each kind.
type tally map[string][2]int

func (t tally) add(kind string, hit bool) {
	c := t[kind]
	c[1]++
	if hit {
		c[0]++
	}
	t[kind] = c
}

func (t tally) share() float64 {
	hits, all := 0, 0
	for _, c := range t {
		hits, all = hits+c[0], all+c[1]
	}
	return float64(hits) / float64(all)
}

func (t tally) all() (n int) {
	for _, c := range t {
		n += c[1]
	}
	return n
}

func (t tally) String() string {
	var b strings.Builder
	for _, kind := range slices.Sorted(maps.Keys(t)) {
		fmt.Fprintf(&b, "  %-14s %5d of %5d (%.2f %%)\n", kind, t[kind][0], t[kind][1], 100*float64(t[kind][0])/float64(t[kind][1]))
	}
	return b.String()
}

// tightAt returns a word inside a quotation with its neighbours right beside it, so
// that nothing explains a change of it.
func tightAt(r *rand.Rand, q *quotation) (k int, ok bool) {
	for range 8 {
		k = 1 + r.IntN(len(q.words)-2)
		if q.words[k].joint == tight && q.words[k+1].joint == tight && q.words[k].mixed == "" && q.words[k-1].mixed == "" && q.words[k+1].mixed == "" {
			return k, true
		}
	}
	return 0, false
}

// with returns the text with word k replaced.
func (q *quotation) with(k int, by string) string {
	w := q.words[k]
	text := q.pieces[0][:w.start] + by + q.pieces[0][w.end:]
	if by == "" {
		text = strings.TrimRight(q.pieces[0][:w.start], " ") + q.pieces[0][w.end:]
	}
	return text
}

func (q *quotation) at(k int) string { return q.pieces[0][q.words[k].start:q.words[k].end] }

// alterations change what a quotation says.
var alterations = map[string]func(*rand.Rand, *quotation, []string) (string, bool){
	"dropped": func(r *rand.Rand, q *quotation, _ []string) (string, bool) {
		k, ok := tightAt(r, q)
		return q.with(k, ""), ok
	},
	"swapped": func(r *rand.Rand, q *quotation, _ []string) (string, bool) {
		k, ok := tightAt(r, q)
		if !ok || q.words[k].key == q.words[k+1].key {
			return "", false
		}
		a, b := q.words[k], q.words[k+1]
		text := q.pieces[0]
		return text[:a.start] + text[b.start:b.end] + text[a.end:b.start] + text[a.start:a.end] + text[b.end:], true
	},
	"replaced": func(r *rand.Rand, q *quotation, vocabulary []string) (string, bool) {
		k := r.IntN(len(q.words))
		by := vocabulary[r.IntN(len(vocabulary))]
		return q.with(k, by), q.words[k].mixed == "" && keyOf(by) != q.words[k].key
	},
	"inserted": func(r *rand.Rand, q *quotation, vocabulary []string) (string, bool) {
		k, ok := tightAt(r, q)
		return q.with(k, q.at(k)+" "+vocabulary[r.IntN(len(vocabulary))]), ok
	},
	"negated": func(r *rand.Rand, q *quotation, _ []string) (string, bool) {
		k, ok := tightAt(r, q)
		for i := 1; i+1 < len(q.words); i++ { // a real place where there is one
			switch fold(q.at(i)) {
			case "is", "are", "was", "were", "will", "would", "can", "could", "should", "do", "does", "did", "have", "has":
				if q.words[i].joint == tight && q.words[i+1].joint == tight {
					return q.with(i, q.at(i)+" not"), true
				}
			}
		}
		return q.with(k, q.at(k)+" not"), ok
	},
	"affirmed": func(_ *rand.Rand, q *quotation, _ []string) (string, bool) {
		for i := 1; i+1 < len(q.words); i++ {
			w := fold(q.at(i))
			if !negation(w) || q.words[i].joint != tight || q.words[i+1].joint != tight || q.words[i].mixed != "" {
				continue
			}
			return q.with(i, strings.TrimSuffix(strings.TrimSuffix(w, "n't"), w)), true
		}
		return "", false
	},
	"number": func(r *rand.Rand, q *quotation, _ []string) (string, bool) {
		for i := range q.words {
			if c := q.at(i)[0]; c >= '1' && c <= '8' {
				return q.with(i, string(c+1)+q.at(i)[1:]), true
			}
		}
		return "", false
	},
}

// variations change what a quotation may change.
var variations = map[string]func(*rand.Rand, *quotation) ([]string, bool){
	"verbatim": func(_ *rand.Rand, q *quotation) ([]string, bool) { return q.pieces, true },
	"straight": func(_ *rand.Rand, q *quotation) ([]string, bool) {
		return []string{strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "—", " - ", "–", "-").Replace(q.pieces[0])}, true
	},
	"first letter": func(_ *rand.Rand, q *quotation) ([]string, bool) {
		text := q.pieces[0]
		if c := text[0]; c >= 'A' && c <= 'Z' {
			return []string{strings.ToLower(text[:1]) + text[1:]}, true
		}
		return []string{strings.ToUpper(text[:1]) + text[1:]}, true
	},
	"last sign": func(_ *rand.Rand, q *quotation) ([]string, bool) {
		return []string{strings.TrimRight(q.pieces[0], ".,") + ","}, true
	},
	"spaces": func(_ *rand.Rand, q *quotation) ([]string, bool) {
		return []string{strings.ReplaceAll(q.pieces[0], " ", "\u00a0 ")}, true
	},
	"ellipsis": func(r *rand.Rand, q *quotation) ([]string, bool) {
		k, ok := tightAt(r, q)
		if !ok || len(q.words) < 8 || k < 2 || k+3 > len(q.words) || negation(fold(q.at(k))) {
			return nil, false
		}
		return []string{q.with(k, "…")}, true
	},
	"brackets": func(r *rand.Rand, q *quotation) ([]string, bool) {
		k, ok := tightAt(r, q)
		if !ok || len(q.words) < 6 || negation(fold(q.at(k))) {
			return nil, false
		}
		return []string{q.with(k, "[somebody else]")}, true
	},
	"interrupted": func(r *rand.Rand, q *quotation) ([]string, bool) {
		k, ok := tightAt(r, q)
		text := q.pieces[0]
		if !ok || strings.ContainsAny(text, "[]") {
			return nil, false
		}
		return []string{strings.TrimSpace(text[:q.words[k].start]) + ",", text[q.words[k].start:]}, true
	},
	"shortened": func(_ *rand.Rand, q *quotation) ([]string, bool) {
		n := len(q.words)
		if n < 8 || q.words[1].mixed != "" || q.words[n-2].mixed != "" {
			return nil, false
		}
		return []string{q.pieces[0][q.words[1].start:q.words[n-2].end]}, true
	},
}
