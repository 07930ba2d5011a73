package manual

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestManualShowsTextAsItIs(t *testing.T) {
	for text, want := range map[string]string{
		".a -b":     `\&.a \-b`,
		"'a":        `\&'a`,
		`a\fBb`:     `a\efBb`,
		"“a” — ü":   `\[u201C]a\[u201D] \[u2014] \[u00FC]`,
		"a.b 'c' d": "a.b 'c' d",
	} {
		if got := roff(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	long := sentence(strings.Repeat("word ", 30) + ".md and 'more'")
	for _, line := range strings.Split(long, "\n") {
		if len(line) > 78 || strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			t.Errorf("%q", line)
		}
	}
	if got := sentence("text (default) or json"); got != "text (default) or json" {
		t.Error(got)
	}
}

func TestManualHasTheDateOfItsRevision(t *testing.T) {
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.time", Value: "2026-03-04T05:06:07Z"}}}
	if got := dateOf(info, true); got != "2026-03-04" {
		t.Error(got)
	}
	if got := dateOf(nil, false); got != "" {
		t.Error(got)
	}
}
