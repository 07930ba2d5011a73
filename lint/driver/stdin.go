package driver

import (
	"fmt"
	"path/filepath"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// stdin takes the draft that standard input holds.
func (d *discovery) stdin() {
	d.found.partial = true
	if d.seen["-"] {
		return
	}
	d.seen["-"] = true
	name, format := unnamed, lint.Markdown
	file := filepath.Join(d.dir, "stdin.md")
	if n := d.request.StdinName; n != "" {
		var ok bool
		if format, ok = parse.FormatOf(n); !ok {
			d.errs = append(d.errs, fmt.Errorf("%s: unknown format; copychief reads %s", n, formats))
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
	content, err := readUpTo(d.request.Stdin, limit(settings), 0)
	if err != nil {
		d.miss(name, plain(err).Error())
		return
	}
	d.found.drafts = append(d.found.drafts, draft{
		shown: name, file: file, settings: settings, format: format, stdin: true, content: content,
	})
}
