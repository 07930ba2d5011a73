package git

import (
	"context"
	"strings"
)

// ExcludesFile returns the value of core.excludesFile, with ~ expanded; a relative path is
// relative to the root of the work tree. ok is false if it is not set or git fails. dir is
// a folder in the work tree.
func ExcludesFile(ctx context.Context, dir string) (name string, ok bool) {
	out, err := output(ctx, dir, "config", "--null", "--path", "--get", "core.excludesFile")
	name, ended := strings.CutSuffix(string(out), "\x00")
	return name, err == nil && ended
}
