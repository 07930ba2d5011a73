package driver

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/parse"
)

// fileLimit is how many bytes of a draft are read where the configuration names
// no limit; it is that of [parse.Limits].
const fileLimit = 2 << 20

// draft is one file to check.
type draft struct {
	shown    string // path in findings, with slashes
	file     string // absolute path; for standard input the name it was given
	settings *config.Settings
	format   lint.Format
	stdin    bool
	context  bool   // only rules about the site see it, and nothing is reported on it
	content  []byte // of standard input
	witness  *witness
	change   *git.File
	changes  *git.Changes // where the staged content is read; nil for the file itself
	was      []byte       // the text that change is about, where fixes have gone beyond it; nil otherwise
}

// parse reads the draft and parses it. Where that is not possible it returns no
// document and the reason. The document is good for as long as the room is its own;
// without a room, for ever.
func (d *draft) parse(in *room) (doc *lint.Document, reason string) {
	content, err := d.read(in)
	if err != nil {
		return nil, err.Error()
	}
	return parsed(d.shown, content, d.format, d.options())
}

// parsed parses the content of a file. Where the parser fails it returns no document and
// the reason.
func parsed(shown string, content []byte, format lint.Format, o parse.Options) (doc *lint.Document, reason string) {
	defer func() {
		if p := recover(); p != nil {
			doc, reason = nil, fmt.Sprintf("the parser failed: %s", oneLine(fmt.Sprint(p)))
		}
	}()
	return parse.As(shown, content, format, o), ""
}

// read returns the bytes of the draft, and one more than the limit of what is
// longer, which is what the parser tells it by. They may stand in the room; nil has
// them stand by themselves.
func (d *draft) read(in *room) ([]byte, error) {
	if d.stdin {
		return d.content, nil
	}
	if d.changes != nil {
		return d.changes.Read(d.change, limit(d.settings))
	}
	if in == nil {
		return readFile(d.file, nil, limit(d.settings))
	}
	content, err := readFile(d.file, in.content, limit(d.settings))
	if err == nil {
		in.content = content
	}
	return content, err
}

func limit(s *config.Settings) int {
	if n := s.Parse.Limits.File; n > 0 {
		return n
	}
	return fileLimit
}

// readFile returns the bytes of a regular file, in buf where there is room, and one more
// than limit of what is longer.
func readFile(name string, buf []byte, limit int) ([]byte, error) {
	// A pipe that nobody writes to must not hold the run up.
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	info, err := f.Stat()
	if err != nil {
		return nil, plain(err)
	}
	if reason := special(info.Mode()); reason != "" {
		return nil, errors.New(reason)
	}
	content, err := readUpTo(f, buf, limit, int(min(info.Size(), 1<<30)))
	if err != nil {
		return nil, plain(err)
	}
	return content, nil
}

// readUpTo reads at most one byte more than limit, into buf where there is room; size is
// a guess. It asks for one byte more than that, so that what turns out to be as long as
// guessed has ended.
func readUpTo(r io.Reader, buf []byte, limit, size int) ([]byte, error) {
	buf = slices.Grow(buf[:0], min(size, limit)+1)
	for len(buf) <= limit {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):min(cap(buf), limit+1)])
		buf = buf[:len(buf)+n]
		if err == io.EOF || err == nil && n > 0 && len(buf) == size && size < limit {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return buf, nil
}

// special names the kind of a file that is none to read, or returns "".
func special(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return ""
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe; copychief reads regular files, or standard input as “-”"
	case mode&fs.ModeSocket != 0:
		return "a socket; copychief reads regular files"
	case mode&fs.ModeDevice != 0:
		return "a device; copychief reads regular files"
	}
	return "no regular file"
}

// plain strips the path off a file system error: the report shows it already.
func plain(err error) error {
	if e, ok := err.(*fs.PathError); ok { //nolint:errorlint // only the outermost wrapper is in the way
		return e.Err
	}
	return err
}
