// Package watch waits until something changes that a run has looked at.
//
// It watches folders, never files: an editor that saves by writing a new file and
// renaming it leaves a watched file behind with nobody's name. Systems tell about the
// entries of a folder and not about folders below, so that each is watched, and those
// that appear are added when the run that they cause has found them. What changed
// between that run and the watching shows in the times of the files.
//
// Of what a folder tells, most is nobody's business: swap files, changed permissions,
// reports that are written beside the drafts. A change counts where the run has asked
// for that name, or where it could be a draft, a folder or a .gitignore.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Saving a draft is several events, and saving all of them is many. A round begins
// once nothing has happened for quiet, or after patience while things go on.
const (
	quiet    = 80 * time.Millisecond
	patience = time.Second
)

// Watcher waits for changes. One goroutine uses it.
type Watcher struct {
	events  *fsnotify.Watcher
	draft   func(name string) bool
	folders map[string]bool
	files   map[string]bool
}

// New returns a watcher that sees nothing yet. draft reports whether a file of a name
// could be a draft.
func New(draft func(name string) bool) (*Watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, explained(err)
	}
	return &Watcher{events: events, draft: draft}, nil
}

// Close ends the watching.
func (w *Watcher) Close() error { return w.events.Close() }

// Follow turns the watcher to folders, in which every draft counts, and to files,
// there or not. It reports whether something in a folder that it did not watch before
// may have changed since a time, at which the run began that has looked at them.
func (w *Watcher) Follow(folders, files map[string]bool, since time.Time) (late bool, err error) {
	w.folders, w.files = folders, files
	wanted := map[string]bool{}
	for dir := range folders {
		wanted[nearest(dir)] = true
	}
	for name := range files {
		wanted[nearest(filepath.Dir(name))] = true
	}
	watched := map[string]bool{}
	for _, dir := range w.events.WatchList() {
		if watched[dir] = true; !wanted[dir] {
			_ = w.events.Remove(dir) // it may be gone, which ends the watching, too
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(wanted)) {
		if watched[dir] {
			continue
		}
		switch err := w.events.Add(dir); {
		case errors.Is(err, fs.ErrNotExist):
			late = true
		case errors.Is(err, fs.ErrPermission): // the run has said so, if it matters
		case err != nil:
			return false, fmt.Errorf("watching %s: %w", dir, explained(err))
		case !late:
			late = w.changed(dir, since)
		}
	}
	return late, nil
}

// coarse is how much older than it is the time of a file may be (FAT has two seconds).
const coarse = 2 * time.Second

// changed reports whether something that counts in a folder is younger than a time.
func (w *Watcher) changed(dir string, since time.Time) bool {
	since = since.Add(-coarse)
	if info, err := os.Stat(dir); err == nil && w.folders[dir] && info.ModTime().After(since) {
		return true
	}
	entries, _ := os.ReadDir(dir) // a folder that is gone tells so as an event
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if info, err := e.Info(); err == nil && !e.IsDir() && w.counts(name) && info.ModTime().After(since) {
			return true
		}
	}
	return false
}

// nearest returns a folder, or the nearest one above that is there.
func nearest(dir string) string {
	for {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return dir
		}
		dir = up
	}
}

// Wait returns what has changed, sorted, once something has. Where a change may have
// come too early to be told, late, it does not wait for another, and may return
// nothing. The error is the context's, or says why there is no more to wait for.
func (w *Watcher) Wait(ctx context.Context, late bool) ([]string, error) {
	changed := map[string]bool{}
	var calm, enough <-chan time.Time
	if late {
		calm = time.After(quiet)
	}
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-calm:
			return slices.Sorted(maps.Keys(changed)), nil
		case <-enough:
			return slices.Sorted(maps.Keys(changed)), nil
		case err, open := <-w.events.Errors:
			if !open || !errors.Is(err, fsnotify.ErrEventOverflow) {
				return nil, explained(err)
			}
			calm = time.After(quiet) // too much has changed to tell what
		case e, open := <-w.events.Events:
			if !open {
				return nil, fsnotify.ErrClosed
			}
			if e.Op == fsnotify.Chmod || !w.counts(e.Name) {
				continue
			}
			changed[e.Name] = true
			calm = time.After(quiet)
			if enough == nil {
				enough = time.After(patience)
			}
		}
	}
}

// counts reports whether a change of a name may change the result.
func (w *Watcher) counts(name string) bool {
	if w.files[name] || w.folders[name] {
		return true
	}
	base := filepath.Base(name)
	if w.folders[filepath.Dir(name)] && (base == ".gitignore" || !strings.HasPrefix(base, ".") && w.draft(base)) {
		return true
	}
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return false
	}
	if w.folders[filepath.Dir(name)] {
		return base != "node_modules" && !strings.HasPrefix(base, ".")
	}
	for asked := range w.files { // in a folder that was not there
		if strings.HasPrefix(asked, name+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// explained says what to do about a limit of the system.
func explained(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("the system watches no more folders; raise fs.inotify.max_user_watches, or name fewer paths")
	case errors.Is(err, syscall.EMFILE):
		return errors.New("the system has no more watchers or open files for this user; raise fs.inotify.max_user_instances, or end others")
	}
	return err
}
