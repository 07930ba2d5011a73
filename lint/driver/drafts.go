package driver

import (
	"context"
	"errors"
	"slices"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
)

// Drafts returns the paths, relative to a folder, in their order and with slashes, of
// all files in it that a run without a configuration would check. None is no error.
func Drafts(ctx context.Context, dir string) ([]string, error) {
	loader, err := configfile.NewLoader(nil, configfile.Options{Flags: config.Flags{Dir: dir}, None: true})
	if err != nil {
		return nil, err
	}
	found, err := discover(ctx, &Request{Config: loader, Paths: []string{"."}, Dir: dir})
	if errors.Is(err, ErrNoDrafts) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var paths []string
	for i := range found.drafts {
		paths = append(paths, found.drafts[i].shown)
	}
	slices.Sort(paths)
	return paths, nil
}
