// Package discover turns the paths of a request into drafts: files and folders as typed,
// standard input, or what git says has changed.
//
// Folders are walked without following links. Names that begin with a dot, node_modules,
// and what git or the configuration ignores are skipped. Settings are looked up by a single
// goroutine, so that errors in configurations are in the order of paths. All invalid paths
// are reported together, and it is an error if there are no drafts, because a run without
// drafts must not look clean.
//
// A [Draft] has a path, settings and a source of content. The worker that checks it reads
// the content later, from a file, the index of git, or memory.
//
// The trade-off: all drafts are found before the first is checked, so that their number is
// known and they are sorted, but a walk of a large tree delays the first check.
package discover

import (
	"context"
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/driver/gitignore"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/parse"
)

// Draft is a draft to check.
type Draft struct {
	Path     string // as findings show it, with slashes
	File     string // absolute; for standard input, made from the name given for it
	Settings *config.Settings
	Format   lint.Format
	Stdin    bool      // it is read from standard input
	Unnamed  bool      // standard input without a name; File is made up
	Context  bool      // it is only context for rules about the site; nothing is reported on it
	Asked    bool      // somebody named it, and not a program that names all changed files; once the site is known, only set for a file of a package
	Change   *git.File // its changed lines; nil if all findings count
	Content  Content

	Inherited []parse.Inherited // metadata that the site gives to the draft

	// ReadOnly says why fixes cannot be written to the draft; "" if they can.
	ReadOnly string

	named bool // on the command line, not found in a folder
}

// Content is the source of the bytes of a draft.
type Content interface {
	// Read returns the bytes, in buf if it is large enough. Of content longer than limit
	// it returns at least limit+1 bytes.
	Read(buf []byte, limit int) ([]byte, error)
}

// fileLimit is the default limit for the size of a draft in bytes, as in [parse.Limits].
const fileLimit = 2 << 20

// Limit returns the maximum size of a draft in bytes.
func Limit(s *config.Settings) int {
	if n := s.Parse.Limits.File; n > 0 {
		return n
	}
	return fileLimit
}

// Read returns the bytes of the draft, in buf if it is large enough. Of a draft over its
// limit it returns at least one more byte than the limit, so that the parser can tell.
func (d *Draft) Read(buf []byte) ([]byte, error) {
	return d.Content.Read(buf, parse.FileLimit(Limit(d.Settings), d.Format))
}

// With returns a copy of the draft with different content.
func (d *Draft) With(content []byte) *Draft {
	other := *d
	other.Content = Memory(content)
	return &other
}

// Memory is content in memory.
type Memory []byte

// Read returns the bytes themselves.
func (m Memory) Read([]byte, int) ([]byte, error) { return m, nil }

// Disk is the content of a file, given by its absolute path.
type Disk string

// Read reads the file.
func (d Disk) Read(buf []byte, limit int) ([]byte, error) { return rootfs.Read(string(d), buf, limit) }

// indexed is the content of a file in the index of git.
type indexed struct {
	changes *git.Changes
	file    *git.File
}

func (s indexed) Read(_ []byte, limit int) ([]byte, error) { return s.changes.Read(s.file, limit) }

// Settings looks up the settings of a file by its absolute path.
type Settings interface {
	For(file string) (*config.Settings, error)
}

// Request describes which drafts to find.
type Request struct {
	Paths     []string // files and folders, as typed; "-" is standard input
	Dir       string   // paths are relative to it; absolute
	Site      string   // folder whose other drafts are context for rules about the site; "" for none
	Stdin     io.Reader
	StdinName string       // determines the format and configuration of standard input
	Changes   *git.Changes // find only changed drafts, in Paths or, without paths, all
	Settings  Settings
	Outputs   []string // absolute paths of files that are not drafts unless they are named
	Empty     bool     // finding no drafts is not an error
	Ignore    bool     // skip drafts that the configuration ignores, even if a path names them
	Jobs      int      // number of goroutines; 0 means one per processor
	// OnFolder and OnFile are called with the absolute path of each folder searched and
	// each file looked for, even if it does not exist. They may be nil.
	OnFolder, OnFile func(path string)
}

// Result is the drafts of a request.
type Result struct {
	Drafts []Draft // by path
	Missed []Unreadable
	// Attached are Word files and notebooks in folders with other drafts. They are usually downloads,
	// so they are not among the drafts unless they are named or the site publishes them.
	Attached []Draft
	// Unread says which documents of the folders are not read and how to convert them. It is "" if
	// nobody would expect any of them to be read.
	Unread  string
	Exports []string // what the exports of sites among the paths hold, as parts of sentences
	// Beside are the other posts of exports of which only some posts are named.
	Beside  []Draft
	Partial bool     // only single files were named, so the site has other drafts
	Folders []string // folders searched; absolute
	Idle    string   // why there is nothing to check, if that is not an error; otherwise ""
}

// Unreadable is a path of the request that cannot be read, with the reason.
type Unreadable struct{ Path, Reason string }

// Drafts finds the drafts of a request, sorted by path. The error is for invalid paths or
// configurations, a cancelled context, or [ErrNone].
func Drafts(ctx context.Context, r Request) (*Result, error) {
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
