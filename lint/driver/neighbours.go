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
// so that a run on a few drafts does not take as long as a run on all. The shares in such a
// sample are estimates: near a threshold, a run on the whole site may decide otherwise.
const mostNeighbours = 32

// enoughNear is the minimum number of drafts in a folder that makes reading the folders
// beside it unnecessary. A folder for one draft may contain its translations.
const enoughNear = 8

// mostFolders is the maximum number of folders in which neighbours are read.
const mostFolders = 16

// surveyNeighbours returns the outcomes of neighbouring drafts if a run reports on only
// a part of the site. It reads neighbours of drafts with findings that the practice of the place
// decides, and runs only the rules of these findings.
func surveyNeighbours(ctx context.Context, s *session, outcomes []*engine.Outcome) []*engine.Outcome {
	if !s.found.Partial && s.request.Site == "" {
		return nil
	}
	known, firsts, rules, posts := map[string]bool{}, []string{}, []string{}, false
	for i := range s.found.Drafts {
		d := &s.found.Drafts[i]
		if d.Context {
			continue // only its page is known
		}
		known[d.File] = true
		decided := outcomes[i].PracticeRules()
		if d.Unnamed || len(decided) == 0 {
			continue
		}
		rules = append(rules, decided...)
		if d.ReadOnly != "" {
			posts = true // the folder of an export is not its site
			continue
		}
		if dir := filepath.Dir(d.File); !known[dir] && len(firsts) < mostFolders {
			known[dir] = true
			firsts = append(firsts, d.File)
		}
	}
	var drafts []discover.Draft
	for _, near := range firsts {
		files := filesNear(s, near, known)
		for _, file := range files {
			known[file] = true
		}
		drafts = append(drafts, sample(s, files)...)
	}
	if posts {
		drafts = append(drafts, samplePosts(s, known)...)
	}
	found := make([]*engine.Outcome, len(drafts))
	_ = parallel.For(ctx, s.request.Jobs, len(drafts), func(i int) { found[i] = survey(s, &drafts[i], rules) }) // the caller handles cancellation
	var all []*engine.Outcome
	for _, o := range found {
		if o != nil {
			all = append(all, o)
		}
	}
	return all
}

// filesNear returns the files in the folder of a draft that may be drafts. Where each draft
// has a folder of its own, such as ferry/index.md, it also returns the files with the same
// name in the folders beside it.
func filesNear(s *session, draft string, known map[string]bool) (files []string) {
	dir, base := filepath.Split(draft)
	dir = filepath.Clean(dir)
	files, _ = list(dir, known)
	parent := filepath.Dir(dir)
	if rel, err := filepath.Rel(s.request.Dir, parent); len(files) >= enoughNear || err != nil || !filepath.IsLocal(rel) {
		return files
	}
	_, beside := list(parent, known)
	for _, folder := range beside {
		file := filepath.Join(folder, base)
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() && !known[file] {
			files = append(files, file)
		}
	}
	return files
}

// list returns the files of a folder that may be drafts, and its subfolders, sorted.
func list(dir string, known map[string]bool) (files, folders []string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil // no neighbours to learn from
	}
	for _, e := range entries {
		file := filepath.Join(dir, e.Name())
		format, reads := parse.FormatOf(e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			folders = append(folders, file)
		case reads && !format.Can(lint.Packed) && e.Type().IsRegular() && !known[file]:
			files = append(files, file)
		}
	}
	return files, folders
}

// sample returns drafts of a list of files, spread evenly so that the same ones are chosen
// each time.
func sample(s *session, files []string) (drafts []discover.Draft) {
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

// samplePosts returns posts beside those of an export that are named, spread evenly.
func samplePosts(s *session, known map[string]bool) (drafts []discover.Draft) {
	all := s.found.Beside
	for i := range min(len(all), mostNeighbours) {
		d := all[i*len(all)/min(len(all), mostNeighbours)]
		if known[d.File] {
			continue
		}
		known[d.File] = true
		if d.Context = true; s.sites.configure(&d) == nil {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// survey returns the outcome of a neighbour, or nil if it cannot be read.
func survey(s *session, d *discover.Draft, rules []string) *engine.Outcome {
	buf := s.buffer()
	defer s.release(buf)
	content, err := d.Read(*buf)
	if err != nil {
		return nil
	}
	*buf = content
	doc, _ := parseDraft(d, content, optionsOf(d))
	if doc == nil {
		return nil
	}
	defer bufpool.Release(doc)
	draft := s.draftFor(d)
	draft.Doc = doc
	draft.Files, draft.Name = s.files(d, nil)
	return s.engine.Survey(draft, rules)
}
