package cmd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/cmd"
)

func TestSourceDateEpochIsTheDayOfTheRun(t *testing.T) {
	draft := filepath.Join(t.TempDir(), "ferry.md")
	if err := os.WriteFile(draft, []byte("---\ntitle: The ferry\ndate: 2024-05-03\n---\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for epoch, early := range map[string]bool{"1700000000": true, "1714694400": false, "": false} {
		app := cmd.App{Getenv: func(name string) string { return map[string]string{"SOURCE_DATE_EPOCH": epoch}[name] }}
		code, out, problems := run(t, app, t.Context(), "--only", "impossible-date", draft)
		if code != cmd.ExitClean || strings.Contains(out, "days ahead") != early || strings.HasPrefix(out, "No findings in 1 file") == early {
			t.Errorf("on %q: exit code %d: %s%s", epoch, code, out, problems)
		}
	}
}
