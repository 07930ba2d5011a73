//go:build unix

package cmd_test

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
)

func TestWatchRefusesWhatCannotBeWatched(t *testing.T) {
	dir := t.TempDir()
	change(t, dir, "a.md", doubled)
	for arguments, want := range map[string]string{
		"nowhere":               "nowhere: no such file or folder",
		"- ":                    "--watch cannot read standard input again; name a draft or a folder",
		"--stdin-filename a.md": "--watch cannot read standard input again; name a draft or a folder",
		". --changed":           "--watch does not notice changes in git; drop --changed",
		". --fix":               "--watch cannot be combined with --fix; run it without --watch",
		". --diff":              "--watch cannot be combined with --diff; run it without --watch",
		". -o out":              "--watch reports to standard output; drop --output, or name the file with --format FORMAT=FILE",
		". --format json":       "--watch shows text and concise; write --format json=FILE for a file that is kept up to date",
		". --format htm=out":    "--format: unknown value “htm”",
		". --rule a=b":          "--rule: unknown rule “a”",
	} {
		c := exec.Command("copychief", append([]string{"--watch"}, strings.Fields(arguments)...)...)
		c.Dir = dir
		out, err := c.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 2 || !strings.Contains(string(out), "copychief: "+want) {
			t.Errorf("%s: %v, %s", arguments, err, out)
		}
	}
}
