package driver

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// found is what the paths of a request stand for.
type found struct {
	drafts  []draft // by path
	missed  []NotChecked
	partial bool // single files were named
}

func discover(ctx context.Context, r *Request) (*found, error) {
	f := &found{}
	dir := r.Dir
	if dir == "" {
		var err error
		if dir, err = os.Getwd(); err != nil {
			return nil, err
		}
	}
	for _, p := range r.Paths {
		if p == "-" {
			content, err := readUpTo(r.Stdin, fileLimit, 0)
			if err != nil {
				return nil, err
			}
			name := r.StdinName
			format := lint.Markdown
			if fm, ok := parse.FormatOf(name); ok {
				format = fm
			}
			if name == "" {
				name = "<stdin>"
			}
			d := draft{shown: name, file: filepath.Join(dir, name), format: format, stdin: true, content: content}
			if d.settings, err = r.Config.For(d.file); err != nil {
				return nil, err
			}
			f.drafts = append(f.drafts, d)
			f.partial = true
			continue
		}
		abs := p
		if !filepath.IsAbs(abs) {
			abs = filepath.Join(dir, p)
		}
		err := filepath.WalkDir(abs, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if e.IsDir() {
				if path != abs && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules") {
					return filepath.SkipDir
				}
				return ctx.Err()
			}
			format, ok := parse.FormatOf(e.Name())
			if !ok {
				return nil
			}
			if path == abs {
				f.partial = true
			}
			shown := path
			if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
				shown = rel
			}
			d := draft{shown: filepath.ToSlash(shown), file: path, format: format}
			if d.settings, err = r.Config.For(path); err != nil {
				return err
			}
			f.drafts = append(f.drafts, d)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(f.drafts) == 0 {
		return nil, fmt.Errorf("no drafts found")
	}
	sort.SliceStable(f.drafts, func(i, j int) bool { return f.drafts[i].shown < f.drafts[j].shown })
	return f, nil
}
