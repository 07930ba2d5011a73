package lint

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
)

// shouted is a codec of files in capitals, whose text has paragraphs and no lines.
type shouted struct{}

func (shouted) Name() string { return "shouted" }

func (shouted) Encode(original, text []byte) ([]byte, error) {
	if bytes.HasPrefix(original, []byte("LOCKED")) {
		return nil, errors.New("the file is locked against changes")
	}
	return bytes.ToUpper(text), nil
}

func (shouted) Place(text []byte, offset int) string {
	return fmt.Sprintf("paragraph %d", 1+bytes.Count(text[:offset], []byte("\n\n")))
}

func TestASourceLeadsBackThroughItsCodec(t *testing.T) {
	s := NewSource("a.shout", []byte("one\n\ntwo"))
	if got, err := s.Encode([]byte("x")); err != nil || string(got) != "x" || s.Place(5) != "" {
		t.Errorf("without a codec: %q, %v, %q", got, err, s.Place(5))
	}
	s.Codec, s.Original = shouted{}, []byte("ONE\n\nTWO")
	if got, err := s.Encode([]byte("three")); err != nil || string(got) != "THREE" {
		t.Errorf("with a codec: %q, %v", got, err)
	}
	for offset, want := range map[int]string{-1: "paragraph 1", 0: "paragraph 1", 5: "paragraph 2", 99: "paragraph 2"} {
		if got := s.Place(offset); got != want {
			t.Errorf("offset %d is in %s, want %s", offset, got, want)
		}
	}
	s.Original = []byte("LOCKED")
	if _, err := s.Encode(nil); err == nil {
		t.Error("a codec that refuses was not heard")
	}
}
