package driver

import (
	"errors"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/discover"
)

// readOnly is a codec that writes what it has read and nothing else.
type readOnly struct{}

func (readOnly) Name() string { return "read-only" }

func (readOnly) Encode(original, text []byte) ([]byte, error) {
	if string(text) == "old" {
		return original, nil
	}
	return nil, errors.New("its layout cannot be kept; make the change by hand")
}

func (readOnly) Place([]byte, int) string { return "" }

func TestARefusedFixHasTheReasonOfTheCodec(t *testing.T) {
	for original, want := range map[string]string{
		"OLD": "its layout cannot be kept; make the change by hand",
		"":    "not all of it is read-only",
	} {
		src := lint.NewSource("a.x", []byte("old"))
		src.Codec, src.Original = readOnly{}, []byte(original)
		d := fixedDraft{before: []byte("OLD"), source: src}
		d.Stdin, d.Old, d.New = true, []byte("old"), []byte("new")
		if d.encode(&discover.Draft{}); !strings.HasPrefix(d.Failed, want) || d.after != nil {
			t.Errorf("said %q and made %q, want %q", d.Failed, d.after, want)
		}
	}
}
