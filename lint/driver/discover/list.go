package discover

import (
	"context"
	"errors"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
)

// List returns the files in a folder that a run without a configuration would check, as
// sorted paths relative to the folder, with slashes. It is not an error if there are none.
func List(ctx context.Context, dir string) ([]string, error) {
	none, err := configfile.NewLoader(nil, configfile.Options{Flags: config.Flags{Dir: dir}, None: true})
	if err != nil {
		return nil, err
	}
	found, err := Drafts(ctx, Request{Settings: none, Paths: []string{"."}, Dir: dir})
	if errors.Is(err, ErrNone) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var paths []string
	for i := range found.Drafts {
		paths = append(paths, found.Drafts[i].Path)
	}
	return paths, nil
}
