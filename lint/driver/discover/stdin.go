package discover

import (
	"context"
	"io"
	"path/filepath"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/parse"
)

// addStdin adds standard input as a draft.
func addStdin(ctx context.Context, d *discovery) {
	d.found.Partial = true
	if d.seen["-"] {
		return
	}
	d.seen["-"] = true
	name, format := unnamed, lint.Markdown
	file := filepath.Join(d.request.Dir, "stdin.md")
	if n := d.request.StdinName; n != "" {
		var ok bool
		if format, ok = parse.FormatOf(n); !ok {
			d.errs = append(d.errs, unknown(n, "an export is not read from standard input; name the file"))
			return
		}
		file = d.absolute(n)
		d.typed = file
		name = d.shown(n, file)
	}
	settings, ok := d.settings(file)
	if !ok {
		return
	}
	if d.request.Stdin == nil {
		d.miss(name, "there is no standard input")
		return
	}
	content, err := readContext(ctx, d.request.Stdin, Limit(settings))
	if err != nil {
		d.miss(name, rootfs.Cause(err).Error())
		return
	}
	d.found.Drafts = append(d.found.Drafts, Draft{
		Path: name, File: file, Settings: settings, Format: format, Stdin: true, Asked: true, Unnamed: name == unnamed, Content: Memory(content),
	})
}

// readContext reads until the end of the input or until the context is cancelled. A read
// in progress cannot be stopped, so it may go on in the background.
func readContext(ctx context.Context, r io.Reader, limit int) (content []byte, err error) {
	done := make(chan struct{})
	var read []byte
	var failure error
	go func() {
		read, failure = rootfs.ReadUpTo(r, nil, limit, 0)
		close(done)
	}()
	select {
	case <-done:
		return read, failure
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
