package git

import (
	"context"
	"slices"
	"strings"
	"sync"
)

// Changes is what has changed in a work tree.
type Changes struct {
	Root   string // of the work tree: absolute, links resolved
	Files  []File // by path, without deleted files
	Staged bool   // the index is compared with HEAD, and Read returns its contents

	contents *contents
}

// File is a file that has changed.
type File struct {
	Path     string // relative to Root, with slashes
	Old      string // the path before a rename; otherwise the same as Path
	Whole    bool   // all of it has changed: it is new, or binary for git
	Unmerged bool   // it has merge conflicts
	Lines    []Lines

	object string // of the staged content
	before string // the object of the content before the change; zeros if there is none
}

// Lines are changed lines: From to To inclusive, counted from 1; a line ends with a line
// feed. If To is less than From, lines between the two were deleted.
type Lines struct{ From, To int }

// Find returns the file with a path relative to Root, or nil if it has not changed.
func (c *Changes) Find(path string) *File {
	i, found := slices.BinarySearchFunc(c.Files, path, func(f File, p string) int { return strings.Compare(f.Path, p) })
	if !found {
		return nil
	}
	return &c.Files[i]
}

// Read returns the staged content of a file as it is in the repository, without applying
// filters. Of content longer than limit it returns limit+1 bytes.
func (c *Changes) Read(f *File, limit int) ([]byte, error) { return c.contents.read(f.object, limit) }

// Before returns the content of a file before the change, as it is in the repository, without
// applying filters. Of content longer than limit it returns limit+1 bytes. There is none, and no
// error, for a file that is new.
func (c *Changes) Before(f *File, limit int) ([]byte, error) {
	if c.contents == nil || strings.Trim(f.before, "0") == "" {
		return nil, nil
	}
	return c.contents.read(f.before, limit)
}

// Close ends the process that Read and Before use, if there is one.
func (c *Changes) Close() {
	if c != nil && c.contents != nil {
		c.contents.close()
	}
}

// Staged returns what the next commit would change, in files that match one of the
// patterns, such as *.md. Patterns ignore case, and a star also matches slashes. dir is a
// folder in the work tree.
func Staged(ctx context.Context, dir string, patterns []string) (*Changes, error) {
	c := &Changes{Staged: true, contents: &contents{ctx: ctx, dir: dir}}
	var comparing error
	var side sync.WaitGroup
	// Filters need not be turned off here: staged content has gone through them already,
	// so git applies none.
	side.Go(func() { c.Files, comparing = compare(ctx, dir, nil, "--cached", patterns) })
	r, _, _, err := open(ctx, dir, "")
	side.Wait()
	if err == nil {
		err = comparing
	}
	if err != nil {
		return nil, err
	}
	c.Root = r.root
	return c, nil
}

// Since returns what has changed in the work tree since a revision, staged or not.
// Untracked files that are not ignored have changed as a whole, and so has every file if
// the revision is HEAD and there is no commit yet.
func Since(ctx context.Context, dir, revision string, patterns []string) (*Changes, error) {
	r, commit, err := resolve(ctx, dir, revision)
	if err != nil {
		return nil, err
	}
	if commit == "" {
		return r.everything(ctx, patterns)
	}
	return r.since(ctx, commit, patterns)
}

// SinceMergeBase returns what has changed in the work tree since the merge base of HEAD and
// a branch.
func SinceMergeBase(ctx context.Context, dir, branch string, patterns []string) (*Changes, error) {
	r, commit, err := resolve(ctx, dir, branch)
	if err != nil {
		return nil, err
	}
	base, err := r.mergeBase(ctx, branch, commit)
	if err != nil {
		return nil, err
	}
	return r.since(ctx, base, patterns)
}

func (r *repository) since(ctx context.Context, commit string, patterns []string) (*Changes, error) {
	c := &Changes{Root: r.root, contents: &contents{ctx: ctx, dir: r.dir}}
	var unknown []File
	var listing error
	var side sync.WaitGroup
	side.Go(func() { unknown, listing = r.list(ctx, patterns, "--others") })
	off, err := filtersOff(ctx, r.dir)
	var files []File
	if err == nil {
		files, err = compare(ctx, r.dir, off, commit, patterns)
	}
	side.Wait()
	if err == nil {
		err = listing
	}
	if err != nil {
		return nil, err
	}
	c.Files = inOrder(append(files, unknown...))
	return c, nil
}

func (r *repository) everything(ctx context.Context, patterns []string) (*Changes, error) {
	files, err := r.list(ctx, patterns, "--others", "--cached")
	if err != nil {
		return nil, err
	}
	return &Changes{Root: r.root, Files: inOrder(files)}, nil
}

// list returns tracked or untracked files of the work tree, or both.
func (r *repository) list(ctx context.Context, patterns []string, which ...string) ([]File, error) {
	args := append([]string{"ls-files", "-z", "--full-name", "--exclude-standard"}, which...)
	out, err := output(ctx, r.dir, append(append(args, "--"), pathspecs(patterns)...)...)
	if err != nil {
		return nil, err
	}
	var files []File
	for path := range strings.SplitSeq(string(out), "\x00") {
		if path != "" && !strings.HasSuffix(path, "/") { // a nested repository
			files = append(files, File{Path: path, Old: path, Whole: true})
		}
	}
	return files, nil
}

// pathspecs makes patterns apply to the whole work tree, whatever folder a command runs in.
func pathspecs(patterns []string) []string {
	out := make([]string, len(patterns))
	for i, p := range patterns {
		out[i] = ":(top,icase)" + p
	}
	return out
}

// inOrder sorts files by path and merges duplicates: git lists files with conflicts twice.
func inOrder(files []File) []File {
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	out := files[:0]
	for _, f := range files {
		if n := len(out); n > 0 && out[n-1].Path == f.Path {
			out[n-1].merge(f)
			continue
		}
		out = append(out, f)
	}
	return out
}

// merge merges two entries for the same file. The entry that says that it has conflicts
// has no lines.
func (f *File) merge(other File) {
	switch {
	case f.Unmerged:
		other.Unmerged = true
		*f = other
	case other.Unmerged:
		f.Unmerged = true
	default:
		f.Whole = f.Whole || other.Whole
		f.Lines = append(f.Lines, other.Lines...)
	}
}
