package words

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

func wordsOf(t *testing.T, text, words string, meta lint.Span) string {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("no %q in %q", words, text)
	}
	return At([]byte(text), meta, lint.Span{Start: at, End: at + len(words)})
}

func TestWordsAroundEndWithTheParagraphWhateverEndsALine(t *testing.T) {
	want := wordsOf(t, "two words BAD three more", "BAD", lint.Span{})
	for _, text := range []string{
		"above\n\ntwo words BAD three more\n\nbelow\n",
		"above\r\n\r\ntwo\r\nwords BAD three\r\nmore\r\n\r\nbelow\r\n",
		"above\r\rtwo words BAD three more\r\rbelow",
	} {
		if wordsOf(t, text, "BAD", lint.Span{}) != want {
			t.Errorf("%q differs", text)
		}
	}
	if wordsOf(t, "above\ntwo words BAD three more", "BAD", lint.Span{}) == want {
		t.Error("a word in the same paragraph makes no difference")
	}
}

func TestFourWordsAroundCount(t *testing.T) {
	want := wordsOf(t, "d c b a BAD a b c d", "BAD", lint.Span{})
	if wordsOf(t, "x d c b a BAD a b c d x", "BAD", lint.Span{}) != want {
		t.Error("the fifth word counts")
	}
	if wordsOf(t, "x c b a BAD a b c d", "BAD", lint.Span{}) == want || wordsOf(t, "d c b a BAD a b c x", "BAD", lint.Span{}) == want {
		t.Error("the fourth word does not count")
	}
}

func TestAMetadataFieldRepresentsItself(t *testing.T) {
	before, after := "---\ntitle: A BAD day\ndate: 2024-05-01\n---\n", "---\nlayout: post\ntitle: A BAD day\nupdated: 2026-01-01\n---\n"
	if wordsOf(t, before, "BAD", lint.Span{End: len(before)}) != wordsOf(t, after, "BAD", lint.Span{End: len(after)}) {
		t.Error("another field makes a difference")
	}
}

func TestMetadataAreNotContextOfTheFirstWords(t *testing.T) {
	meta := "---\ntitle: A day\n---\n"
	other := "---\ntitle: A day\nreviewed: yes\n---\n"
	text := "The BAD day began.\n"
	if wordsOf(t, meta+text, "BAD", lint.Span{End: len(meta) - 1}) != wordsOf(t, other+text, "BAD", lint.Span{End: len(other) - 1}) {
		t.Error("a field makes a difference")
	}
}

// Baselines store these values.
func TestDigestsAreThoseOfEarlierVersions(t *testing.T) {
	text := "---\ntitle: Ein größerer Tag\n---\nÉcole  “Zürich” -- 3rd *edition* of the BAD day, says Ⅻ İstanbul.\n"
	if got := wordsOf(t, text, "BAD", lint.Span{End: 33}); got != "566769b05c0be03f" {
		t.Error(got)
	}
	if got := wordsOf(t, text, "größerer", lint.Span{End: 33}); got != "e2f5f4f53425ed06" {
		t.Error(got)
	}
	if got := wordsOf(t, strings.Repeat("Ein Satz. ", 200), strings.Repeat("Ein Satz. ", 100), lint.Span{}); got != "3d0ea2c4d97d0df8" {
		t.Error(got)
	}
}

func TestWordsBeyondTheReachMakeNoDifference(t *testing.T) {
	for _, after := range []string{"one two three four five ", "ein größeres Wort ", "一二三四五", "\n\r\n- a", "ab", "é", "𝒶𝒷", " \n"} {
		for shift := range 8 {
			text := "A day " + "BAD" + strings.Repeat("x", shift) + strings.Repeat(after, 2*Reach)
			span := lint.Span{Start: 6, End: 9}
			want := At([]byte(text), lint.Span{}, span)
			if got := At([]byte(text[:span.End+Reach]), lint.Span{}, span); got != want {
				t.Errorf("%q after %d more characters differs", after, shift)
			}
		}
	}
}
