package git

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
)

// Absent returns the files below a folder of a work tree that git tracks and that are not on
// disk, by their paths relative to the folder: those that a sparse checkout leaves out, and those
// that someone has deleted without telling git. It reads the index and the names on disk, but no
// content.
func Absent(ctx context.Context, dir string) (skipped, deleted []string, err error) {
	var reading, refused error
	var side sync.WaitGroup
	side.Go(func() {
		reading = stream(ctx, dir, func(r io.Reader) error {
			skipped, deleted, err = entries(r)
			return err
		}, "ls-files", "-z", "-t", "--cached", "--deleted")
	})
	_, _, _, refused = open(ctx, dir, "")
	side.Wait()
	if err := errors.Join(refused, reading); err != nil {
		return nil, nil, err
	}
	return skipped, deleted, nil
}

// entries reads what git ls-files -t prints: a letter and a path for each file.
func entries(r io.Reader) (skipped, deleted []string, err error) {
	for in := bufio.NewReader(r); ; {
		line, err := in.ReadString(0)
		if errors.Is(err, io.EOF) {
			return skipped, deleted, nil
		}
		if err != nil {
			return nil, nil, err
		}
		switch state, name, _ := strings.Cut(strings.TrimSuffix(line, "\x00"), " "); state {
		case "S":
			skipped = append(skipped, name)
		case "R":
			deleted = append(deleted, name)
		}
	}
}
