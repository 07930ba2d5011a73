package discover

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/export"
	"github.com/copychief/copychief/lint/driver/gitignore"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/parse"
)

// ErrNone means that the paths of a request contain no drafts. A run without drafts must
// not look clean.
var ErrNone = errors.New("no drafts found")

// errEmptyPath is for an empty path, most likely an unset variable in a script.
var errEmptyPath = errors.New("a path is empty; name a draft, or a folder such as . for this one")

// unnamed is the path shown for standard input without a name.
const unnamed = "<stdin>"

// discovery is the state of a search for drafts. It is not safe for concurrent use.
type discovery struct {
	request  *Request
	seen     map[string]bool
	ignorers map[string]*gitignore.Matcher
	found    Result
	errs     []error
	context  bool           // drafts found now are only context for rules about the site
	typed    string         // absolute path that standard input replaces
	ignored  int            // number of drafts ignored by the configuration
	hidden   bool           // a draft or folder was skipped because git ignores it
	unread   map[string]int // documents that are not read, by extension
	skipped  bool           // a named draft was skipped because the configuration ignores it
}

// named adds the drafts that the paths name or contain.
func (d *discovery) named(ctx context.Context) error {
	there, err := d.stats(ctx)
	if err != nil {
		return err
	}
	for i, p := range d.request.Paths {
		if p == "-" {
			addStdin(ctx, d)
		} else {
			d.path(ctx, p, there[i])
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// stat is the result of os.Stat for a path.
type stat struct {
	file string // absolute
	info fs.FileInfo
	err  error
}

// stats stats the paths of the request concurrently, since there may be thousands.
func (d *discovery) stats(ctx context.Context) ([]stat, error) {
	paths := d.request.Paths
	there := make([]stat, len(paths))
	for i, p := range paths {
		if p != "-" && p != "" {
			there[i].file = d.absolute(p)
			notify(d.request.OnFile, there[i].file)
		}
	}
	return there, parallel.For(ctx, d.request.Jobs, len(paths), func(i int) {
		if s := &there[i]; s.file != "" {
			s.info, s.err = os.Stat(s.file)
		}
	})
}

func notify(listener func(string), path string) {
	if listener != nil {
		listener(path)
	}
}

// finish adds the other drafts of the site, reports errors, and sorts the drafts.
func (d *discovery) finish(ctx context.Context) (*Result, error) {
	r := d.request
	if r.Site != "" && len(d.found.Drafts) > 0 {
		d.siteDrafts(ctx, r.Site)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if len(d.errs) > 0 {
		return nil, errors.Join(d.errs...)
	}
	if d.skipped && d.found.Idle == "" && len(d.found.Drafts) == 0 {
		d.found.Idle = "Nothing to check: the configuration ignores the paths that were named"
	}
	if len(d.found.Drafts) == 0 && len(d.found.Missed) == 0 && !r.Empty && d.found.Idle == "" {
		return nil, fmt.Errorf("%w in %s; %s", ErrNone, strings.Join(r.Paths, ", "), whyEmpty(d))
	}
	d.found.Unread = unreadNote(d)
	d.detach()
	slices.SortFunc(d.found.Drafts, func(a, b Draft) int { return strings.Compare(a.Path, b.Path) })
	return &d.found, nil
}

// detach removes the Word files and notebooks that were found in a folder from the drafts, if there
// are other drafts.
func (d *discovery) detach() {
	attached := func(f Draft) bool { return f.Format.Can(lint.Packed) && !f.named }
	if !slices.ContainsFunc(d.found.Drafts, func(f Draft) bool { return !f.Context && !f.Format.Can(lint.Packed) }) {
		return
	}
	for _, f := range d.found.Drafts {
		if attached(f) && !f.Context {
			d.found.Attached = append(d.found.Attached, f)
		}
	}
	d.found.Drafts = slices.DeleteFunc(d.found.Drafts, attached)
}

// path adds the drafts of a file or folder that the request names.
func (d *discovery) path(ctx context.Context, typed string, there stat) {
	if typed == "" {
		d.errs = append(d.errs, errEmptyPath)
		return
	}
	file, info := there.file, there.info
	switch {
	case errors.Is(there.err, fs.ErrNotExist):
		if addPost(d, typed, file) {
			return
		}
		d.errs = append(d.errs, NotThere(typed, file))
	case there.err != nil:
		d.miss(d.shown(typed, file), rootfs.Cause(there.err).Error())
	case info.IsDir():
		d.found.Folders = append(d.found.Folders, file)
		d.walk(ctx, typed, file, d.ignorer(ctx, file))
	case !info.Mode().IsRegular():
		d.miss(d.shown(typed, file), rootfs.Refusal(info.Mode()))
	default:
		if export.May(file) && addExport(d, typed, file) {
			return
		}
		d.found.Partial = true
		if _, ok := parse.FormatOf(file); !ok {
			d.errs = append(d.errs, unknown(typed, ""))
			return
		}
		d.add(typed, file, true)
	}
}

// walk adds the drafts of a folder. It skips names that begin with a dot, node_modules and
// what git ignores, and does not follow links: their targets are either in the tree under
// their own names or not meant to be checked.
func (d *discovery) walk(ctx context.Context, typed, dir string, git *gitignore.Matcher) {
	notify(d.request.OnFolder, dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		d.miss(d.shown(typed, dir), rootfs.Cause(err).Error())
	}
	for _, e := range entries {
		if ctx.Err() != nil {
			return
		}
		name := e.Name()
		file, shown := filepath.Join(dir, name), filepath.Join(typed, name)
		if strings.HasPrefix(name, ".") || e.Type()&fs.ModeSymlink != 0 {
			continue
		}
		if e.IsDir() {
			switch {
			case name == "node_modules":
			case git.Ignored(file, true):
				d.hidden = true
			default:
				d.walk(ctx, shown, file, git)
			}
			continue
		}
		if _, ok := parse.FormatOf(name); !ok {
			addUnread(d, file, shown, git)
			continue
		}
		if slices.Contains(d.request.Outputs, file) {
			continue
		}
		if git.Ignored(file, false) {
			d.hidden = true
			continue
		}
		if !e.Type().IsRegular() {
			d.miss(d.shown(shown, file), rootfs.Refusal(e.Type()))
			continue
		}
		d.add(shown, file, false)
	}
}

// add adds a draft, unless it was added before. A named draft is added even if the
// configuration ignores it, unless the request says otherwise.
func (d *discovery) add(typed, file string, named bool) {
	if d.seen[file] || d.context && file == d.typed {
		return
	}
	settings, ok := d.settings(file)
	if !ok || settings.Ignore && (!named || d.request.Ignore) {
		d.skipped = d.skipped || ok && named
		if ok && !named {
			d.ignored++
		}
		return
	}
	d.seen[file] = true
	format, _ := parse.FormatOf(file)
	d.found.Drafts = append(d.found.Drafts, Draft{
		Path: d.shown(typed, file), File: file, Settings: settings, Format: format, Context: d.context, Content: Disk(file), named: named,
		Asked: named && !d.request.Ignore,
	})
}

// siteDrafts adds the other drafts of a site as context, so that rules about the site see
// all of it. Files there that cannot be read are not reported.
func (d *discovery) siteDrafts(ctx context.Context, typed string) {
	dir := d.absolute(typed)
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.errs = append(d.errs, fmt.Errorf("--site: %w", NotThere(typed, dir)))
	case err != nil:
		d.errs = append(d.errs, fmt.Errorf("--site: %s: %w", typed, rootfs.Cause(err)))
	case !info.IsDir():
		d.errs = append(d.errs, fmt.Errorf("--site: %s is not a folder", typed))
	default:
		missed := d.found.Missed
		d.context = true
		d.walk(ctx, typed, dir, d.ignorer(ctx, dir))
		d.context, d.found.Missed, d.found.Partial = false, missed, false
	}
}

// settings returns the settings of a file. It records an error only once per run.
func (d *discovery) settings(file string) (*config.Settings, bool) {
	s, err := d.request.Settings.For(file)
	if err == nil {
		return s, true
	}
	for _, e := range d.errs {
		if e.Error() == err.Error() {
			return nil, false
		}
	}
	d.errs = append(d.errs, err)
	return nil, false
}

func (d *discovery) miss(shown, reason string) {
	d.found.Missed = append(d.found.Missed, Unreadable{shown, reason})
}

func (d *discovery) absolute(typed string) string {
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(d.request.Dir, typed)
}

func (d *discovery) shown(typed, file string) string { return Shown(d.request.Dir, typed, file) }

// ignorer returns the git-ignore matcher of the repository that contains a folder or, if
// there is none, of the folder itself.
func (d *discovery) ignorer(ctx context.Context, dir string) *gitignore.Matcher {
	root := cmp.Or(configfile.Repository(dir), dir)
	if d.ignorers[root] == nil {
		d.ignorers[root] = gitignore.New(ctx, root)
	}
	return d.ignorers[root]
}
