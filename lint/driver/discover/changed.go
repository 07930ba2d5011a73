package discover

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/parse"
)

// Patterns returns patterns of the file names of drafts, for git.
func Patterns() []string { return lint.NamePatterns() }

// changed adds the drafts that have changed: all of them or, if there are paths, those in
// the paths. It takes them from git and walks no folder.
func (d *discovery) changed(ctx context.Context) error {
	c := d.request.Changes
	here, err := filepath.EvalSymlinks(d.request.Dir)
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	d.found.Partial = true
	places := []place{{named: false}}
	if len(d.request.Paths) > 0 {
		places = places[:0]
		for _, typed := range d.request.Paths {
			if p, ok := d.place(typed); ok {
				places = append(places, p)
			}
		}
	}
	for i := range c.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		f := &c.Files[i]
		for _, p := range places {
			if p.contains(f.Path) {
				d.addChanged(here, f, p)
				break
			}
		}
	}
	if len(d.found.Drafts)+len(d.found.Missed)+len(d.errs) == 0 {
		d.found.Idle = d.idle()
	}
	return nil
}

// place is a path of the request, relative to the root of the repository.
type place struct {
	rel   string // with slashes; "" for the root
	named bool   // it is a file
}

// contains reports whether a file is the place or inside it, and a walk would find it: not
// under a name that begins with a dot or in node_modules.
func (p place) contains(path string) bool {
	if p.named {
		return path == p.rel
	}
	if p.rel != "" {
		below, inside := strings.CutPrefix(path, p.rel+"/")
		if !inside {
			return false
		}
		path = below
	}
	segments := strings.Split(path, "/")
	return !slices.ContainsFunc(segments, func(s string) bool { return strings.HasPrefix(s, ".") }) &&
		!slices.Contains(segments[:len(segments)-1], "node_modules")
}

// place locates a path in the repository. It need not exist, since it may be staged.
func (d *discovery) place(typed string) (p place, ok bool) {
	c := d.request.Changes
	switch typed {
	case "-":
		d.errs = append(d.errs, errors.New("git cannot tell what has changed on standard input; name the file instead"))
		return p, false
	case "":
		d.errs = append(d.errs, errEmptyPath)
		return p, false
	}
	file := d.absolute(typed)
	real, info, err := lookUp(file)
	if err != nil {
		d.miss(d.shown(typed, file), rootfs.Cause(err).Error())
		return p, false
	}
	rel, err := filepath.Rel(c.Root, real)
	if err != nil || !filepath.IsLocal(rel) {
		d.errs = append(d.errs, fmt.Errorf("%s is outside the repository %s; run copychief in its own repository", typed, c.Root))
		return p, false
	}
	if own := configfile.Repository(real); own != "" && own != c.Root {
		d.errs = append(d.errs, fmt.Errorf("%s is in a repository of its own, %s; run copychief there", typed, own))
		return p, false
	}
	if p.rel = filepath.ToSlash(rel); p.rel == "." {
		p.rel = ""
	}
	p.named = c.Find(p.rel) != nil || info != nil && !info.IsDir()
	if _, reads := parse.FormatOf(file); p.named && !reads {
		d.errs = append(d.errs, unknown(typed, "lines of an export are not compared; check it without --changed"))
		return p, false
	}
	staged := c.Staged && slices.ContainsFunc(c.Files, func(f git.File) bool { return p.contains(f.Path) })
	if _, _, post := cutPost(typed); post && info == nil {
		d.errs = append(d.errs, fmt.Errorf("%s: lines of an export are not compared; check it without --changed", typed))
		return p, false
	}
	if info == nil && !staged {
		d.errs = append(d.errs, NotThere(typed, file))
		return p, false
	}
	return p, true
}

// lookUp returns a path with its links resolved, as far as it exists, and information on
// it, or nil if it does not exist.
func lookUp(file string) (real string, info fs.FileInfo, err error) {
	if real, err = filepath.EvalSymlinks(file); err == nil {
		info, err = os.Stat(real)
		return real, info, err
	}
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(file) == file {
		return "", nil, err
	}
	dir, _, err := lookUp(filepath.Dir(file))
	return filepath.Join(dir, filepath.Base(file)), nil, err
}

// addChanged adds a draft that has changed. here is the folder of the request with its
// links resolved, so that paths inside it are shown relative to it.
func (d *discovery) addChanged(here string, f *git.File, p place) {
	c := d.request.Changes
	if _, ok := parse.FormatOf(f.Path); !ok {
		return
	}
	file := filepath.Join(c.Root, filepath.FromSlash(f.Path))
	if rel, err := filepath.Rel(here, file); err == nil {
		file = filepath.Join(d.request.Dir, rel)
	}
	if f.Unmerged && c.Staged {
		d.miss(d.shown("", file), "a merge left conflicts in it; resolve them and stage it")
		return
	}
	if !c.Staged {
		info, err := os.Lstat(file)
		if err == nil && !info.Mode().IsRegular() || errors.Is(err, fs.ErrNotExist) {
			return // a link, which a walk would not follow, or not in the work tree
		}
	}
	n := len(d.found.Drafts)
	if d.add("", file, p.named); len(d.found.Drafts) > n {
		d.found.Drafts[n].Change = f
		if c.Staged {
			d.found.Drafts[n].Content = indexed{c, f}
		}
	}
}

// idle says why there is nothing to check, if that is not an error. It contains no paths,
// so it need not be escaped.
func (d *discovery) idle() string {
	what := "No draft has changed"
	if d.request.Changes.Staged {
		what = "Nothing staged to check"
	}
	if len(d.request.Paths) > 0 {
		what += " among these paths"
	}
	return what
}
