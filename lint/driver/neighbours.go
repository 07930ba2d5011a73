package driver

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/parse"
)

// mostNeighbours is the maximum number of drafts read in a folder to learn its practice,
// so that a run on a few drafts does not take as long as a run on all.
const mostNeighbours = 24

// mostFolders is the maximum number of folders in which neighbours are read.
const mostFolders = 16

// surveyNeighbours returns the outcomes of neighbouring drafts if a run covers only a part
// of the site. It reads neighbours of drafts that lack something that other drafts may
// have.
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
	_ = parallel.For(ctx, s.request.Jobs, len(drafts), func(i int) { found[i] = survey(s, &drafts[i]) }) // the caller handles cancellation
	var all []*engine.Outcome
	for _, o := range found {
		if o != nil {
			all = append(all, o)
		}
	}
	return all
}

// sample returns drafts of a folder, spread evenly over the sorted names so that the same
// ones are chosen each time.
func sample(s *session, dir string, known map[string]bool) (drafts []discover.Draft) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // no neighbours to learn from
	}
	var files []string
	for _, e := range entries {
		file := filepath.Join(dir, e.Name())
		if format, reads := parse.FormatOf(e.Name()); reads && !format.Can(lint.Packed) && e.Type().IsRegular() && !known[file] && !strings.HasPrefix(e.Name(), ".") {
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
		if s.sites.configure(&d) == nil {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// survey returns the outcome of a neighbour, or nil if it cannot be read.
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
