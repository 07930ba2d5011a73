// Package watch waits for changes to the files and folders that a run depends on.
//
// It watches folders rather than files, because many editors save by renaming a new file
// over the old one, which ends the watch on the old one. Operating systems report changes
// to the entries of a folder but not in its subfolders, so each folder is watched; new
// folders are added after the run that they trigger. Changes between the start of a run
// and the start of the watch are detected by file times.
//
// Most events do not matter: swap files, changed permissions, reports written next to the
// drafts. A change counts if the run looked for that name, or if it could be a draft, a
// folder or a .gitignore.
//
// The trade-off: events are immediate and cost no polling, but systems limit the number of
// watched folders.
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

// Saving a draft causes several events. A run starts once there have been none for quiet,
// or, if they continue, after patience.
const (
	quiet    = 80 * time.Millisecond
	patience = time.Second
)

// Watcher waits for changes. It is not safe for concurrent use.
type Watcher struct {
	events  *fsnotify.Watcher
	draft   func(file string) bool
	folders map[string]bool
	files   map[string]bool
}

// New returns a watcher that does not watch anything yet. draft reports whether a file, given
// by its absolute path, could be a draft.
func New(draft func(file string) bool) (*Watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, explained(err)
	}
	return &Watcher{events: events, draft: draft}, nil
}

// Close stops watching.
func (w *Watcher) Close() error { return w.events.Close() }

// Follow sets what to watch: folders, in which every draft counts, and files, which need
// not exist. It reports whether something in a newly watched folder may have changed since
// the start of the run.
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
			_ = w.events.Remove(dir) // if it no longer exists, it is not watched anyway
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(wanted)) {
		if watched[dir] {
			continue
		}
		switch err := w.events.Add(dir); {
		case errors.Is(err, fs.ErrNotExist):
			late = true
		case errors.Is(err, fs.ErrPermission): // the run reports it, if it matters
		case err != nil:
			return false, fmt.Errorf("watching %s: %w", dir, explained(err))
		case !late:
			late = w.changed(dir, since)
		}
	}
	return late, nil
}

// coarse is the resolution of file times at worst (two seconds on FAT).
const coarse = 2 * time.Second

// changed reports whether anything relevant in a folder is newer than a time.
func (w *Watcher) changed(dir string, since time.Time) bool {
	since = since.Add(-coarse)
	if info, err := os.Stat(dir); err == nil && w.folders[dir] && info.ModTime().After(since) {
		return true
	}
	entries, _ := os.ReadDir(dir) // there is an event if a folder is deleted
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if info, err := e.Info(); err == nil && !e.IsDir() && w.counts(name) && info.ModTime().After(since) {
			return true
		}
	}
	return false
}

// nearest returns a folder or, if it does not exist, the nearest one above that does.
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

// Wait waits for a change and returns the changed paths, sorted. If late is set, because
// something may have changed before it was watched, Wait does not wait for an event and
// may return no paths. The error is that of the context or of the watcher.
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
			calm = time.After(quiet) // event queue overflow: assume that something changed
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

// counts reports whether a change to a path may change the result.
func (w *Watcher) counts(name string) bool {
	if w.files[name] || w.folders[name] {
		return true
	}
	base := filepath.Base(name)
	if w.folders[filepath.Dir(name)] && (base == ".gitignore" || !strings.HasPrefix(base, ".") && w.draft(name)) {
		return true
	}
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return false
	}
	if w.folders[filepath.Dir(name)] {
		return base != "node_modules" && !strings.HasPrefix(base, ".")
	}
	for asked := range w.files { // its folder may not have existed
		if strings.HasPrefix(asked, name+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// explained adds advice to an error about a limit of the system.
func explained(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("the system watches no more folders; raise fs.inotify.max_user_watches, or name fewer paths")
	case errors.Is(err, syscall.EMFILE):
		return errors.New("the system has no more watchers or open files for this user; raise fs.inotify.max_user_instances, or stop others")
	}
	return err
}
