package cache

import (
	"bytes"
	"strings"
	"testing"
)

func TestAProgramIsIdentifiedByBuildIDOrContent(t *testing.T) {
	part := strings.Repeat("aB-_", 5)
	id := strings.Join([]string{part, part, part, part}, "/")
	body := strings.Repeat("code", 50_000)
	for name, c := range map[string]struct {
		program string
		want    string // "" for a hash of the content
	}{
		"a mark":           {"\x7fMZ....\xff Go build ID: \"" + id + "\"\n \xff" + body, id},
		"a note of ELF":    {"\x7fELF\x04\x00\x00\x00\x53\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id + "\x00" + body, id},
		"a note after one": {"Go\x00\x00Go\x00\x00" + id + body, id},
		"no ID":            {"\x7fELF" + body, ""},
		"one of Bazel":     {"\xff Go build ID: \"redacted\"\n \xff" + body, ""},
		"one too short":    {"\xff Go build ID: \"" + id[:40], ""},
		"three parts":      {"Go\x00\x00" + strings.Replace(id, "/", "a", 1) + body, ""},
	} {
		got, err := buildOf(strings.NewReader(c.program))
		if err != nil || c.want != "" && got != c.want || c.want == "" && len(got) != 64 {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	one, _ := buildOf(strings.NewReader("\x7fELF" + body + "1"))
	other, _ := buildOf(strings.NewReader("\x7fELF" + body + "2"))
	if one == other {
		t.Error("another last byte makes no difference")
	}
	if _, err := buildOf(bytes.NewReader(nil)); err == nil {
		t.Error("an empty program has an identity")
	}
	if Build() == "" {
		t.Error("this program has no identity")
	}
}
