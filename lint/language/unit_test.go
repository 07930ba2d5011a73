package language_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/parse"
)

func TestLengthsAreCountedInTheUnitOfTheLanguage(t *testing.T) {
	for _, c := range []struct {
		language, text, unit string
		want                 int
	}{
		{"en", "The well-known bridge is open", "words", 5},
		{"ko", "다리가 열렸다", "words", 2},
		{"zh", "大桥开放了。", "characters", 5},
		{"zh", "用 Hugo 做网站，2024 年", "characters", 7},
		{"ja", "スマートフォンで橋を見る", "characters", 12},
		{"th", "สะพานเปิดแล้ว", "characters", 11},
		{"km", "ស្ពានបានបើក", "characters", 7},
	} {
		d := parse.As("a.md", []byte("---\nlang: "+c.language+"\n---\n\n"+c.text+"\n"), lint.Markdown, parse.Options{})
		m := metrics.Of(d)
		if m.Words != c.want || m.Unit.Name != c.unit {
			t.Errorf("%s: %d %s, want %d %s", c.text, m.Words, m.Unit.Name, c.want, c.unit)
		}
	}
}

func TestLimitsInWordsAreConverted(t *testing.T) {
	for tag, want := range map[string]int{"en": 150, "ru": 150, "fr": 168, "hi-IN": 183, "zh-Hant": 240, "ja": 405, "th": 540} {
		u, ok := language.UnitOf(tag)
		if got := u.Of(150); got != want || !ok || u.Words(got) != 150 {
			t.Errorf("%s: %d, want %d", tag, got, want)
		}
	}
	if _, ok := language.UnitOf("vi"); ok {
		t.Error("syllables are taken for words")
	}
}

func TestKhmerSentencesEndAtTheirMark(t *testing.T) {
	d := parse.As("a.md", []byte("---\nlang: km\n---\n\n"+strings.Repeat("ស្ពានបានបើក។ ", 3)+"\n"), lint.Markdown, parse.Options{})
	if n := metrics.Of(d).Sentences; n != 3 {
		t.Errorf("%d sentences", n)
	}
}
