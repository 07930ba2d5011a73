package cmd

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver/atomicfile"
)

// output is where a report goes: standard output, or a file.
type output struct {
	stdout io.Writer
	file   string // "" for standard output
	color  bool
	links  bool
}

// output returns where the flags send the report, and whether it has colour and links.
func (s *session) output(c *cli.Context) *output { return s.outputTo(c, c.String("output")) }

// outputTo returns the output that is a file, or standard output if the name is empty.
func (s *session) outputTo(c *cli.Context, file string) *output {
	o := &output{stdout: s.Stdout, file: file}
	terminal := o.file == "" && s.terminal(s.Stdout)
	o.color = colored(c.String("color"), s.getenv, terminal)
	o.links = o.color && terminal && s.getenv("TERM") != "linux"
	return o
}

// write lets report write to the output. A file is replaced by the whole report
// or left as it was; what is no regular file, such as a device, is written to.
func (o *output) write(report func(io.Writer) error) error {
	if o.file == "" {
		return buffered(report)(o.stdout)
	}
	if err := o.writeFile(report); err != nil {
		return fmt.Errorf("writing the report to %s: %w", o.file, err)
	}
	return nil
}

func (o *output) writeFile(report func(io.Writer) error) error {
	target := o.file
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

// fill opens what is no regular file, lets report write to it and closes it.
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
