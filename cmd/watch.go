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

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/watch"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report"
)

// errStopped says that watching was ended the way it always is.
var errStopped = errors.New("stopped")

// wipe moves to the top of a terminal and clears it and what it has scrolled off
// (ECMA-48 CUP and ED; xterm's ED 3).
const wipe = "\x1b[H\x1b[2J\x1b[3J"

func watchFlag() cli.Flag {
	return &cli.BoolFlag{Name: "watch", Usage: "check again whenever something changes; Ctrl-C stops it"}
}

// watching is a check that is run again and again.
type watching struct {
	*session
	c      *cli.Context
	inputs *driver.Inputs // of the last run
	store  *cache.Cache   // for all runs; nil where drafts are to be checked each time
	shown  string         // what the last run had to show
	redraw bool           // clears a terminal before each report
}

// watch runs the check that the flags describe until it is interrupted.
func (s *session) watch(c *cli.Context) error {
	if err := watchable(c); err != nil {
		return err
	}
	w := &watching{session: s, c: c, redraw: s.terminal(s.Stdout) && s.getenv("TERM") != "dumb"}
	if !c.Bool("no-cache") {
		dir, err := s.cacheDir(c)
		if err != nil {
			return err
		}
		w.store = cache.New(dir)
	}
	events, err := watch.New(func(name string) bool { _, ok := parse.FormatOf(name); return ok })
	if err != nil {
		return fmt.Errorf("watching: %w", err)
	}
	defer events.Close() //nolint:errcheck // the process ends with it
	return w.loop(events)
}

// loop checks, shows what is new and waits, in turn. What keeps the first check from
// running is an error as without --watch, a mistake in a configuration aside, which is
// mended while it is looked at.
func (w *watching) loop(events *watch.Watcher) error {
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

// check runs the check once and returns what it writes to standard output. The inputs
// of a run that could not begin is that of the one before, too: what it did not get
// to may be what will mend it.
func (w *watching) check() (text []byte, trouble error) {
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
	trouble = (&session{App: &app, ctx: w.ctx, known: w.known, watched: w}).runCheck(w.c)
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

// show writes what a run had to say. One that was run only to be sure, since nothing
// is known to have changed, is silent where it says the same.
func (w *watching) show(text []byte, trouble error, changed []string) error {
	said := string(text)
	if trouble != nil {
		said += "\x00" + trouble.Error()
	}
	if said == w.shown && len(changed) == 0 {
		return nil
	}
	between := ""
	switch {
	case w.redraw:
		between = wipe
	case w.shown != "":
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
		_, _ = fmt.Fprintf(w.Stderr, "%s  Watching for changes; Ctrl-C stops it\n", w.now().Format(time.TimeOnly)) // nobody is left to tell
	}
	return nil
}

// names lists what has changed, as the user would name it.
func (w *watching) names(changed []string) string {
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

// watchable refuses what makes no sense again and again.
func watchable(c *cli.Context) error {
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
		return errors.New("--watch reports to standard output; drop --output")
	}
	for _, format := range *c.Generic("format").(*repeated) {
		if format != "text" && format != "concise" {
			return fmt.Errorf("--watch supports text and concise; drop --format %s", format)
		}
	}
	return nil
}
