//go:build unix

package cmd_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

// watched is a process that watches a folder.
type watched struct {
	t       *testing.T
	dir     string
	process *exec.Cmd
	out     collected
}

// collected is what a process has written so far.
type collected struct {
	mu   sync.Mutex
	text bytes.Buffer
	read int // bytes of it that were waited for
}

func (c *collected) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.Write(p)
}

// upTo returns what was written since the last call, up to the end of want; ok is
// false where that is not there yet.
func (c *collected) upTo(want string) (text string, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	fresh := c.text.String()[c.read:]
	i := strings.Index(fresh, want)
	if i < 0 {
		return fresh, false
	}
	c.read += i + len(want)
	return fresh[:i+len(want)], true
}

// startWatching starts a process in a folder of drafts, of which each has a number of
// doubled words.
func startWatching(t *testing.T, files map[string]string, args ...string) *watched {
	t.Helper()
	w := &watched{t: t, dir: t.TempDir()}
	for name, content := range files {
		change(t, w.dir, name, content)
	}
	w.start(append([]string{"--watch", "--format", "concise", "--fail-on", "never"}, args...))
	return w
}

// start starts the process, with more in its environment.
func (w *watched) start(args []string, environment ...string) {
	t := w.t
	t.Helper()
	w.process = exec.Command("copychief", args...)
	w.process.Dir, w.process.Stdout, w.process.Stderr = w.dir, &w.out, &w.out
	w.process.Env = append(append(os.Environ(), "COPYCHIEF_CACHE="+filepath.Join(t.TempDir(), "cache")), environment...)
	if err := w.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = w.process.Process.Kill() // where the test has not ended it
		_ = w.process.Wait()
	})
}

// shows waits for the next report and returns it. It must contain all of the words, and
// none of those after an exclamation mark.
func (w *watched) shows(words ...string) string {
	w.t.Helper()
	const end = "Ctrl-C stops it\n"
	deadline := time.Now().Add(30 * time.Second)
	for {
		text, ok := w.out.upTo(end)
		if ok {
			for _, word := range words {
				absent, not := strings.CutPrefix(word, "!")
				if strings.Contains(text, absent) == not {
					w.t.Fatalf("want %q in\n%s", words, text)
				}
			}
			return text
		}
		if time.Now().After(deadline) {
			w.t.Fatalf("no report with %q, but\n%s", words, text)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// silent fails if anything is shown within a time that is long enough for a report.
func (w *watched) silent(why string) {
	w.t.Helper()
	time.Sleep(700 * time.Millisecond)
	if text, _ := w.out.upTo("\x00"); text != "" {
		w.t.Fatalf("%s is a reason to show\n%s", why, text)
	}
}

func (w *watched) write(name, content string) { change(w.t, w.dir, name, content) }

// rename saves a file as many editors do: another one takes its name.
func (w *watched) rename(name, content string) {
	w.t.Helper()
	beside := filepath.Join(w.dir, filepath.Dir(name), ".saving~")
	if err := os.WriteFile(beside, []byte(content), 0o644); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Rename(beside, filepath.Join(w.dir, name)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watched) remove(name string) {
	w.t.Helper()
	if err := os.RemoveAll(filepath.Join(w.dir, name)); err != nil {
		w.t.Fatal(err)
	}
}

// ends interrupts the process, which must end at once, with code 130 and no word.
func (w *watched) ends() {
	w.t.Helper()
	if err := w.process.Process.Signal(os.Interrupt); err != nil {
		w.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- w.process.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 130 {
			w.t.Errorf("it ends with %v", err)
		}
	case <-time.After(10 * time.Second):
		w.t.Fatal("it does not end")
	}
	if rest, _ := w.out.upTo("\x00"); rest != "" {
		w.t.Errorf("it ends with the words %q", rest)
	}
}

const doubled = "# One\n\nIt it is.\n"

func TestWatchingNoticesWhatEditorsDo(t *testing.T) {
	w := startWatching(t, map[string]string{"a.md": doubled, "sub/b.md": doubled}, "--only", "repeated-word,broken-image", ".")
	w.shows("a.md:3", "sub/b.md:3")
	w.write("a.md", "# One\n\nIt is.\n")
	w.shows("--- changed: a.md\n", "!a.md:3", "sub/b.md:3")
	w.rename("a.md", "# One\n\nAnd and so on.\n")
	w.shows("--- changed: a.md\n", "a.md:3", "sub/b.md:3")
	w.rename("a.md", "# One\n\nSo on, and and on.\n") // the file that is watched now is another
	w.shows("a.md:3:8", "sub/b.md:3")
	w.remove("sub/b.md")
	w.shows("--- changed: sub/b.md\n", "a.md:3", "!sub/b.md:")
	w.write("new/deep/c.md", "# Three\n\nThe the end.\n")
	w.shows("a.md:3", "new/deep/c.md:3")
	w.write("new/deep/c.md", "# Three\n\nThe end.\n")
	w.shows("--- changed: new/deep/c.md\n", "!new/deep/c.md:")
	w.remove("new")
	w.shows("a.md:3")
	w.write("new/d.md", doubled)
	w.shows("new/d.md:3")
	w.ends()
}

func TestWatchingNoticesWhatRulesReadInTheSite(t *testing.T) {
	w := startWatching(t, map[string]string{
		"posts/a.md": "# One\n\n![A map](../images/map.png)\n", ".git/HEAD": "x",
	}, "--only", "broken-image,long-headline", "posts")
	w.shows("posts/a.md:3")
	w.write("images/other.png", "x")
	w.shows("posts/a.md:3")
	w.write("images/another.png", "x")
	w.silent("an image that nobody asked for")
	w.write("images/map.png", "x")
	w.shows("!posts/a.md:3")
	w.remove("images")
	w.shows("posts/a.md:3")
	w.write("posts/.a.md.swp", "x")
	w.write("posts/a.md~", "x")
	w.write("posts/4913", "x")
	w.silent("a file of an editor")
	w.ends()
}

func TestWatchingReadsTheConfigurationAnew(t *testing.T) {
	w := startWatching(t, map[string]string{"posts/a.md": doubled, ".git/HEAD": "x"}, "posts")
	w.shows("repeated-word")
	w.write(".copychief.yml", "rules: {repeated-word: off}\n")
	w.shows("--- changed: .copychief.yml\n", "!repeated-word")
	w.write(".copychief.yml", "rules: {repeated-wrod: off}\n")
	w.shows("copychief: .copychief.yml:1:9:", "did you mean")
	w.write(".copychief.yml", "rules: {repeated-word: error}\n")
	w.shows("error: ", "repeated-word")
	w.write("posts/.copychief.yml", "ignore: ['*.md']\n")
	w.shows("copychief: no drafts found")
	w.remove("posts/.copychief.yml")
	w.shows("repeated-word")
	w.write("posts/.gitignore", "*.md\n")
	w.shows("copychief: no drafts found")
	w.ends()
}

func TestWatchingNoticesBaselinesAndSources(t *testing.T) {
	w := startWatching(t, map[string]string{
		"posts/a.md":       "---\ntitle: One\n---\n\nIt it is. “We are very sad about all of this today,” Ann Field said.\n",
		"sources/talk.txt": "We are very glad about all of this today.\n",
		".copychief.yml":   "profile: news\nsources: [sources]\n",
		".git/HEAD":        "x",
	}, "--only", "repeated-word,altered-quote", "posts")
	w.shows("repeated-word", "altered-quote")
	w.write("sources/talk.txt", "We are very sad about all of this today.\n")
	w.shows("repeated-word", "!altered-quote")
	remember := exec.Command("copychief", "baseline", "--only", "repeated-word", "--baseline", "known.json", "posts")
	remember.Dir = w.dir
	if out, err := remember.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	w.write(".copychief.yml", "baseline: known.json\n")
	w.shows("!posts/a.md:5")
	w.remove("known.json")
	w.shows("--- changed: known.json\n", "copychief: baseline known.json: no such file")
	w.ends()
}

func TestWatchingOneDraftOutlivesIt(t *testing.T) {
	w := startWatching(t, map[string]string{"posts/a.md": doubled, "posts/b.md": doubled}, "--only", "repeated-word", "posts/a.md")
	w.shows("posts/a.md:3")
	w.write("posts/b.md", "# One\n")
	w.silent("another draft")
	w.remove("posts")
	w.shows("copychief: posts/a.md: no such file or folder")
	w.write("posts/a.md", doubled)
	w.shows("posts/a.md:3")
	w.ends()
}

func TestWatchingChecksOnlyWhatHasChanged(t *testing.T) {
	files := map[string]string{}
	for i := range 12 {
		files[fmt.Sprintf("%d.md", i)] = doubled
	}
	w := startWatching(t, files, "--only", "repeated-word", ".")
	w.shows("0.md:3", "11.md:3")
	for i := range 4 {
		w.write("7.md", fmt.Sprintf("# Seven\n\n%sIt it is.\n", strings.Repeat("More.\n\n", i)))
		w.shows(fmt.Sprintf("7.md:%d:", 3+2*i), "0.md:3", "11.md:3")
	}
	w.process.Process.Signal(syscall.SIGTERM) //nolint:errcheck // it is killed otherwise
}

func TestWatchingClearsATerminal(t *testing.T) {
	for term, clears := range map[string]bool{"xterm": true, "dumb": false} {
		dir := t.TempDir()
		change(t, dir, "a.md", doubled)
		t.Chdir(dir)
		ctx, cancel := context.WithCancel(t.Context())
		var out, problems collected
		app := cmd.App{
			Stdout: &out, Stderr: &problems, Rules: rules.All(),
			Getenv:   func(name string) string { return map[string]string{"TERM": term}[name] },
			Terminal: func(stream io.Writer) bool { return stream == io.Writer(&out) },
		}
		ended := make(chan int)
		go func() { ended <- app.Run(ctx, []string{"copychief", "--watch", "a.md"}) }()
		text, ok := "", false
		for deadline := time.Now().Add(10 * time.Second); !ok && time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
			_, ok = problems.upTo("Ctrl-C stops it\n")
		}
		cancel()
		if code := <-ended; code != cmd.ExitInterrupted || !ok {
			t.Errorf("exit code %d, shown %t", code, ok)
		}
		text, _ = out.upTo("\x00")
		if strings.HasPrefix(text, "\x1b[H\x1b[2J") != clears || clears == !strings.Contains(text, "\x1b[33") {
			t.Errorf("on %s: %q", term, text)
		}
		if rest, _ := problems.upTo("\x00"); rest != "" {
			t.Errorf("it ends with the words %q", rest)
		}
	}
}

func TestWatchingKeepsAReportUpToDate(t *testing.T) {
	w := startWatching(t, map[string]string{"a.md": doubled}, "--only", "repeated-word", "--format", "html=report.html", ".")
	report := func(words ...string) {
		t.Helper()
		content, err := os.ReadFile(filepath.Join(w.dir, "report.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range words {
			absent, not := strings.CutPrefix(word, "!")
			if strings.Contains(string(content), absent) == not {
				t.Errorf("want %q in the report", words)
			}
		}
	}
	w.shows("a.md:3", "!report.html:")
	report("<mark>It it</mark>", "in 1 file")
	w.silent("the report itself")
	w.rename("a.md", "# One\n\nAnd and so on.\n")
	w.shows("--- changed: a.md\n", "!report.html:")
	report("<mark>And and</mark>", "!<mark>It it</mark>", "in 1 file")
	w.write("a.md", "# One\n\nIt is.\n")
	w.shows("--- changed: a.md\n")
	report("Nothing to report", "in 1 file")
	entries, err := os.ReadDir(w.dir)
	if err != nil || len(entries) != 2 { // no temporary file is left
		t.Errorf("%v, %v", entries, err)
	}
	w.ends()
}
