package discover

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/gitignore"
)

// Configurations returns the absolute paths, in their order, of the configuration
// files that hold for drafts in a folder: those in it and in folders below, and the
// nearest one above where it has none itself. Folders that a run does not look into
// are left out. The error is for folders with two configurations, for those that
// cannot be read, and for a cancelled context.
func Configurations(ctx context.Context, dir string) (files []string, err error) {
	var errs []error
	own, err := configfile.Holding(dir)
	if err != nil {
		errs = append(errs, err)
	}
	if own != "" && filepath.Dir(own) != dir {
		files = append(files, own)
	}
	d := &discovery{ignorers: map[string]*gitignore.Matcher{}}
	git := d.ignorer(ctx, dir)
	stop := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			errs = append(errs, err)
			return nil
		case !e.IsDir():
			if configfile.IsFileName(e.Name()) {
				files = append(files, file)
			}
			return nil
		case file != dir && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules" || git.Ignored(file, true)):
			return fs.SkipDir
		}
		if _, err := configfile.In(file); err != nil && file != dir {
			errs = append(errs, err)
		}
		return nil
	})
	return files, errors.Join(append(errs, stop)...)
}
