package scan_test

import (
	"bytes"
	"testing"

	"github.com/copychief/copychief/lint/parse/scan"
)

func TestSignsAreFoundAmongAllBytes(t *testing.T) {
	signs := scan.Signs{'*': true, '\n': true, '@': true, '[': true, '{': true, '`': true, 0x7f: true, 0: true}
	var text []byte
	for n := range 20 { // every byte at every offset of eight
		for c := range 256 {
			text = append(text, byte(c))
			text = append(text, bytes.Repeat([]byte("a Zé"), n)[:n]...)
		}
	}
	for i := range text {
		want := i
		for want < len(text) && !signs[text[want]] {
			want++
		}
		if got := signs.Next(text, i); got != want {
			t.Fatalf("from %d: got %d, want %d", i, got, want)
		}
	}
}
