// Package discover turns the paths of a request into drafts: files and folders as typed,
// standard input, or what git says has changed.
//
// A folder is walked without following links; names that begin with a dot, node_modules
// and what git ignores are left out, and so is what the configuration ignores. The
// configuration is asked about each file from one goroutine, so that its errors come in
// the order of paths. Every path that is wrong is told at once, and paths that lead to no
// draft at all are an error: a run over nothing must not look clean.
//
// A [Draft] says where a draft is and what holds for it. Its bytes are read later, by the
// worker that checks it, from wherever they are: a file, the index of git, memory.
package discover

import (
	"context"
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/driver/gitignore"
	"github.com/copychief/copychief/lint/driver/rootfs"
)

// Draft is a draft to check.
type Draft struct {
	Path     string // as findings show it, with slashes
	File     string // absolute; of standard input the name that it was given
	Settings *config.Settings
	Format   lint.Format
	Stdin    bool      // it came through standard input
	Unnamed  bool      // it has no name, and File is made up
	Context  bool      // only rules about the site see it, and nothing is reported on it
	Change   *git.File // what has changed; nil where the run is about drafts as a whole
	Content  Content
}

// Content is where the bytes of a draft come from.
type Content interface {
	// Read returns the bytes, in buf where there is room, and one byte more than limit
	// of what is longer.
	Read(buf []byte, limit int) ([]byte, error)
}

// fileLimit is how many bytes of a draft are read where the configuration names no
// limit; it is that of [parse.Limits].
const fileLimit = 2 << 20

// Limit returns how many bytes a draft may have where settings hold.
func Limit(s *config.Settings) int {
	if n := s.Parse.Limits.File; n > 0 {
		return n
	}
	return fileLimit
}

// Read returns the bytes of the draft, in buf where there is room, and one byte more than
// its limit of what is longer, which is what the parser tells it by.
func (d *Draft) Read(buf []byte) ([]byte, error) { return d.Content.Read(buf, Limit(d.Settings)) }

// With returns the draft as it would be with other bytes.
func (d *Draft) With(content []byte) *Draft {
	other := *d
	other.Content = Memory(content)
	return &other
}

// Memory is content that is at hand.
type Memory []byte

// Read returns the bytes themselves.
func (m Memory) Read([]byte, int) ([]byte, error) { return m, nil }

// disk is the content of a file, by its absolute path.
type disk string

func (d disk) Read(buf []byte, limit int) ([]byte, error) { return rootfs.Read(string(d), buf, limit) }

// staged is the content of a file as the next commit would have it.
type staged struct {
	changes *git.Changes
	file    *git.File
}

func (s staged) Read(_ []byte, limit int) ([]byte, error) { return s.changes.Read(s.file, limit) }

// Settings says what the configuration holds for a file, by its absolute path.
type Settings interface {
	For(file string) (*config.Settings, error)
}

// Request says which drafts are wanted.
type Request struct {
	Paths     []string // files and folders, as typed; "-" is standard input
	Dir       string   // that paths are relative to; absolute
	Site      string   // folder whose other drafts are wanted as context; "" for none
	Stdin     io.Reader
	StdinName string       // gives format and configuration of standard input
	Changes   *git.Changes // only changed drafts that Paths hold or, without paths, all
	Settings  Settings
	Empty     bool // that there is no draft at all is no error
	Ignore    bool // what the configuration ignores is left out even where a path names it
	Jobs      int  // files that are looked for at once; 0 means one a processor
	// OnFolder and OnFile are told what was searched and looked for, be it in vain; both
	// absolute. They may be nil.
	OnFolder, OnFile func(path string)
}

// Found is what the paths of a request stand for.
type Found struct {
	Drafts  []Draft // by path
	Missed  []Missed
	Partial bool     // single files were named: the site has others
	Folders []string // absolute, that were searched
	Idle    string   // why there is rightly nothing to check; "" where there is
}

// Missed is a path that was asked for and cannot be read, with the reason.
type Missed struct{ Path, Reason string }

// Drafts finds the drafts of a request, by path. The error is for paths that are wrong,
// configurations that are not in order, a cancelled context, and [ErrNone].
func Drafts(ctx context.Context, r Request) (*Found, error) {
	d := &discovery{request: &r, seen: map[string]bool{}, ignorers: map[string]*gitignore.Matcher{}}
	d.found.Drafts = make([]Draft, 0, len(r.Paths))
	switch {
	case r.Changes != nil:
		if err := d.changed(ctx); err != nil {
			return nil, err
		}
	default:
		if err := d.named(ctx); err != nil {
			return nil, err
		}
	}
	return d.finish(ctx)
}
