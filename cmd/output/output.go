// Package output writes reports to where they go: a standard stream, or a file that is
// replaced by the whole report or left as it was. Anything that is not a regular file, such as a
// device, is written to directly.
//
// The trade-off: a report is buffered and a file renamed into place, so nothing is seen of
// a report before it is complete.
package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/atomicfile"
)

// Output is where a report goes, and how it may look there.
type Output struct {
	Stream io.Writer
	File   string // "" for the stream
	Color  bool
	Links  bool
}

// To returns the output to a stream, without colour.
func To(stream io.Writer) *Output { return &Output{Stream: stream} }

// Write lets report write to the output.
func (o *Output) Write(report func(io.Writer) error) error {
	if o.File == "" {
		return buffered(report)(o.Stream)
	}
	if err := o.writeFile(report); err != nil {
		return fmt.Errorf("writing the report to %s: %w", o.File, err)
	}
	return nil
}

func (o *Output) writeFile(report func(io.Writer) error) error {
	target := o.File
	if real, err := filepath.EvalSymlinks(target); err == nil {
		target = real
	}
	if _, err := os.Stat(filepath.Dir(target)); errors.Is(err, fs.ErrNotExist) {
		return errors.New("its folder does not exist; create it first")
	}
	if info, err := os.Stat(target); err == nil {
		if info.IsDir() {
			return errors.New("it is a folder; name a file in it")
		}
		if !info.Mode().IsRegular() {
			return fill(target, report)
		}
	}
	return atomicfile.Stream(target, 0o666, buffered(report))
}

// fill opens a file that is not regular, lets report write to it and closes it.
func fill(name string, report func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = buffered(report)(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// buffered lets report write in larger pieces.
func buffered(report func(io.Writer) error) func(io.Writer) error {
	return func(w io.Writer) error {
		b := bufio.NewWriterSize(w, 1<<16)
		if err := report(b); err != nil {
			return err
		}
		return b.Flush()
	}
}
