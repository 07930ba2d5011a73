package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/watch"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report"
)

// errStopped is returned when an interrupt ends --watch.
var errStopped = errors.New("stopped")

// clearScreen moves to the top of a terminal and clears it with its scrollback (ECMA-48
// CUP and ED; xterm's ED 3).
const clearScreen = "\x1b[H\x1b[2J\x1b[3J"

func watchFlag() cli.Flag {
	return &cli.BoolFlag{Name: "watch", Usage: "check again whenever something changes; Ctrl-C stops it"}
}

// watcher runs a check again whenever something changes.
type watcher struct {
	*session
	c      *cli.Context
	run    func(*session, *cli.Context) error
	inputs *driver.Inputs // of the last run
	store  *cache.Cache   // shared by all runs; nil with --no-cache
	shown  string         // the output of the last run
	told   bool           // the first run was shown
	redraw bool           // clear the terminal before each report
}

// runWatch runs the check of the flags, again and again, until it is interrupted.
func runWatch(s *session, c *cli.Context) error {
	if err := checkWatchFlags(c); err != nil { // before what --format says
		return err
	}
	sinks, err := sinksOf(s, c)
	if err != nil {
		return err
	}
	w := &watcher{session: s, c: c, run: runCheck, redraw: s.terminal(s.Stdout) && s.getenv("TERM") != "dumb"}
	return follow(w, filesOf(sinks))
}

// follow does the runs of a watcher until it is interrupted. Files that they write are not drafts.
func follow(w *watcher, outputs []string) error {
	if err := checkWatchFlags(w.c); err != nil {
		return err
	}
	if !w.c.Bool("no-cache") {
		dir, err := cacheDir(w.getenv, w.c)
		if err != nil {
			return err
		}
		w.store = cache.New(dir)
	}
	events, err := watch.New(func(file string) bool {
		_, ok := parse.FormatOf(file)
		return ok && !slices.Contains(outputs, file)
	})
	if err != nil {
		return fmt.Errorf("watching: %w", err)
	}
	defer events.Close() //nolint:errcheck // the process ends anyway
	return w.loop(events)
}

// loop checks, shows the report and waits for changes, in turn. An error of the first
// check ends it as it does without --watch, except for an error in a configuration,
// which the user can correct meanwhile.
func (w *watcher) loop(events *watch.Watcher) error {
	var changed []string
	for first := true; ; first = false {
		began := time.Now()
		text, trouble := w.check()
		if w.ctx.Err() != nil {
			return errStopped
		}
		var problems config.Problems
		if first && trouble != nil && (!errors.As(trouble, &problems) || len(w.inputs.Files) == 0) {
			return trouble
		}
		late, err := events.Follow(w.inputs.Folders, w.inputs.Files, began)
		if err != nil {
			return err
		}
		if err := w.show(text, trouble, changed); err != nil {
			return err
		}
		if changed, err = events.Wait(w.ctx, late); err != nil {
			if w.ctx.Err() != nil {
				return errStopped
			}
			return fmt.Errorf("watching: %w", err)
		}
	}
}

// check runs the check once and returns what it writes to standard output. After a run
// that could not begin, what the run before depended on is watched as well, since the
// correction may be there.
func (w *watcher) check() (text []byte, trouble error) {
	var out bytes.Buffer
	app := *w.App
	app.Stdout = &out
	app.Terminal = func(stream io.Writer) bool {
		if stream == io.Writer(&out) {
			stream = w.Stdout
		}
		return w.terminal(stream)
	}
	last := w.inputs
	w.inputs = driver.NewInputs()
	trouble = w.run(&session{App: &app, ctx: w.ctx, rules: &ruleset{known: w.rules.known}, watch: w}, w.c)
	if trouble != nil && last != nil {
		for dir := range last.Folders {
			w.inputs.Folders[dir] = true
		}
		for name := range last.Files {
			w.inputs.Files[name] = true
		}
	}
	return out.Bytes(), trouble
}

// show writes the output of a run. A run without known changes writes nothing if its
// output is the same as before.
func (w *watcher) show(text []byte, trouble error, changed []string) error {
	said := string(text)
	if trouble != nil {
		said += "\x00" + trouble.Error()
	}
	if w.told && said == w.shown && len(changed) == 0 {
		return nil
	}
	w.told = true
	between := ""
	switch {
	case w.redraw:
		between = clearScreen
	case len(changed) > 0 || w.shown != "":
		between = "\n--- " + w.names(changed) + "\n\n"
	}
	w.shown = said
	if _, err := io.WriteString(w.Stdout, between+string(text)); err != nil {
		return err
	}
	if trouble != nil {
		w.complain(trouble)
	}
	if !w.c.Bool("quiet") {
		_, _ = fmt.Fprintf(w.Stderr, "%s  Watching for changes; Ctrl-C stops it\n", w.now().Format(time.TimeOnly)) // there is nowhere to report it
	}
	return nil
}

// names lists what has changed, relative to the working directory.
func (w *watcher) names(changed []string) string {
	const most = 3
	dir, err := os.Getwd()
	var names []string
	for _, name := range changed {
		if rel, wrong := filepath.Rel(dir, name); err == nil && wrong == nil && filepath.IsLocal(rel) {
			name = filepath.ToSlash(rel)
		}
		names = append(names, report.Escape(name))
	}
	switch n := len(names); {
	case n == 0:
		return "checked again"
	case n > most:
		return fmt.Sprintf("changed: %s and %d more", strings.Join(names[:most], ", "), n-most)
	}
	return "changed: " + strings.Join(names, ", ")
}

// checkWatchFlags returns an error for flags that make no sense with --watch.
func checkWatchFlags(c *cli.Context) error {
	if slices.Contains(c.Args().Slice(), "-") || c.NArg() == 0 && c.IsSet("stdin-filename") {
		return errors.New("--watch cannot read standard input again; name a draft or a folder")
	}
	for _, flag := range []string{"fix", "diff", "fix-dry-run"} {
		if c.IsSet(flag) {
			return fmt.Errorf("--watch cannot be combined with --%s; run it without --watch", flag)
		}
	}
	for _, flag := range []string{"changed", "staged", "since-merge-base"} {
		if c.IsSet(flag) {
			return fmt.Errorf("--watch does not notice changes in git; drop --%s", flag)
		}
	}
	if c.String("output") != "" {
		return errors.New("--watch reports to standard output; drop --output, or name the file with --format FORMAT=FILE")
	}
	formats, _ := c.Generic("format").(*commandline.Repeated)
	if formats == nil {
		return nil
	}
	for _, format := range *formats {
		if format != "text" && format != "concise" && !strings.Contains(format, "=") {
			return fmt.Errorf("--watch shows text and concise; write --format %s=FILE for a file that is kept up to date", format)
		}
	}
	return nil
}
