package git

import (
	"context"
	"strings"
)

// ExcludesFile returns the value of core.excludesFile, its ~ replaced; where it is
// relative, it is so to the root of the work tree. ok is false where it is not set, or
// git cannot be asked. dir is a folder in the work tree.
func ExcludesFile(ctx context.Context, dir string) (name string, ok bool) {
	out, err := output(ctx, dir, "config", "--null", "--path", "--get", "core.excludesFile")
	name, ended := strings.CutSuffix(string(out), "\x00")
	return name, err == nil && ended
}
