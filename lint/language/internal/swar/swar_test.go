package swar

import "testing"

func TestEqualMarksTheBytesOfACharacter(t *testing.T) {
	for _, text := range []string{"a b  c d", "        ", "abcdefgh", " !\x1f\xa0\x00 \x20\xff", "!!!!!!! "} {
		marked := Equal(Load(text, 0), ' ')
		for i := range 8 {
			if got := byte(marked >> (8 * i)); got != 0x80 && got != 0 || got == 0x80 != (text[i] == ' ') {
				t.Errorf("%q: byte %d is marked %#x", text, i, got)
			}
		}
	}
}
