package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// comparison are the flags of git diff. They override all configuration that changes the
// output, disable external programs, and ignore changes to line endings. Patches have no
// context lines.
var comparison = []string{
	"diff", "--raw", "-z", "--patch", "--no-abbrev",
	"--unified=0", "--inter-hunk-context=0", "--diff-algorithm=histogram", "--ignore-cr-at-eol",
	"--find-renames", "-l2000", "--irreversible-delete",
	"--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all", "--submodule=short",
	"--src-prefix=a/", "--dst-prefix=b/", "--no-indent-heuristic", "-O" + os.DevNull,
}

// compare runs git diff against a commit, or on the index against HEAD, and returns the
// changed files, without deleted ones. before is flags of git itself.
func compare(ctx context.Context, dir string, before []string, against string, patterns []string) ([]File, error) {
	args := append(append(slices.Clone(before), comparison...), against, "--")
	p := &patch{}
	err := stream(ctx, dir, p.read, append(args, pathspecs(patterns)...)...)
	if err != nil {
		return nil, err
	}
	return p.files(), nil
}

// patch reads the output of git diff: first a record for each file, then, in the same
// order, their patches.
type patch struct {
	in      *bufio.Reader
	records []record
	at      int // the record whose patch is being read
}

// record is one file of a comparison.
type record struct {
	File
	status byte   // A, C, D, M, R, T or U
	mode   string // of the new side
}

// errFormat means that the output of git has an unexpected format.
var errFormat = errors.New("git printed something unexpected")

func (p *patch) read(out io.Reader) error {
	p.in = bufio.NewReaderSize(out, 1<<16)
	for {
		first, err := p.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case first == 0:
			return p.patches()
		case first != ':':
			return fmt.Errorf("%w, in its list of files", errFormat)
		}
		if err := p.record(); err != nil {
			return err
		}
	}
}

// record reads one record after its colon: modes, objects, status and names.
func (p *patch) record() error {
	about, err := p.name()
	if err != nil {
		return err
	}
	fields := strings.Fields(about)
	if len(fields) != 5 {
		return fmt.Errorf("%w, in a record", errFormat)
	}
	r := record{mode: fields[1], status: fields[4][0]}
	r.before, r.object = fields[2], fields[3]
	if r.Path, err = p.name(); err != nil {
		return err
	}
	r.Old = r.Path
	if r.status == 'R' || r.status == 'C' {
		if r.Path, err = p.name(); err != nil {
			return err
		}
	}
	switch r.status {
	case 'A', 'C', 'T':
		r.Whole = true
	case 'U':
		r.Whole, r.Unmerged = true, true
	}
	p.records = append(p.records, r)
	return nil
}

// name reads up to a NUL byte.
func (p *patch) name() (string, error) {
	s, err := p.in.ReadString(0)
	if err != nil {
		return "", fmt.Errorf("%w: a record breaks off", errFormat)
	}
	return s[:len(s)-1], nil
}

// line reads a line and returns it without its line ending, truncated to the size of the
// buffer. The result is valid until the next call.
func (p *patch) line() ([]byte, error) {
	s, err := p.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		head := bytes.Clone(s)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = p.in.ReadSlice('\n')
		}
		s = head
	}
	if len(s) > 0 {
		return bytes.TrimSuffix(s, []byte("\n")), nil
	}
	return nil, err
}

// patches reads all patches.
func (p *patch) patches() error {
	for {
		line, err := p.line()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case bytes.HasPrefix(line, []byte("diff --git ")):
			if err := p.find(string(line)); err != nil {
				return err
			}
		case bytes.HasPrefix(line, []byte("@@ ")):
			if err := p.hunk(string(line)); err != nil {
				return err
			}
		case bytes.HasPrefix(line, []byte("Binary files ")) && p.at < len(p.records):
			p.records[p.at].Whole = true
		}
	}
}

// find finds the record of a patch by the first line that its patch must have. Some records
// have no patch, and one whose file type has changed has two.
func (p *patch) find(line string) error {
	for ; p.at < len(p.records); p.at++ {
		r := &p.records[p.at]
		if line == "diff --git "+quoted("a/"+r.Old)+" "+quoted("b/"+r.Path) {
			return nil
		}
	}
	return fmt.Errorf("%w, at the head of a patch", errFormat)
}

// hunk reads a hunk and records its lines of the new side.
func (p *patch) hunk(line string) error {
	if p.at >= len(p.records) {
		return fmt.Errorf("%w: a hunk without a file", errFormat)
	}
	f := &p.records[p.at].File
	_, gone, _ := strings.Cut(line, " -")
	gone, come, _ := strings.Cut(gone, " +")
	come, _, ended := strings.Cut(come, " @@")
	_, old, err := count(gone)
	from, lines, problem := count(come)
	if err != nil || problem != nil || !ended {
		return fmt.Errorf("%w, at the head of a hunk", errFormat)
	}
	if lines == 0 {
		from++ // git gives the line before the deleted ones
	}
	f.Lines = append(f.Lines, Lines{from, from + lines - 1})
	for old > 0 || lines > 0 {
		body, err := p.line()
		if err != nil {
			return fmt.Errorf("%w: a hunk breaks off", errFormat)
		}
		switch {
		case bytes.HasPrefix(body, []byte("-")):
			old--
		case bytes.HasPrefix(body, []byte("+")):
			lines--
		case !bytes.HasPrefix(body, []byte("\\")):
			return fmt.Errorf("%w, in a hunk", errFormat)
		}
	}
	return nil
}

// count parses a line number and a number of lines, which is 1 by default.
func count(s string) (line, lines int, err error) {
	first, rest, several := strings.Cut(s, ",")
	line, err = strconv.Atoi(first)
	lines = 1
	if several && err == nil {
		lines, err = strconv.Atoi(rest)
	}
	if err == nil && (line < 0 || lines < 0) {
		err = errFormat
	}
	return line, lines, err
}

// files returns the changed regular files, without deleted files, links and submodules.
func (p *patch) files() []File {
	var files []File
	for _, r := range p.records {
		if r.status == 'U' || r.status != 'D' && strings.HasPrefix(r.mode, "100") {
			files = append(files, r.File)
		}
	}
	return inOrder(files)
}
