package git

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// repository is a work tree as seen from a folder in it.
type repository struct {
	dir  string // where commands run; what the environment of a hook says is relative to it
	root string // of the work tree, links resolved
}

// open finds the work tree around a folder. Where revision is not empty it is resolved
// by the same process; commit is empty where the repository has none of that name,
// which is told by missing.
func open(ctx context.Context, dir, revision string) (r *repository, commit string, missing error, err error) {
	args := []string{"rev-parse", "--show-toplevel"}
	if revision != "" {
		args = append(args, revision+"^{commit}", "--")
	}
	out, err := output(ctx, dir, args...)
	if ctx.Err() != nil {
		return nil, "", nil, ctx.Err()
	}
	if len(out) == 0 {
		return nil, "", nil, noRepository(dir, err)
	}
	root := strings.TrimSuffix(string(out), "\n")
	if err != nil {
		missing = err
	} else if revision != "" {
		root = strings.TrimSuffix(root, "\n--")
		cut := strings.LastIndexByte(root, '\n') // the name of a folder may hold one, too
		root, commit = root[:max(cut, 0)], root[cut+1:]
	}
	real, err := filepath.EvalSymlinks(filepath.FromSlash(root))
	if err != nil {
		return nil, "", nil, fmt.Errorf("finding the work tree of git: %w", err)
	}
	r = &repository{dir: dir, root: real}
	if err := r.checkRoot(); err != nil {
		return nil, "", nil, err
	}
	return r, commit, missing, nil
}

// checkRoot refuses a work tree that the folder does not lie in, or that holds no .git.
// The first is elsewhere (core.worktree of a configuration that came with an archive
// may be any folder, with drafts that are none of its business). The second is a folder
// that somebody committed with the layout of a repository; a git before 2.38 does not
// know safe.bareRepository and takes it for one. Whoever sets GIT_DIR or GIT_WORK_TREE
// means what is there.
func (r *repository) checkRoot() error {
	if os.Getenv("GIT_DIR") != "" || os.Getenv("GIT_WORK_TREE") != "" {
		return nil
	}
	dir, err := filepath.EvalSymlinks(r.dir)
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	if rel, err := filepath.Rel(r.root, dir); err != nil || !filepath.IsLocal(rel) {
		return fmt.Errorf("git takes %s for the work tree of %s, which does not lie in it; see core.worktree in git help config", r.root, r.dir)
	}
	if _, err := os.Lstat(filepath.Join(r.root, ".git")); err != nil {
		return fmt.Errorf("git takes %s for a work tree, but there is no .git in it; run copychief in a checkout", r.root)
	}
	return nil
}

// noRepository words why there is no work tree.
func noRepository(dir string, err error) error {
	var f *failure
	if err == nil {
		return fmt.Errorf("%s: git names no work tree", dir)
	}
	if !errors.As(err, &f) {
		return err
	}
	switch {
	case strings.HasPrefix(f.said, "not a git repository"):
		return fmt.Errorf("%s is in no git repository; run copychief in one, or give paths without asking for changes", dir)
	case strings.HasPrefix(f.said, "detected dubious ownership"):
		return fmt.Errorf("%s belongs to somebody else, so git does not read it; see safe.directory in git help config", dir)
	case strings.Contains(f.said, "must be run in a work tree"), strings.Contains(f.said, "safe.bareRepository"):
		return fmt.Errorf("%s is in a git repository without a work tree; run copychief in a checkout", dir)
	}
	return fmt.Errorf("asking git about %s: %w", dir, err)
}
