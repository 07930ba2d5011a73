package git

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
)

// contents reads objects through a git cat-file process, which starts on first use. It is
// safe for concurrent use, one read at a time.
type contents struct {
	ctx context.Context //nolint:containedctx // the process outlives the call that starts it
	dir string

	turn sync.Mutex
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	err  error // broken state: the next read would get the rest of the last object
}

// read returns the content of an object, up to limit+1 bytes.
func (c *contents) read(object string, limit int) ([]byte, error) {
	c.turn.Lock()
	defer c.turn.Unlock()
	if c.cmd == nil && c.err == nil {
		c.err = c.start()
	}
	if c.err != nil {
		return nil, c.err
	}
	if !isObject(object) {
		return nil, errors.New("git has no content for it")
	}
	content, there, err := c.ask(object, limit)
	if err != nil {
		c.err = fmt.Errorf("reading from git: %w", err)
		return nil, c.err
	}
	if !there {
		return nil, errors.New("git does not have the content; see git fsck")
	}
	return content, nil
}

func (c *contents) start() error {
	c.cmd = command(c.ctx, c.dir, "cat-file", "--batch")
	in, err := c.cmd.StdinPipe()
	if err != nil {
		return fmt.Errorf("starting git cat-file: %w", err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("starting git cat-file: %w", err)
	}
	if err := c.cmd.Start(); err != nil {
		return fmt.Errorf("starting git cat-file: %w", failed(err, nil))
	}
	c.in, c.out = in, bufio.NewReaderSize(out, 1<<15)
	return nil
}

// ask reads one object; there is false if git does not have it.
func (c *contents) ask(object string, limit int) (content []byte, there bool, err error) {
	if _, err := io.WriteString(c.in, object+"\n"); err != nil {
		return nil, false, err
	}
	about, err := c.out.ReadString('\n')
	if err != nil {
		return nil, false, err
	}
	fields := strings.Fields(about)
	if len(fields) != 3 {
		return nil, false, nil
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil || size < 0 {
		return nil, false, fmt.Errorf("%w, in front of an object", errFormat)
	}
	content = make([]byte, min(size, int64(limit)+1))
	if _, err := io.ReadFull(c.out, content); err != nil {
		return nil, false, err
	}
	_, err = io.CopyN(io.Discard, c.out, size-int64(len(content))+1) // and the line feed after it
	return content, true, err
}

// close ends the process.
func (c *contents) close() {
	c.turn.Lock()
	defer c.turn.Unlock()
	if c.in == nil {
		return
	}
	_ = c.in.Close() // end of input ends the process
	_ = c.cmd.Wait() // all output has been read
	c.in, c.err = nil, errors.New("git cat-file has ended")
}
