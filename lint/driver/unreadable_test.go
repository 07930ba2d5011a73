//go:build unix

package driver

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/copychief/copychief/lint/config"
)

func TestUnreadableFilesAreAlwaysReported(t *testing.T) {
	dir := folder(t, map[string]string{"ok.md": "x\n", "locked/a.md": "x\n", "secret.md": "x\n", "big.md": strings.Repeat("word ", 500),
		".copychief.yml": "limits: {file: 1000}"})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o600); err != nil {
		t.Skip(err)
	}
	root := os.Getuid() == 0
	if !root {
		_ = os.Chmod(filepath.Join(dir, "secret.md"), 0)
		_ = os.Chmod(filepath.Join(dir, "locked"), 0)
		defer os.Chmod(filepath.Join(dir, "locked"), 0o700) //nolint:errcheck // of a temporary folder
	}
	for _, paths := range [][]string{{"."}, {"ok.md", "pipe.md", "secret.md", "locked", "big.md"}} {
		res := run(t, request(t, dir, config.Flags{}, paths...))
		got := fmt.Sprint(res.NotChecked)
		for _, want := range []string{"pipe.md a named pipe", "big.md "} {
			if !strings.Contains(got, want) {
				t.Errorf("%v: %s lacks %q", paths, got, want)
			}
		}
		if !root && (!strings.Contains(got, "secret.md permission denied") || !strings.Contains(got, "locked permission denied")) {
			t.Errorf("%v: %s", paths, got)
		}
	}
	if res := run(t, request(t, dir, config.Flags{}, "/dev/null")); fmt.Sprint(res.NotChecked) != "[{/dev/null a device; copychief reads regular files}]" {
		t.Errorf("a device: %v", res.NotChecked)
	}
}
