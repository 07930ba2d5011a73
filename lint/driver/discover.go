package driver

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

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/gitignore"
	"github.com/copychief/copychief/lint/parse"
)

// ErrNoDrafts says that the paths of a request lead to no draft at all. A run
// over nothing must not look clean.
var ErrNoDrafts = errors.New("no drafts found")

// errEmptyPath is about a variable of a script that is not set, hardly the whole folder.
var errEmptyPath = errors.New("a path is empty; name a draft, or a folder such as . for this one")

// formats is how messages name what copychief reads.
const formats = ".md, .markdown, .mdx, .html, .htm and .txt"

// unnamed is how standard input is shown that was given no name.
const unnamed = "<stdin>"

// found is what the paths of a request stand for.
type found struct {
	drafts  []draft // by path
	missed  []NotChecked
	partial bool     // single files were named
	folders []string // absolute, that were searched
	dir     string   // absolute; what paths are relative to
	idle    string   // why there is rightly nothing to check; "" where there is
}

// discovery turns paths into drafts. It asks the configuration about each from
// one goroutine, so that its errors come in the order of paths.
type discovery struct {
	request  *Request
	dir      string
	seen     map[string]bool
	ignorers map[string]*gitignore.Matcher
	found    found
	errs     []error
	context  bool   // what is found now is there for rules about the site alone
	typed    string // absolute name of standard input, which stands for that file
	ignored  int    // drafts in folders that the configuration ignores
	hidden   bool   // git ignores a draft or a folder
	spared   bool   // a named draft was left out because the configuration ignores it
}

// discover finds the drafts of a request. All paths that are wrong, and all
// configuration files that are not in order, are told at once.
func discover(ctx context.Context, r *Request) (*found, error) {
	d := &discovery{request: r, dir: r.Dir, seen: map[string]bool{}, ignorers: map[string]*gitignore.Matcher{}}
	if d.dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, fmt.Errorf("finding the working directory: %w", err)
		}
		d.dir = dir
	}
	d.found.dir, d.found.drafts = d.dir, make([]draft, 0, len(r.Paths))
	if r.Config == nil {
		loader, err := configfile.NewLoader(append(slices.Clone(r.Rules), Rules()...), configfile.Options{Flags: config.Flags{Dir: d.dir}})
		if err != nil {
			return nil, err
		}
		r.Config = loader
	}
	if r.Changes != nil {
		if err := d.changed(ctx); err != nil {
			return nil, err
		}
		return d.finish(ctx)
	}
	there, err := d.look(ctx)
	if err != nil {
		return nil, err
	}
	for i, p := range r.Paths {
		if p == "-" {
			d.stdin(ctx)
		} else {
			d.path(ctx, p, there[i])
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return d.finish(ctx)
}

// finish adds the other drafts of the site, tells what was wrong, and puts what was
// found in order.
func (d *discovery) finish(ctx context.Context) (*found, error) {
	r := d.request
	if r.Site != "" && len(d.found.drafts) > 0 {
		d.rest(ctx, r.Site)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if len(d.errs) > 0 {
		return nil, errors.Join(d.errs...)
	}
	if d.spared && d.found.idle == "" && len(d.found.drafts) == 0 {
		d.found.idle = "Nothing to check: the configuration ignores what was named"
	}
	if len(d.found.drafts) == 0 && len(d.found.missed) == 0 && !r.Empty && d.found.idle == "" {
		return nil, fmt.Errorf("%w in %s; %s", ErrNoDrafts, strings.Join(r.Paths, ", "), d.why())
	}
	slices.SortFunc(d.found.drafts, func(a, b draft) int { return strings.Compare(a.shown, b.shown) })
	return &d.found, nil
}

// why says what may have kept the paths from leading to a draft.
func (d *discovery) why() string {
	switch {
	case d.ignored > 0:
		return fmt.Sprintf("of what is there, the configuration ignores %d; look at ignore in it", d.ignored)
	case d.hidden:
		return "copychief reads " + formats + ", and leaves out what git ignores, as some of this"
	default:
		return "copychief reads " + formats
	}
}

// path takes a file or folder that the request names, of which we know what is there.
func (d *discovery) path(ctx context.Context, typed string, there stat) {
	if typed == "" {
		d.errs = append(d.errs, errEmptyPath)
		return
	}
	file := d.absolute(typed)
	info := there.info
	switch {
	case errors.Is(there.err, fs.ErrNotExist):
		d.errs = append(d.errs, NotThere(typed, file))
	case there.err != nil:
		d.miss(d.shown(typed, file), plain(there.err).Error())
	case info.IsDir():
		d.found.folders = append(d.found.folders, file)
		d.walk(ctx, typed, file, d.ignorer(ctx, file))
	case !info.Mode().IsRegular():
		d.miss(d.shown(typed, file), special(info.Mode()))
	default:
		d.found.partial = true
		if _, ok := parse.FormatOf(file); !ok {
			d.errs = append(d.errs, fmt.Errorf("%s: unknown format; copychief reads %s", typed, formats))
			return
		}
		d.add(typed, file, true)
	}
}

// walk takes the drafts of a folder. Names that begin with a dot, node_modules and
// what git ignores are left out, and links are not followed: what they lead to is
// either in the tree under its own name or not meant to be.
func (d *discovery) walk(ctx context.Context, typed, dir string, git *gitignore.Matcher) {
	d.request.Sight.folder(dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		d.miss(d.shown(typed, dir), plain(err).Error())
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
			continue
		}
		if git.Ignored(file, false) {
			d.hidden = true
			continue
		}
		if !e.Type().IsRegular() {
			d.miss(d.shown(shown, file), special(e.Type()))
			continue
		}
		d.add(shown, file, false)
	}
}

// add takes one draft, once. One that is named is checked even where the
// configuration ignores it, unless the request says otherwise.
func (d *discovery) add(typed, file string, named bool) {
	if d.seen[file] || d.context && file == d.typed {
		return
	}
	settings, ok := d.settings(file)
	if !ok || settings.Ignore && (!named || d.request.Ignore) {
		d.spared = d.spared || ok && named
		if ok && !named {
			d.ignored++
		}
		return
	}
	d.seen[file] = true
	format, _ := parse.FormatOf(file)
	d.found.drafts = append(d.found.drafts, draft{
		shown: d.shown(typed, file), file: file, settings: settings, format: format, context: d.context,
	})
}

// rest takes the drafts of a site that the paths do not name, so that rules about the
// site see all of it. What cannot be read there is nobody's business now.
func (d *discovery) rest(ctx context.Context, typed string) {
	dir := d.absolute(typed)
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.errs = append(d.errs, fmt.Errorf("--site: %w", NotThere(typed, dir)))
	case err != nil:
		d.errs = append(d.errs, fmt.Errorf("--site: %s: %w", typed, plain(err)))
	case !info.IsDir():
		d.errs = append(d.errs, fmt.Errorf("--site: %s is no folder", typed))
	default:
		missed := d.found.missed
		d.context = true
		d.walk(ctx, typed, dir, d.ignorer(ctx, dir))
		d.context, d.found.missed, d.found.partial = false, missed, false
	}
}

// settings asks the configuration. An error is kept, once, for the whole run.
func (d *discovery) settings(file string) (*config.Settings, bool) {
	s, err := d.request.Config.For(file)
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
	d.found.missed = append(d.found.missed, NotChecked{shown, reason})
}

func (d *discovery) absolute(typed string) string {
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(d.dir, typed)
}

// shown returns a path as findings show it: relative to the folder of the
// request, but for an absolute path that leads elsewhere.
func (d *discovery) shown(typed, file string) string {
	if rel := nameIn(d.dir, file); rel != "" {
		return rel
	}
	rel, err := filepath.Rel(d.dir, file)
	if err != nil || filepath.IsAbs(typed) && !filepath.IsLocal(rel) {
		return filepath.ToSlash(file)
	}
	return filepath.ToSlash(rel)
}

// ignorer returns what git ignores in the repository around a folder, or in the
// folder itself where there is none.
func (d *discovery) ignorer(ctx context.Context, dir string) *gitignore.Matcher {
	root := cmp.Or(configfile.Repository(dir), dir)
	if d.ignorers[root] == nil {
		d.ignorers[root] = gitignore.New(ctx, root)
	}
	return d.ignorers[root]
}
