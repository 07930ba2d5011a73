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

// Configurations returns the absolute paths, sorted, of the configuration files that apply
// to drafts in a folder: those in it and in its subfolders and, if it has none itself, the
// nearest one above. It skips the folders that a run skips. The error is for folders with
// two configurations, folders that cannot be read, and a cancelled context.
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
