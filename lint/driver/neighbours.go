package driver

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/parse"
)

// mostNeighbours is how many drafts of a folder are looked at to learn its practice. A run
// over a few drafts must not take the time of a run over all.
const mostNeighbours = 24

// mostFolders is how many folders are looked into for that.
const mostFolders = 16

// surveyNeighbours returns the outcomes of drafts beside those of a run that does not see the
// whole site, where one of its drafts lacks something that others may have.
func surveyNeighbours(ctx context.Context, s *session, outcomes []*engine.Outcome) []*engine.Outcome {
	if !s.found.Partial {
		return nil
	}
	known, folders := map[string]bool{}, []string{}
	for i := range s.found.Drafts {
		d := &s.found.Drafts[i]
		known[d.File] = true
		if dir := filepath.Dir(d.File); !d.Context && !d.Unnamed && outcomes[i].Lacks() && !known[dir] && len(folders) < mostFolders {
			known[dir] = true
			folders = append(folders, dir)
		}
	}
	var drafts []discover.Draft
	for _, dir := range folders {
		drafts = append(drafts, sample(s, dir, known)...)
	}
	found := make([]*engine.Outcome, len(drafts))
	_ = parallel.For(ctx, s.request.Jobs, len(drafts), func(i int) { found[i] = survey(s, &drafts[i]) }) // a cancelled run ends elsewhere
	var all []*engine.Outcome
	for _, o := range found {
		if o != nil {
			all = append(all, o)
		}
	}
	return all
}

// sample returns drafts of a folder, spread evenly over their names so that the same
// ones are taken each time.
func sample(s *session, dir string, known map[string]bool) (drafts []discover.Draft) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // then there is nothing to learn
	}
	var files []string
	for _, e := range entries {
		file := filepath.Join(dir, e.Name())
		if _, reads := parse.FormatOf(e.Name()); reads && e.Type().IsRegular() && !known[file] && !strings.HasPrefix(e.Name(), ".") {
			files = append(files, file)
		}
	}
	for i := range min(len(files), mostNeighbours) {
		file := files[i*len(files)/min(len(files), mostNeighbours)]
		settings, err := s.request.Config.For(file)
		if err != nil || settings.Ignore {
			continue
		}
		format, _ := parse.FormatOf(file)
		d := discover.Draft{Path: discover.Shown(s.request.Dir, "", file), File: file, Settings: settings, Format: format, Context: true, Content: discover.Disk(file)}
		if s.sites.settle(&d) == nil {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// survey learns what a neighbour has; nil where it cannot be read.
func survey(s *session, d *discover.Draft) *engine.Outcome {
	doc, _ := readAndParse(d)
	if doc == nil {
		return nil
	}
	defer bufpool.Release(doc)
	draft := s.draftFor(d)
	draft.Doc = doc
	return s.engine.Survey(draft)
}
