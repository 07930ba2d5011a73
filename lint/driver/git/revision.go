package git

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/copychief/copychief/lint/config"
)

// head is the revision that is allowed to be missing: it is before the first commit.
const head = "HEAD"

// resolve finds the work tree and the commit of a revision. The commit is empty if the
// revision is HEAD and there is no commit yet.
func resolve(ctx context.Context, dir, revision string) (r *repository, commit string, err error) {
	switch {
	case revision == "":
		return nil, "", errors.New("the name of the revision is empty")
	case strings.Contains(revision, ".."):
		return nil, "", fmt.Errorf("“%s” is a range; name one revision, or a branch with --since-merge-base", revision)
	case strings.HasPrefix(revision, "-") || strings.ContainsAny(revision, "\x00\n"):
		return nil, "", fmt.Errorf("“%s” is not a revision; name a branch, a tag or a commit", revision)
	}
	r, commit, missing, err := open(ctx, dir, revision)
	if err != nil {
		return nil, "", err
	}
	if missing == nil && isObject(commit) {
		return r, commit, nil
	}
	if revision == head && r.unborn(ctx) {
		return r, "", nil
	}
	return nil, "", r.unknown(ctx, revision, missing)
}

// isObject reports whether a string is an object ID, SHA-1 or SHA-256.
func isObject(s string) bool {
	return (len(s) == 40 || len(s) == 64) && strings.Trim(s, "0123456789abcdef") == ""
}

// unborn reports whether HEAD is a branch without a commit.
func (r *repository) unborn(ctx context.Context) bool {
	out, err := output(ctx, r.dir, "symbolic-ref", "--quiet", head)
	if err != nil {
		return false
	}
	_, err = output(ctx, r.dir, "rev-parse", "--verify", "--quiet", strings.TrimSuffix(string(out), "\n"))
	return err != nil
}

// unknown returns the error for an unknown revision, with advice: a similar name, or
// fetching the history that a shallow clone lacks.
func (r *repository) unknown(ctx context.Context, revision string, missing error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var f *failure
	if errors.As(missing, &f) && !strings.HasPrefix(f.message, "bad revision") && f.message != "" {
		return fmt.Errorf("git does not accept “%s” as a commit: %s", revision, f.message)
	}
	said := fmt.Sprintf("git does not know a revision “%s” here", revision)
	for _, remote := range r.remotes(ctx) {
		if name := remote + "/" + revision; r.has(ctx, "refs/remotes/"+name) {
			return fmt.Errorf("%s; did you mean %s?", said, name)
		}
	}
	if r.shallow(ctx) {
		return fmt.Errorf("%s; this clone is shallow: fetch more of it with git fetch --unshallow", said)
	}
	if near := config.Nearest(revision, r.names(ctx)); near != "" {
		return fmt.Errorf("%s; did you mean %s?", said, near)
	}
	return fmt.Errorf("%s; see git branch --all and git tag for names, or fetch it first", said)
}

// names returns the names of branches and tags.
func (r *repository) names(ctx context.Context) []string {
	out, err := output(ctx, r.dir, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
	if err != nil {
		return nil // names are only suggestions
	}
	return strings.Fields(string(out))
}

func (r *repository) remotes(ctx context.Context) []string {
	out, err := output(ctx, r.dir, "remote")
	if err != nil {
		return nil // they only help to suggest a name
	}
	return strings.Fields(string(out))
}

func (r *repository) has(ctx context.Context, ref string) bool {
	_, err := output(ctx, r.dir, "rev-parse", "--verify", "--quiet", ref)
	return err == nil
}

func (r *repository) shallow(ctx context.Context) bool {
	out, err := output(ctx, r.dir, "rev-parse", "--is-shallow-repository")
	return err == nil && strings.TrimSpace(string(out)) == "true"
}

// mergeBase returns the merge base of HEAD and the commit of a branch.
func (r *repository) mergeBase(ctx context.Context, branch, commit string) (string, error) {
	if commit == "" {
		return "", errors.New("there is no commit yet, so there is no merge base; use --changed")
	}
	out, err := output(ctx, r.dir, "merge-base", commit, head)
	if base := strings.TrimSuffix(string(out), "\n"); err == nil && isObject(base) {
		return base, nil
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		if r.unborn(ctx) {
			return "", errors.New("there is no commit yet, so there is no merge base; use --changed")
		}
		return "", fmt.Errorf("finding the merge base of HEAD and “%s”: %w", branch, err)
	}
	if r.shallow(ctx) {
		return "", fmt.Errorf("this clone is shallow and does not reach back to the merge base of HEAD and “%s”; "+
			"fetch more of it with git fetch --unshallow, or have CI clone it whole (fetch-depth: 0)", branch)
	}
	return "", fmt.Errorf("HEAD and “%s” have no commit in common; name another branch, or compare with --changed=%s", branch, branch)
}
