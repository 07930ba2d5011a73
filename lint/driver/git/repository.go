package git

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// repository is a work tree and a folder in it.
type repository struct {
	dir  string // where commands run; paths in the environment of a hook are relative to it
	root string // of the work tree, with links resolved
}

// open finds the work tree that contains a folder. If revision is not empty, the same
// process resolves it to a commit. If the repository has no such revision, commit is empty
// and missing is the error.
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
		cut := strings.LastIndexByte(root, '\n') // the name of a folder may contain one, too
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

// checkRoot refuses a work tree that does not contain the folder, or that has no .git. In
// the first case, core.worktree, which may come with an archive, points to some other
// folder with private drafts. In the second, someone has committed a folder with the layout
// of a repository, and git before 2.38, which does not know safe.bareRepository, takes it
// for one. If GIT_DIR or GIT_WORK_TREE is set, the user has chosen the work tree.
func (r *repository) checkRoot() error {
	if os.Getenv("GIT_DIR") != "" || os.Getenv("GIT_WORK_TREE") != "" {
		return nil
	}
	dir, err := filepath.EvalSymlinks(r.dir)
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	if rel, err := filepath.Rel(r.root, dir); err != nil || !filepath.IsLocal(rel) {
		return fmt.Errorf("git takes %s for the work tree of %s, which is not inside it; see core.worktree in git help config", r.root, r.dir)
	}
	if _, err := os.Lstat(filepath.Join(r.root, ".git")); err != nil {
		return fmt.Errorf("git takes %s for a work tree, but there is no .git in it; run copychief in a checkout", r.root)
	}
	return nil
}

// noRepository returns the error for a folder without a work tree.
func noRepository(dir string, err error) error {
	var f *failure
	if err == nil {
		return fmt.Errorf("%s: git names no work tree", dir)
	}
	if !errors.As(err, &f) {
		return err
	}
	switch {
	case strings.HasPrefix(f.message, "not a git repository"):
		return fmt.Errorf("%s is not in a git repository; run copychief in one, or give paths without asking for changes", dir)
	case strings.HasPrefix(f.message, "detected dubious ownership"):
		return fmt.Errorf("%s belongs to another user, so git refuses to read it; see safe.directory in git help config", dir)
	case strings.Contains(f.message, "must be run in a work tree"), strings.Contains(f.message, "safe.bareRepository"):
		return fmt.Errorf("%s is in a git repository without a work tree; run copychief in a checkout", dir)
	}
	return fmt.Errorf("asking git about %s: %w", dir, err)
}
