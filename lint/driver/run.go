package driver

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/driver/scope"
	"github.com/copychief/copychief/lint/driver/sources"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/resolve"
)

// session is the state that the workers of one run share. They do not change it.
type session struct {
	request *Request
	engine  *engine.Engine
	found   *discover.Result
	sites   *sites
	trees   map[string]*rootfs.Tree // by the root of the site
	sources *sources.Store
	pack    *cache.Pack // nil means no cache
	notes   notes
	buffers sync.Pool // of *[]byte, into which drafts are read
}

// Run checks the drafts of the request. The error is for the run as a whole: a path that
// does not exist, an invalid configuration, a cancelled context.
func Run(ctx context.Context, r Request) (*engine.Result, error) {
	defer func() { r.configured() }()
	s, err := begin(ctx, &r)
	if err != nil {
		return nil, err
	}
	defer s.close()
	s.openCache()
	all, err := s.checkAll(ctx, newProgress(s))
	if err != nil {
		return nil, err
	}
	jobs := r.Jobs
	if s.compact() {
		jobs = 1 // each rule about the site has an index of all pages
	}
	notes, err := s.engine.Finish(ctx, append(slices.Clip(all.outcomes), surveyNeighbours(ctx, s, all.outcomes)...), s.found.Partial, jobs)
	if err != nil {
		return nil, err
	}
	if s.pack != nil {
		_ = s.pack.Save() // without it, the next run is slower, nothing else
	}
	res := s.result(all.outcomes, all.scopes)
	res.SetNotes(notes)
	return res, nil
}

// begin finds the drafts of a request and prepares for checking them.
func begin(ctx context.Context, r *Request) (*session, error) {
	found, known, err := find(ctx, r)
	if err != nil {
		return nil, err
	}
	s := &session{request: r, found: found, sites: known, trees: map[string]*rootfs.Tree{}, sources: sources.New(r.Dir)}
	if s.engine, err = engine.New(r.Rules, r.Config.Resolver()); err != nil {
		return nil, err
	}
	if err := s.prepare(); err != nil {
		return nil, err
	}
	for i := range found.Drafts {
		root := found.Drafts[i].Settings.Root
		if _, ok := s.trees[root]; !ok {
			s.trees[root] = rootfs.Open(root, func() *resolve.Absent { return absentFrom(ctx, root) })
		}
	}
	return s, nil
}

// absentFrom returns the files below a folder that are in git but not on disk, or nil outside a
// work tree.
func absentFrom(ctx context.Context, root string) *resolve.Absent {
	skipped, deleted, err := git.Absent(ctx, root)
	if err != nil {
		return nil
	}
	return resolve.NewAbsent(skipped, deleted)
}

// find finds the drafts of a request, after setting defaults in the request.
func find(ctx context.Context, r *Request) (*discover.Result, *sites, error) {
	if r.Dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, nil, fmt.Errorf("finding the working directory: %w", err)
		}
		r.Dir = dir
	}
	if r.Config == nil {
		loader, err := configfile.NewLoader(append(slices.Clone(r.Rules), engine.Rules()...), configfile.Options{Flags: config.Flags{Dir: r.Dir}})
		if err != nil {
			return nil, nil, err
		}
		r.Config = loader
	}
	found, err := discover.Drafts(ctx, discover.Request{
		Paths: r.Paths, Dir: r.Dir, Site: r.Site, Stdin: r.Stdin, StdinName: r.StdinName, Changes: r.Changes,
		Settings: r.Config, Outputs: r.Outputs, Empty: r.Empty, Ignore: r.Ignore, Jobs: r.Jobs,
		OnFolder: r.Inputs.folder, OnFile: r.Inputs.file,
	})
	if err != nil {
		return nil, nil, err
	}
	known, err := recognise(r, found)
	if err != nil {
		return nil, nil, err
	}
	return found, known, nil
}

// prepare passes the drafts to the filters that need to know them.
func (s *session) prepare() error {
	drafts := slices.DeleteFunc(slices.Clone(s.found.Drafts), func(d discover.Draft) bool { return d.Context })
	for _, filter := range s.request.Filters {
		if p, ok := filter.(Preparer); ok {
			if err := p.Prepare(drafts); err != nil {
				return err
			}
		}
	}
	return nil
}

// result merges the outcomes and marks the findings that do not count.
func (s *session) result(outcomes []*engine.Outcome, scopes []*scope.Scope) *engine.Result {
	res := engine.Collect(outcomes, s.found.Partial)
	res.ReadAs = readAs(s.found.Drafts)
	for _, e := range s.found.Exports {
		res.Notes = append(res.Notes, "Read "+e)
	}
	res.Notes = append(res.Notes, s.notes.sorted()...)
	if note := s.found.Unread; note != "" {
		res.Notes = append(res.Notes, "Not read: "+note)
	}
	if n := len(s.found.Attached); n > 0 {
		res.Kinds[lint.KindAttachment] += n
	}
	res.Idle, res.Folders = s.found.Idle, slices.Sorted(slices.Values(s.found.Folders))
	res.NotChecked = append(append(res.NotChecked, s.sources.NotChecked()...), notChecked(s.found.Missed)...)
	res.NotChecked = engine.SortNotChecked(res.NotChecked)
	mark, readOnly, changed := marker(s.request.Filters), s.readOnly(), newUnchanged(s, scopes...)
	res.Findings.Change(func(draft []engine.Finding) ([]engine.Finding, bool) {
		if readOnly[draft[0].Path] {
			for i := range draft {
				draft[i].Listed = true
			}
		}
		mark(draft)
		changed.mark(draft)
		return draft, true
	})
	return res
}

// readOnly returns the paths of drafts that cannot be written, so that their fixes are only listed.
func (s *session) readOnly() map[string]bool {
	all := map[string]bool{}
	for i := range s.found.Drafts {
		if d := &s.found.Drafts[i]; d.ReadOnly != "" || d.Format.Can(lint.Packed) {
			all[d.Path] = true
		}
	}
	return all
}

// unchanged marks the findings that do not concern changed lines.
type unchanged struct {
	scopes scope.Scopes
	rules  map[string]*lint.Rule // by name
}

func newUnchanged(s *session, scopes ...*scope.Scope) *unchanged {
	u := &unchanged{scope.Scopes{}, map[string]*lint.Rule{}}
	for _, c := range scopes {
		u.scopes.Add(c)
	}
	if len(u.scopes) == 0 {
		return u
	}
	for _, list := range [][]*lint.Rule{s.request.Rules, s.request.Config.Rules(), engine.Rules()} {
		for _, r := range list {
			u.rules[r.Name] = r
		}
	}
	return u
}

func (u *unchanged) mark(findings []engine.Finding) { u.scopes.Mark(findings, u.rules) }

func notChecked(missed []discover.Unreadable) (list []engine.NotChecked) {
	for _, m := range missed {
		list = append(list, engine.NotChecked{Path: m.Path, Reason: m.Reason})
	}
	return list
}

// close closes the file trees of the sites and records what was looked up in them.
func (s *session) close() {
	s.sites.close()
	in := s.request.Inputs
	for root, t := range s.trees {
		if t == nil {
			continue
		}
		if in != nil {
			for name := range t.Names {
				in.file(filepath.Join(root, filepath.FromSlash(name)))
			}
		}
		t.Close()
	}
	if in != nil {
		for _, dir := range s.sources.Folders() {
			in.folder(dir)
		}
	}
}

// configured records the configuration files.
func (r *Request) configured() {
	if r.Inputs == nil || r.Config == nil {
		return
	}
	for _, name := range r.Config.Files() {
		r.Inputs.file(name)
	}
}
