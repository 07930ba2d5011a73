//go:build unix

package cmd_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// built returns the command, built as users have it, with its handling of signals.
func built(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("it builds the program")
	}
	file := filepath.Join(t.TempDir(), "copychief")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", file, "./copychief").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

func TestAProcessThatIsInterruptedEndsAtOnceWith130(t *testing.T) {
	file := built(t)
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		c := exec.Command(file, "--no-config", "-")
		input, err := c.StdinPipe() // it is never closed, as if somebody were typing
		if err != nil {
			t.Fatal(err)
		}
		var problems bytes.Buffer
		c.Stderr = &problems
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// More than a pipe buffers: once it is written, the program is reading and handles signals.
		if _, err := input.Write(bytes.Repeat([]byte("word\n"), 1<<16)); err != nil {
			t.Fatal(err)
		}
		if err := c.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() { _ = c.Wait(); close(ended) }() // the exit code says more
		select {
		case <-ended:
		case <-time.After(20 * time.Second):
			_ = c.Process.Kill()
			t.Fatalf("%v does not end it", signal)
		}
		_ = input.Close()
		if code := c.ProcessState.ExitCode(); code != 130 || problems.String() != "copychief: interrupted\n" {
			t.Errorf("%v: exit code %d, %q", signal, code, problems.String())
		}
	}
}

func TestAClosedPipeIsNotAnError(t *testing.T) {
	file := built(t)
	dir := t.TempDir()
	for i := range 400 { // more findings than a pipe buffers
		text := strings.Repeat("Stalls open at at seven.\n\n", 40)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, format := range []string{"concise", "text", "json"} {
		for failOn, want := range map[string]int{"never": 0, "warning": 1} {
			c := exec.Command(file, "--no-config", "--no-cache", "--only", "repeated-word", "--format", format, "--fail-on", failOn, dir)
			var problems bytes.Buffer
			c.Stderr = &problems
			output, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := output.Read(make([]byte, 100)); err != nil {
				t.Error(err)
			}
			_ = output.Close()
			_ = c.Wait()
			if code := c.ProcessState.ExitCode(); code != want || problems.Len() > 0 {
				t.Errorf("%s, --fail-on %s: exit code %d, want %d; %q", format, failOn, code, want, problems.String())
			}
		}
	}
}
